"""Reads about what was said. Whoever is inside reads all; everybody reads what is public, permitted and of an open group."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from smallplaces.core.clock import today
from smallplaces.core.consent import permitted
from smallplaces.core.enums import Use
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.groups.queries import held_by_visible_groups
from smallplaces.meetings.enums import SaidBy, SentenceKind, SentenceReach
from smallplaces.meetings.models import Meeting, Sentence
from smallplaces.meetings.policies import is_inside
from smallplaces.meetings.queries.lines import SentenceLine, sentence_line
from smallplaces.meetings.queries.meetings import opened_by_link

KINDS, VOICES = SentenceKind.values, SaidBy.values


def _visible(viewer: Viewer) -> QuerySet[Sentence]:
    """Before permissions are asked: see `_read`."""
    own = Q(room__meeting__group_id__in=viewer.group_ids) | opened_by_link(viewer, "room__meeting__")
    public = Q(reach=SentenceReach.PUBLIC, taken_back_on=None, room__meeting__group__state=GroupState.OPEN)
    rows = Sentence.objects.filter(own | public).select_related("room__meeting__group__place")
    return rows.order_by("room_id", "id")


def _permitted(rows: Iterable[Sentence], viewer: Viewer) -> list[Sentence]:
    """Outside the room a sentence is quoted, so its permission is asked. One query, none where all are inside."""
    found = list(rows)
    outside = [row.pk for row in found if not is_inside(viewer, row.room.meeting)]
    quoted = permitted("sentence", outside, Use.QUOTED, today()) if outside else frozenset()
    return [row for row in found if is_inside(viewer, row.room.meeting) or row.pk in quoted]


def _shown_meetings(rows: list[Sentence], viewer: Viewer) -> frozenset[str]:
    """Which of their meetings this viewer may know of. One query, none where all are inside."""
    outside = {row.room.meeting_id for row in rows if not is_inside(viewer, row.room.meeting)}
    inside = {row.room.meeting_id for row in rows} - outside
    if not outside:
        return frozenset(inside)
    shown = Meeting.objects.filter(held_by_visible_groups("meeting", viewer), pk__in=outside).values_list(
        "pk", flat=True
    )
    return frozenset(inside | set(shown))


def lines_of(rows: QuerySet[Sentence], viewer: Viewer) -> list[SentenceLine]:
    """Rows as this viewer may read them; what is not permitted is left out. At most four queries."""
    return _lines(_permitted(rows.prefetch_related("translations"), viewer), viewer)


def _lines(found: list[Sentence], viewer: Viewer) -> list[SentenceLine]:
    shown = _shown_meetings(found, viewer)
    return [
        sentence_line(row, inside=is_inside(viewer, row.room.meeting), meeting_shown=row.room.meeting_id in shown)
        for row in found
    ]


def _place_in_room(row: Sentence, viewer: Viewer) -> tuple[int, int, str, str]:
    """How it is, then what we want; from all to one. Never the order in which people spoke, which is kept nowhere."""
    voice = VOICES.index(row.said_by)
    if not is_inside(viewer, row.room.meeting):
        # "One" among "a few" would show itself by standing last.
        voice = min(voice, VOICES.index(SaidBy.FEW))
    return KINDS.index(row.kind), voice, row.text, row.pk


def find_sentence(sentence_id: str, *, viewer: Viewer) -> Sentence:
    """The record, for an action."""
    rows = _permitted(_visible(viewer).filter(pk=sentence_id), viewer)
    if not rows:
        raise NotVisibleError(sentence_id)
    return rows[0]


def find_sentences(ids: Iterable[str], *, viewer: Viewer) -> list[Sentence]:
    """The records behind ids, in their order, for other apps' actions. Raises NotVisibleError for one out of sight."""
    wanted = list(dict.fromkeys(ids))
    found = {row.pk: row for row in _permitted(_visible(viewer).filter(pk__in=wanted), viewer)}
    for one in wanted:
        if one not in found:
            raise NotVisibleError(one)
    return [found[one] for one in wanted]


def unreadable(ids: Iterable[str | None], *, viewer: Viewer) -> frozenset[str]:
    """Those of these sentences whose words are not this viewer's to read today. At most two queries.

    For words that were made from them elsewhere, by whichever group: asked at each reading, because a room can narrow
    what it allowed, and an allowance can run out.
    """
    wanted = {one for one in ids if one}
    if not wanted:
        return frozenset()
    rows = _visible(viewer).filter(pk__in=wanted)
    return frozenset(wanted - {row.pk for row in _permitted(rows, viewer)})


def get_sentence(sentence_id: str, *, viewer: Viewer) -> SentenceLine:
    """One sentence, for a page."""
    lines = lines_of(_visible(viewer).filter(pk=sentence_id), viewer)
    if not lines:
        raise NotVisibleError(sentence_id)
    return lines[0]


def sentences_by_ids(ids: Iterable[str], *, viewer: Viewer) -> list[SentenceLine]:
    """Those of these sentences that the viewer may read, in the order of `ids`. At most four queries."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return []
    found = {line.id: line for line in lines_of(_visible(viewer).filter(pk__in=wanted), viewer)}
    return [found[one] for one in wanted if one in found]


def sentences_of_rooms(room_ids: Iterable[str], *, viewer: Viewer) -> list[SentenceLine]:
    """What rooms said, as the viewer may read it: how it is, then what we want. At most four queries."""
    rows = _visible(viewer).filter(room_id__in=list(room_ids)).prefetch_related("translations")
    return _lines(sorted(_permitted(rows, viewer), key=lambda row: _place_in_room(row, viewer)), viewer)


def sentences_of_group(group_id: str, *, viewer: Viewer) -> list[SentenceLine]:
    """What can be chosen from when an issue, a demand or a paragraph is made: nothing that was taken back."""
    rows = _visible(viewer).filter(room__meeting__group_id=group_id, taken_back_on=None)
    return lines_of(rows.order_by("-room__meeting__on", "room_id", "kind", "text", "id"), viewer)
