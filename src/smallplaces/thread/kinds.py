"""How each kind of record is found for a viewer and named: the only file that knows every room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import QuerySet

from smallplaces.commitments.queries import (
    acts_visible_to,
    assessments_visible_to,
    demands_visible_to,
    followups_visible_to,
    promises_visible_to,
)
from smallplaces.commitments.queries.beside import borrowings_visible_to
from smallplaces.commitments.queries.clauses import clauses_visible_to
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.queries import dialogues_visible_to, statements_by_ids, statements_visible_to
from smallplaces.groups.queries import decisions_by_ids
from smallplaces.issues.queries.boxes import causes_in_sight
from smallplaces.issues.queries.sight import issues_in_sight
from smallplaces.meetings.queries import get_meeting, get_sentence, room_page, sentences_by_ids, sentences_of_rooms
from smallplaces.reports.queries import reports_visible_to
from smallplaces.reports.tellings import editions_visible_to
from smallplaces.steps.queries import step_for, steps_by_ids, steps_for
from smallplaces.thread import naming
from smallplaces.thread.refs import Ref

Through = Callable[[Viewer], dict[str, Any]]


class Kind(Protocol):
    """What the walk asks of a kind. Each answer holds only what the viewer may see."""

    def named(self, ids: Sequence[str], viewer: Viewer) -> list[Ref]:
        """The records with these ids."""

    def at(self, path: str, key: str, viewer: Viewer, through: Through | None) -> list[Ref]:
        """The records whose key at the end of `path` is this one."""

    def keys(self, pk: str, path: str, viewer: Viewer, through: Through | None) -> list[str]:
        """The keys at the end of `path` from one record."""


def _same(_viewer: Viewer) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Rows:
    """A kind with one query for the rows that a viewer may see, and a way to name them."""

    visible: Callable[[Viewer], QuerySet[Any]]
    names: Callable[[Iterable[Any], Viewer], list[Ref]]

    def named(self, ids: Sequence[str], viewer: Viewer) -> list[Ref]:
        return self.names(self.visible(viewer).filter(pk__in=ids), viewer) if ids else []

    def at(self, path: str, key: str, viewer: Viewer, through: Through | None) -> list[Ref]:
        more = (through or _same)(viewer)
        found = self.visible(viewer).filter(**{path: key}, **more).values("pk")
        return self.names(self.visible(viewer).filter(pk__in=found), viewer)

    def keys(self, pk: str, path: str, viewer: Viewer, through: Through | None) -> list[str]:
        more = (through or _same)(viewer)
        rows = self.visible(viewer).filter(pk=pk, **more, **{f"{path}__isnull": False})
        return sorted(set(rows.order_by().values_list(path, flat=True)))


class Sentences:
    """Sentences are asked for one by one permission, so they are no plain rows. They hang on their room alone."""

    def named(self, ids: Sequence[str], viewer: Viewer) -> list[Ref]:
        return [naming.sentence(one) for one in sentences_by_ids(ids, viewer=viewer)]

    def at(self, path: str, key: str, viewer: Viewer, through: Through | None) -> list[Ref]:  # noqa: ARG002
        return [naming.sentence(one) for one in sentences_of_rooms([key], viewer=viewer)]

    def keys(self, pk: str, path: str, viewer: Viewer, through: Through | None) -> list[str]:  # noqa: ARG002
        return [get_sentence(pk, viewer=viewer).room_id]


class Statements:
    """Statements are asked for one by one permission too. They hang on their dialogue alone; those taken back are not named."""

    def named(self, ids: Sequence[str], viewer: Viewer) -> list[Ref]:
        return [naming.statement(one) for one in statements_by_ids(ids, viewer=viewer) if not one.taken_back]

    def at(self, path: str, key: str, viewer: Viewer, through: Through | None) -> list[Ref]:  # noqa: ARG002
        ids = statements_visible_to(viewer).filter(dialogue_id=key).values_list("pk", flat=True)
        return self.named(list(ids), viewer)

    def keys(self, pk: str, path: str, viewer: Viewer, through: Through | None) -> list[str]:  # noqa: ARG002
        return [one.dialogue_id for one in statements_by_ids([pk], viewer=viewer)]


class Rooms:
    """A room exists for whoever knows of its meeting, and for all once a sentence of it is public."""

    def named(self, ids: Sequence[str], viewer: Viewer) -> list[Ref]:
        return _found(lambda pk: naming.room(room_page(pk, viewer=viewer)), ids)

    def at(self, path: str, key: str, viewer: Viewer, through: Through | None) -> list[Ref]:  # noqa: ARG002
        return self.named([get_meeting(key, viewer=viewer).room_id], viewer)

    def keys(self, pk: str, path: str, viewer: Viewer, through: Through | None) -> list[str]:  # noqa: ARG002
        meeting = room_page(pk, viewer=viewer).meeting
        return [meeting.id] if meeting else []


class Beginning:
    """A kind that stands at a beginning: it holds no key of another record, so no way is followed from it."""

    def at(self, path: str, key: str, viewer: Viewer, through: Through | None) -> list[Ref]:  # noqa: ARG002
        return []

    def keys(self, pk: str, path: str, viewer: Viewer, through: Through | None) -> list[str]:  # noqa: ARG002
        return []


class Meetings(Beginning):
    """Meetings stand at the beginning: nothing leads to them."""

    def named(self, ids: Sequence[str], viewer: Viewer) -> list[Ref]:
        return _found(lambda pk: naming.meeting(get_meeting(pk, viewer=viewer)), ids)


class Steps:
    """A step is for one issue, demand, promise or decision."""

    def named(self, ids: Sequence[str], viewer: Viewer) -> list[Ref]:
        return [naming.step(one) for one in steps_by_ids(ids, viewer=viewer).values()]

    def at(self, path: str, key: str, viewer: Viewer, through: Through | None) -> list[Ref]:  # noqa: ARG002
        lines = {
            "issue_id": lambda: steps_for(issue_ids=[key], viewer=viewer),
            "demand_id": lambda: steps_for(demand_ids=[key], viewer=viewer),
            "promise_id": lambda: steps_for(promise_ids=[key], viewer=viewer),
            "decision_id": lambda: steps_for(decision_ids=[key], viewer=viewer),
        }
        return [naming.step(one) for one in lines[path]()]

    def keys(self, pk: str, path: str, viewer: Viewer, through: Through | None) -> list[str]:  # noqa: ARG002
        line = step_for(pk, viewer=viewer)
        return [line.for_id] if path == f"{line.for_kind}_id" else []


class Decisions(Beginning):
    """What a group decided stands at a beginning too: only steps lead back to it."""

    def named(self, ids: Sequence[str], viewer: Viewer) -> list[Ref]:
        return [naming.decision(one) for one in decisions_by_ids(ids, viewer=viewer)] if ids else []


def _found(name: Callable[[str], Ref], ids: Sequence[str]) -> list[Ref]:
    found = []
    for pk in ids:
        try:
            found.append(name(pk))
        except NotVisibleError:
            continue
    return found


def _followups(viewer: Viewer) -> QuerySet[Any]:
    rows = followups_visible_to(viewer).filter(promise__in=promises_visible_to(viewer))
    return rows.select_related("promise__place").order_by("on_earliest", "made_on", "id")


def _assessments(viewer: Viewer) -> QuerySet[Any]:
    rows = assessments_visible_to(viewer).filter(promise__in=promises_visible_to(viewer))
    return rows.select_related("promise__place", "body", "group").order_by("on", "id")


def _demands(viewer: Viewer) -> QuerySet[Any]:
    return demands_visible_to(viewer).select_related("issue__place").order_by("made_on", "id")


def _promises(viewer: Viewer) -> QuerySet[Any]:
    rows = promises_visible_to(viewer).select_related("place", "body", "group")
    return rows.order_by("due_latest", "proposed_on", "id")


def _acts(viewer: Viewer) -> QuerySet[Any]:
    return acts_visible_to(viewer).select_related("place").order_by("on_earliest", "id")


def _issues(viewer: Viewer) -> QuerySet[Any]:
    return issues_in_sight(viewer).order_by("made_on", "id")


def _reports(viewer: Viewer) -> QuerySet[Any]:
    return reports_visible_to(viewer).order_by("on", "id")


KINDS: dict[str, Kind] = {
    "meeting": Meetings(),
    "room": Rooms(),
    "sentence": Sentences(),
    "dialogue": Rows(dialogues_visible_to, naming.dialogues),
    "statement": Statements(),
    "issue": Rows(_issues, naming.issues),
    "cause": Rows(causes_in_sight, naming.causes),
    "demand": Rows(_demands, naming.demands),
    "act": Rows(_acts, naming.acts),
    "clause": Rows(clauses_visible_to, naming.clauses),
    "promise": Rows(_promises, naming.promises),
    "followup": Rows(_followups, naming.followups),
    "assessment": Rows(_assessments, naming.assessments),
    "step": Steps(),
    "decision": Decisions(),
    "report": Rows(_reports, naming.reports),
    "edition": Rows(editions_visible_to, naming.editions),
    "borrowing": Rows(borrowings_visible_to, naming.borrowings),
}
