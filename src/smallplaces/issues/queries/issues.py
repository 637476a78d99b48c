"""Issues as lines and with their head."""

from __future__ import annotations

from collections.abc import Sequence

from smallplaces.core.clock import today
from smallplaces.core.consent import permitted
from smallplaces.core.enums import Use
from smallplaces.core.viewers import Viewer
from smallplaces.issues.lines import IssueCore, IssueLine, SentenceUse, TranslationLine
from smallplaces.issues.models import Cause, Issue, IssueSentence
from smallplaces.issues.queries.sight import (
    closed_sentences,
    issues_in_sight,
    line_values,
    lines_of,
    one_in_sight,
    sees_tree,
    source_of,
)


def issues_of_place(place_id: str, *, viewer: Viewer) -> list[IssueLine]:
    """The issues of a place, open ones first, newest first. At most two queries."""
    return _in_order(list(issues_in_sight(viewer).filter(place_id=place_id)), viewer)


def issues_of_group(group_id: str, *, viewer: Viewer) -> list[IssueLine]:
    """The issues that a group holds, open ones first, newest first. At most two queries."""
    return _in_order(list(issues_in_sight(viewer).filter(group_id=group_id)), viewer)


def issues_by_ids(ids: Sequence[str], *, viewer: Viewer) -> dict[str, IssueLine]:
    """Those of these issues that exist for the viewer, by id. At most two queries."""
    return {line.id: line for line in lines_of(issues_in_sight(viewer).filter(pk__in=ids), viewer)}


def get_issue(issue_id: str, *, viewer: Viewer) -> Issue:
    """One issue, for an action. One query. Raises NotVisibleError."""
    return one_in_sight(issue_id, viewer)


def issue_for(issue_id: str | Issue, *, viewer: Viewer) -> IssueCore:
    """One issue with its head. At most five queries. Raises NotVisibleError.

    An outsider gets only the gathered sentences that may be quoted, so that their number tells nothing.
    """
    issue = one_in_sight(issue_id, viewer)
    ours = viewer.is_member_of(issue.group_id)
    hidden = source_of(issue) in closed_sentences([issue], viewer)
    gone = hidden or issue.taken_back_on is not None
    gathered = _gathered(issue, ours=ours)
    return IssueCore(
        **line_values(issue, hidden=hidden),
        from_sentence_id="" if gone and not ours else issue.from_sentence_id or "",
        sentence_ids=tuple(gathered),
        gathered_in=gathered,
        state_note=issue.state_note,
        disagreement=issue.disagreement,
        tree_public=issue.tree_public,
        tree_visible=sees_tree(viewer, issue),
        ours=ours,
        translations=()
        if gone
        else tuple(
            TranslationLine(
                lang=row.lang,
                dir=row.dir,
                text=row.text,
                by_words=row.by_words,
                machine=row.machine and not row.accepted_by_id,
            )
            for row in issue.translations.order_by("lang")
        ),
    )


def issues_using_sentences(ids: Sequence[str], *, viewer: Viewer) -> list[SentenceUse]:
    """Where issues use these sentences: as title, as a box of a tree that the viewer sees, or gathered. At most five queries."""
    titles = Issue.objects.filter(from_sentence_id__in=ids).values_list("from_sentence_id", "pk")
    boxes = Cause.objects.filter(from_sentence_id__in=ids).values_list("from_sentence_id", "issue_id")
    gathered = IssueSentence.objects.filter(sentence_id__in=ids).values_list("sentence_id", "issue_id")
    uses = (
        [("title", *row) for row in titles]
        + [("cause", *row) for row in boxes]
        + [("gathered", *row) for row in gathered]
    )
    issues = {one.pk: one for one in issues_in_sight(viewer).filter(pk__in={issue for _how, _of, issue in uses})}
    lines = {line.id: line for line in lines_of(issues.values(), viewer)}
    return [
        SentenceUse(sentence_id=of or "", how=how, issue=lines[issue])
        for how, of, issue in dict.fromkeys(uses)
        if issue in lines and (how != "cause" or sees_tree(viewer, issues[issue]))
    ]


def _in_order(issues: list[Issue], viewer: Viewer) -> list[IssueLine]:
    issues.sort(key=lambda one: (one.state != "open", -one.made_on.toordinal(), one.pk))
    return lines_of(issues, viewer)


def _gathered(issue: Issue, *, ours: bool) -> dict[str, str]:
    """Where each gathered sentence was put here, by the sentence's id, in the order of the days."""
    ids = dict(issue.gathered.order_by("made_on", "sentence_id").values_list("sentence_id", "made_in"))
    if ours or not ids:
        return ids
    open_ones = permitted("sentence", list(ids), Use.QUOTED, today(issue.place.zone))
    return {one: made_in for one, made_in in ids.items() if one in open_ones}
