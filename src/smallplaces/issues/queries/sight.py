"""What of an issue a viewer may read: one set of conditions for every query."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.queries import unreadable_statements
from smallplaces.groups.queries import held_by_visible_groups
from smallplaces.issues.lines import IssueLine
from smallplaces.issues.models import Cause, Issue
from smallplaces.meetings.queries import unreadable


def issues_in_sight(viewer: Viewer) -> QuerySet[Issue]:
    """The issues that exist for this viewer."""
    return Issue.objects.filter(held_by_visible_groups("issue", viewer)).select_related("group", "place")


def one_in_sight(issue_id: str | Issue, viewer: Viewer) -> Issue:
    """One issue, for the queries that hang on it. One query; none for a row that was fetched for this viewer. Raises NotVisibleError."""
    if isinstance(issue_id, Issue):
        return issue_id
    issue = issues_in_sight(viewer).filter(pk=issue_id).first()
    if issue is None:
        raise NotVisibleError(issue_id)
    return issue


def sees_tree(viewer: Viewer, issue: Issue) -> bool:
    """The group's own people always; others where the room decided so."""
    return viewer.is_member_of(issue.group_id) or issue.tree_public


def closed_sentences(rows: Iterable[Issue | Cause], viewer: Viewer) -> frozenset[str]:
    """Among the sentences and statements that these words were made from, those that the viewer may not read today.

    Whose sentence it is decides, not whose issue: another group's issue loses the words with everybody else. At most
    two queries, two more where statements are among them.
    """
    made = list(rows)
    sentences = unreadable((row.from_sentence_id for row in made), viewer=viewer)
    return sentences | unreadable_statements((row.from_statement_id for row in made), viewer=viewer)


def source_of(row: Issue | Cause) -> str:
    """The sentence or statement that words were made from; empty for a writer's own."""
    return row.from_sentence_id or row.from_statement_id or ""


def lines_of(issues: Iterable[Issue], viewer: Viewer) -> list[IssueLine]:
    """Issues as lines, in their order. At most two queries."""
    issues = list(issues)
    closed = closed_sentences(issues, viewer)
    return [IssueLine(**line_values(one, hidden=source_of(one) in closed)) for one in issues]


def line_values(issue: Issue, *, hidden: bool) -> dict[str, Any]:
    """The values of one line. `hidden` words read as taken back."""
    gone = hidden or issue.taken_back_on is not None
    return {
        "id": issue.pk,
        "text": "" if gone else issue.text,
        "lang": issue.lang,
        "dir": issue.dir,
        "taken_back": gone,
        "place_id": issue.place_id,
        "place_slug": issue.place.slug,
        "place_name": issue.place.name,
        "fictional": issue.place.fictional,
        "group_id": issue.group_id,
        "group_name": issue.group.name,
        "state": issue.state,
        "state_words": issue.get_state_display(),
        "made_in": issue.made_in,
        "made_in_words": issue.get_made_in_display(),
        "made_on": issue.made_on,
        "visibility": issue.visibility,
    }
