"""Reads about what rooms put first. Marks are read inside the group; outside only the order, as far as it was published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from smallplaces.core.enums import Standing
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import held_by_visible_groups
from smallplaces.issues.lines import IssueLine
from smallplaces.issues.models import Priority, RankedIssue, Ranking
from smallplaces.issues.queries.issues import issues_by_ids
from smallplaces.issues.ranks import BodySays, PriorityLine, RankedLine, RankingLine, place_in_words


def _in_sight(viewer: Viewer) -> QuerySet[Ranking]:
    """Never added up over rooms: each is read by itself."""
    rows = Ranking.objects.filter(held_by_visible_groups("ranking", viewer)).select_related("room", "group")
    ranked = RankedIssue.objects.order_by("position", "id")
    theirs = Priority.objects.select_related("body").order_by("body__name", "position", "id")
    return rows.prefetch_related(Prefetch("ranked", ranked), Prefetch("priorities", theirs)).order_by("-on", "id")


def ranking_of_room(room_id: str, *, viewer: Viewer) -> RankingLine | None:
    """What this room puts first, where the viewer may know. At most five queries."""
    return next(iter(_lines(_in_sight(viewer).filter(room_id=room_id)[:1], viewer)), None)


def rankings_with_issue(issue_id: str, *, viewer: Viewer) -> list[RankingLine]:
    """The rooms that have this issue in their order, latest first. At most five queries."""
    return _lines(_in_sight(viewer).filter(ranked__issue_id=issue_id), viewer)


def first_at_place(place_id: str, *, viewer: Viewer) -> dict[str, list[RankingLine]]:
    """By the id of an issue of this place: the rooms that put it first, latest first. At most five queries."""
    found: dict[str, list[RankingLine]] = {}
    for line in _lines(_in_sight(viewer).filter(group__place_id=place_id), viewer):
        for one in line.ranked:
            if one.position == 1:
                found.setdefault(one.issue.id, []).append(line)
    return found


def find_ranking(room_id: str, *, viewer: Viewer) -> Ranking:
    """The record, for an action by the group's people. One query. Raises NotVisibleError."""
    row = Ranking.objects.filter(room_id=room_id, group_id__in=viewer.group_ids).select_related("group", "room").first()
    if row is None:
        raise NotVisibleError(room_id)
    return row


def find_priority(priority_id: str, *, viewer: Viewer) -> Priority:
    """The record, for an action by the group's people. One query. Raises NotVisibleError."""
    rows = Priority.objects.filter(pk=priority_id, ranking__group_id__in=viewer.group_ids)
    row = rows.select_related("ranking__group").first()
    if row is None:
        raise NotVisibleError(priority_id)
    return row


def _lines(rows: Iterable[Ranking], viewer: Viewer) -> list[RankingLine]:
    found = list(rows)
    ids = {one.issue_id for row in found for one in row.ranked.all()}
    ids |= {one.issue_id for row in found for one in row.priorities.all() if one.issue_id}
    issues = issues_by_ids(sorted(ids), viewer=viewer) if ids else {}
    return [_line(row, issues, viewer) for row in found]


def _line(row: Ranking, issues: dict[str, IssueLine], viewer: Viewer) -> RankingLine:
    ours = viewer.is_member_of(row.group_id)
    # A body that nobody accepted yet is named to the group that proposed it, and to nobody outside.
    theirs = [one for one in row.priorities.all() if ours or one.body.standing == Standing.ACCEPTED]
    priorities = tuple(_priority(one, issues) for one in theirs)
    return RankingLine(
        id=row.pk,
        room_id=row.room_id,
        room_name=row.room.name,
        group_id=row.group_id,
        group_name=row.group.name,
        method=row.method,
        method_words=str(row.get_method_display()),
        asked_first=row.asked_first,
        asked_first_words=row.asked_first_words,
        lang=row.lang,
        dir=row.dir,
        note=row.note if ours else "",
        on=row.on,
        visibility=row.visibility,
        ours=ours,
        ranked=_ranked(row, issues, priorities, ours=ours),
        priorities=priorities,
    )


def _ranked(
    row: Ranking, issues: dict[str, IssueLine], priorities: tuple[PriorityLine, ...], *, ours: bool
) -> tuple[RankedLine, ...]:
    many = Counter(one.position for one in row.ranked.all())
    return tuple(
        RankedLine(
            issue=issues[one.issue_id],
            position=one.position,
            place_words=place_in_words(one.position),
            tied=many[one.position] > 1,
            marks=one.marks if ours else None,
            bodies=_beside(one.issue_id, priorities),
        )
        for one in row.ranked.all()
        if one.issue_id in issues
    )


def _beside(issue_id: str, priorities: tuple[PriorityLine, ...]) -> tuple[BodySays, ...]:
    """What each body whose order is known says about one issue: its best place, or that it is not named."""
    best: dict[str, BodySays] = {}
    for one in priorities:
        named = one.issue_id == issue_id
        if one.body_id not in best or (named and not best[one.body_id].place_words):
            best[one.body_id] = BodySays(
                body_name=one.body_name, place_words=one.place_words if named else "", source=one.source
            )
    return tuple(best.values())


def _priority(row: Priority, issues: dict[str, IssueLine]) -> PriorityLine:
    return PriorityLine(
        id=row.pk,
        body_id=row.body_id,
        body_name=row.body.name,
        position=row.position,
        place_words=place_in_words(row.position),
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        source=row.source,
        issue_id=row.issue_id if row.issue_id and row.issue_id in issues else "",
    )
