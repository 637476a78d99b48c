"""Reads about trainings. How many came is told outside the group only where the room released its number."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from smallplaces.core.enums import Standing, Visibility
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.groups.queries import held_by_visible_groups
from smallplaces.meetings.enums import MeetingKind
from smallplaces.meetings.models import Training
from smallplaces.meetings.policies import is_inside
from smallplaces.meetings.queries.meeting_lines import TrainingLine
from smallplaces.places.models import Place


@dataclass(frozen=True)
class TrainingsPage:
    """The trainings of a place, by public body and day."""

    place_name: str
    place_slug: str
    fictional: bool
    trainings: tuple[TrainingLine, ...]
    kind: str = field(default="trainings", init=False)


def _rows(viewer: Viewer) -> QuerySet[Training]:
    # The condition of a meeting, asked through its own key, so that shares of the meeting count.
    shown = held_by_visible_groups("meeting", viewer, "meeting__")
    rows = Training.objects.filter(shown, meeting__kind=MeetingKind.TRAINING)
    return rows.select_related("meeting__group__place", "meeting__room", "body").order_by("-meeting__on", "id")


def _line(row: Training, viewer: Viewer) -> TrainingLine:
    meeting, group, body = row.meeting, row.meeting.group, row.body
    told = is_inside(viewer, meeting) or meeting.room.count_released_on is not None
    known = body is not None and (body.standing == Standing.ACCEPTED or viewer.may_accept_at(body.place_id))
    return TrainingLine(
        id=row.pk,
        body_name=body.name if body and known else "",
        on=meeting.on,
        audience=row.audience,
        sector=row.sector,
        side_words=str(row.get_side_display()),
        head_count=meeting.room.head_count if told else None,
        meeting_id=meeting.pk,
        text=meeting.text,
        lang=meeting.lang,
        dir=meeting.dir,
        group_name=group.name,
        is_public=meeting.visibility == Visibility.PUBLIC and group.state == GroupState.OPEN,
        fictional=group.place.fictional,
    )


def _by_body(lines: list[TrainingLine]) -> list[TrainingLine]:
    """By the name of the body, latest first; those of no body at the end."""
    return sorted(lines, key=lambda line: (not line.body_name, line.body_name.casefold()))


def _here(place_id: str) -> Q:
    return Q(meeting__group__place_id=place_id) | Q(body__place_id=place_id)


def any_training(place_id: str, *, viewer: Viewer) -> bool:
    """Whether a place's page has trainings to lead to. One query."""
    return _rows(viewer).filter(_here(place_id)).exists()


def trainings_of_place(place_id: str, *, viewer: Viewer) -> list[TrainingLine]:
    """Trainings by the groups of a place, and those of its public bodies, by body and day. One query."""
    return _by_body([_line(row, viewer) for row in _rows(viewer).filter(_here(place_id))])


def trainings_page(place: Place, *, viewer: Viewer) -> TrainingsPage:
    """The trainings of a place, for its page. One query."""
    found = trainings_of_place(place.pk, viewer=viewer)
    return TrainingsPage(place.name, place.slug, place.fictional, tuple(found))


def trainings_of_group(group_id: str, *, viewer: Viewer) -> list[TrainingLine]:
    """A group's own trainings, by body and day, for its people. One query."""
    if not viewer.is_member_of(group_id):
        return []
    return _by_body([_line(row, viewer) for row in _rows(viewer).filter(meeting__group_id=group_id)])


def training_of(meeting_id: str, *, viewer: Viewer) -> TrainingLine | None:
    """What is written of one training, if anything. One query."""
    row = _rows(viewer).filter(meeting_id=meeting_id).first()
    return _line(row, viewer) if row else None
