"""What first? A room puts its issues in an order, by a method that is named. Never added up over rooms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.issues.enums import RankingMethod
from smallplaces.issues.models import Issue, Priority, RankedIssue, Ranking
from smallplaces.issues.policies import may_rank
from smallplaces.issues.wording import read_choice, read_lang
from smallplaces.meetings.lines import words_within
from smallplaces.meetings.models import Room
from smallplaces.places.models import PublicBody

MOST_MARKS = 1_000_000
MOST_PLACES = 200


@dataclass(frozen=True)
class RankDraft:
    """One issue as it stands on the paper: with its dots or hands, or with its place alone."""

    issue: Issue
    marks: int | None = None
    place: int | None = None


def rank_issues(
    room: Room,
    *,
    drafts: Sequence[RankDraft],
    method: str,
    asked_first: bool = False,
    asked_first_words: str = "",
    note: str = "",
    on: dt.date | None = None,
    visibility: str = Visibility.PRIVATE,
    lang: str = "en",
    by: Viewer,
) -> Ranking:
    """Keeps a room's order; the one it had before is replaced. Two may stand beside each other.

    Marks decide the order where there are any. Public is only the order in words, the method, and who was asked first;
    an issue that only the group reads cannot stand in it. Raises NotAllowedError, RefusedError.
    """
    meeting = room.meeting
    require(may_rank(by, meeting.group), _("What comes first is written down by the members of the group."))
    facts = _facts(
        room,
        {
            "method": read_choice(method, RankingMethod.values, field="method"),
            "asked_first": asked_first,
            "asked_first_words": asked_first_words,
            "note": words_within(note, 500, field="note", empty=True),
            "on": on or meeting.on,
            "visibility": read_choice(visibility, [Visibility.PRIVATE, Visibility.PUBLIC], field="visibility"),
            "lang": read_lang(lang),
        },
    )
    places = _places(drafts)
    _check_issues(room, [one.issue for one in drafts], public=visibility == Visibility.PUBLIC)
    return _written(room, facts, list(zip(drafts, places, strict=True)), by)


def _written(room: Room, facts: dict[str, Any], order: Sequence[tuple[RankDraft, int]], by: Viewer) -> Ranking:
    """The room's one order, whose lines are all new."""
    meeting = room.meeting
    with transaction.atomic():
        Room.objects.select_for_update().get(pk=room.pk)
        before = Ranking.objects.filter(room=room).first()
        row = before or Ranking(room=room, group=meeting.group, made_on=today(meeting.zone))
        for name, value in facts.items():
            setattr(row, name, value)
        row.save()
        row.ranked.all().delete()
        RankedIssue.objects.bulk_create(
            RankedIssue(ranking=row, issue=one.issue, position=place, marks=one.marks) for one, place in order
        )
        audit.record("changed" if before else "made", row, by=by, fields=["ranked", *facts])
    return row


def _facts(room: Room, given: dict[str, Any]) -> dict[str, Any]:
    """What was given, once its day, its readers and those who were asked first can be true."""
    meeting, first = room.meeting, given["asked_first"]
    if given["on"] > today(meeting.zone):
        raise RefusedError(_("Write this down once it happened: that day is still to come."), field="on")
    if given["on"] < meeting.on:
        raise RefusedError(_("That day was before the meeting itself. Look at the date again."), field="on")
    if given["visibility"] == Visibility.PUBLIC and meeting.group.state != GroupState.OPEN:
        raise RefusedError(_("Our group is not open yet: a second holder has to accept first."), field="visibility")
    said = words_within(given["asked_first_words"], 300, field="asked_first_words", empty=not first)
    if said and not first:
        raise RefusedError(
            _("Say that those most affected were asked first, or leave out who they are."), field="asked_first"
        )
    return {**given, "asked_first_words": said}


def _places(drafts: Sequence[RankDraft]) -> list[int]:
    """The place of each: by its marks, else by the number written beside it. Two beside each other leave the next place empty."""
    if not drafts:
        raise RefusedError(_("Nothing is put first yet. Write the marks or the place of at least one issue."))
    marked = [one.marks for one in drafts if one.marks is not None]
    if marked and len(marked) < len(drafts):
        raise RefusedError(_("Write the marks of each issue, nought too, or the places alone. Nothing was lost."))
    if any(not 0 <= one <= MOST_MARKS for one in marked):
        raise RefusedError(_("Marks are whole numbers from nought up."))
    told = [one.place for one in drafts if one.place is not None]
    if not marked and (len(told) < len(drafts) or any(not 1 <= one <= MOST_PLACES for one in told)):
        raise RefusedError(_("Write places as whole numbers: 1 is first. Two can have the same one."))
    order = [-one for one in marked] or told
    return [1 + sum(other < one for other in order) for one in order]


def _check_issues(room: Room, issues: Sequence[Issue], *, public: bool) -> None:
    if len({one.pk for one in issues}) < len(issues) or any(one.group_id != room.meeting.group_id for one in issues):
        raise RefusedError(_("A room puts its own group’s issues in an order, each of them once."))
    hidden = [one for one in issues if one.visibility != Visibility.PUBLIC]
    if public and hidden:
        raise RefusedError(
            _("“%(words)s” is read by our group alone. Leave it out, show it first, or keep this order to our group.")
            % {"words": hidden[0].text[:80]},
            field="visibility",
        )


def remove_ranking(ranking: Ranking, *, by: Viewer) -> None:
    """Removes a room's order, with what was put beside it. Raises NotAllowedError."""
    require(may_rank(by, ranking.group), _("What comes first is written down by the members of the group."))
    with transaction.atomic():
        audit.record("removed", ranking, by=by)
        ranking.delete()


def add_priority(
    ranking: Ranking,
    *,
    body: PublicBody,
    position: int,
    text: str,
    source: str,
    issue: Issue | None = None,
    lang: str = "en",
    by: Viewer,
) -> Priority:
    """Puts beside a room's order what a public body itself says comes first, with its source. Raises NotAllowedError, RefusedError."""
    require(may_rank(by, ranking.group), _("This is written down by the members of the group."))
    if not 1 <= position <= MOST_PLACES:
        raise RefusedError(_("Write the place as a whole number: 1 is first."), field="position")
    if body.place_id != ranking.group.place_id:
        raise RefusedError(_("Choose a public body of this place."), field="body")
    if issue is not None and issue.group_id != ranking.group_id:
        raise RefusedError(_("Choose an issue of our group."), field="issue")
    facts = {
        "text": words_within(text, 300, field="text"),
        "source": words_within(source, 1000, field="source"),
        "lang": read_lang(lang),
        "issue": issue,
    }
    with transaction.atomic():
        if Priority.objects.filter(ranking=ranking, body=body, position=position).exists():
            raise RefusedError(_("Something stands at this place of their order already."), field="position")
        row = Priority.objects.create(ranking=ranking, body=body, position=position, **facts)
        audit.record("added", row, by=by, fields=["position", "text", "source"], group_id=ranking.group_id)
    return row


def remove_priority(priority: Priority, *, by: Viewer) -> None:
    """Takes a line of a public body's order away. Raises NotAllowedError."""
    require(may_rank(by, priority.ranking.group), _("This is written down by the members of the group."))
    with transaction.atomic():
        audit.record("removed", priority, by=by, group_id=priority.ranking.group_id)
        priority.delete()
