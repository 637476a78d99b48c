"""The smallest valid objects of issues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.factories.groups import make_group
from tests.factories.meetings import inside, make_room

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smallplaces.dialogues.models import Statement
    from smallplaces.groups.models import Group
    from smallplaces.issues.models import (
        Cause,
        Duty,
        Gain,
        Issue,
        IssueLink,
        IssueSentence,
        IssueTranslation,
        PowerLine,
        Priority,
        Ranking,
    )
    from smallplaces.meetings.models import Room, Sentence

ISSUE_WORDS = "The mill pond smells and nobody tells us why."


def make_issue(group: Group | None = None, **fields: Any) -> Issue:
    """A private issue in the group's own words, at the group's place."""
    from smallplaces.issues.actions import open_issue

    group = group or make_group()
    smallest = {"place": group.place, "text": ISSUE_WORDS}
    return open_issue(group, by=inside(group), **smallest | fields)


def make_public_issue(group: Group | None = None, **fields: Any) -> Issue:
    """An issue that everybody may read, tree and all."""
    from smallplaces.issues.actions import publish_issue

    issue = make_issue(group, **fields)
    return publish_issue(issue, visibility="public", tree_public=True, by=inside(issue.group))


def make_gathered(issue: Issue, sentence: Sentence) -> IssueSentence:
    """A sentence gathered under an issue."""
    from smallplaces.issues.actions import gather

    return gather(issue, sentences=[sentence], by=inside(issue.group))[0]


def make_stated(issue: Issue, statement: Statement) -> None:
    """A statement of a dialogue under an issue."""
    from smallplaces.issues.actions import gather_statements

    gather_statements(issue, statements=[statement], by=inside(issue.group))


def make_cause(issue: Issue | None = None, **fields: Any) -> Cause:
    """A box at the top of a tree."""
    from smallplaces.issues.actions import add_cause

    issue = issue or make_issue()
    words = {} if "sentence" in fields else {"text": "the fish died"}
    return add_cause(issue, by=inside(issue.group), **{"level": "shows"} | words | fields)


def make_issue_link(issue: Issue | None = None, other: Issue | None = None, **fields: Any) -> IssueLink:
    """One issue worsens another of the same group."""
    from smallplaces.issues.actions import link_issues

    issue = issue or make_issue()
    other = other or make_issue(issue.group)
    return link_issues(issue, other=other, by=inside(issue.group), **{"kind": "worsens"} | fields)


def make_gain(issue: Issue | None = None, **fields: Any) -> Gain:
    """A line about who gains, in general words, for the group's own eyes."""
    from smallplaces.issues.actions import add_gain

    issue = issue or make_issue()
    return add_gain(issue, by=inside(issue.group), **{"text": "whoever pays nothing for the pond"} | fields)


def make_duty(issue: Issue | None = None, **fields: Any) -> Duty:
    """We must act ourselves."""
    from smallplaces.issues.actions import add_duty

    issue = issue or make_issue()
    whom = {} if "body" in fields else {"ourselves": True}
    return add_duty(issue, by=inside(issue.group), **whom | fields)


def make_power_line(issue: Issue | None = None, **fields: Any) -> PowerLine:
    """A line of the power sheet."""
    from smallplaces.issues.actions import add_power_line

    issue = issue or make_issue()
    return add_power_line(issue, by=inside(issue.group), **{"side": "decides", "text": "the clerk of works"} | fields)


def make_issue_translation(issue: Issue | None = None, **fields: Any) -> IssueTranslation:
    """An issue's words in Spanish, by a person."""
    from smallplaces.issues.actions import translate_issue

    issue = issue or make_issue()
    smallest = {"text": "El estanque huele mal.", "lang": "es", "by_words": "the kitchen circle"}
    return translate_issue(issue, by=inside(issue.group), **smallest | fields)


def make_ranking(room: Room | None = None, issues: Sequence[Issue] = (), **fields: Any) -> Ranking:
    """A room's order by dots: the first issue has most."""
    from smallplaces.issues.actions import RankDraft, rank_issues

    room = room or make_room()
    issues = issues or [make_issue(room.meeting.group)]
    drafts = [RankDraft(one, marks=len(issues) - number) for number, one in enumerate(issues)]
    return rank_issues(room, by=inside(room.meeting.group), **{"drafts": drafts, "method": "dots"} | fields)


def make_priority(ranking: Ranking | None = None, **fields: Any) -> Priority:
    """A line of a council's own order that meets none of ours."""
    from smallplaces.issues.actions import add_priority
    from tests.factories.places import make_body

    ranking = ranking or make_ranking()
    smallest = {"position": 7, "text": "The quay", "source": "Plan, page 3"}
    body = {} if "body" in fields else {"body": make_body(ranking.group.place)}
    return add_priority(ranking, by=inside(ranking.group), **smallest | body | fields)
