"""What stands beside demands, promises and texts, for many of them at once: one query each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Q, QuerySet

from smallplaces.commitments.models import Act, Answer, Borrowing, FollowUp, Signer
from smallplaces.commitments.queries.naming import act_ref, clause_ref, party
from smallplaces.commitments.queries.reach import acts_visible_to, demands_visible_to, followups_visible_to
from smallplaces.commitments.queries.shown import AnswerLine, FollowUpLine, SignerLine
from smallplaces.commitments.queries.shown_pages import BorrowingLine
from smallplaces.core.clock import today
from smallplaces.core.viewers import Viewer


def signers_beside(
    *, demand_ids: Sequence[str] = (), act_ids: Sequence[str] = (), viewer: Viewer
) -> dict[str, tuple[SignerLine, ...]]:
    """The accepted names under demands and texts, by the id of what they signed; groups first. One query."""
    of = Q(demand__in=demands_visible_to(viewer).filter(pk__in=demand_ids))
    of |= Q(act__in=acts_visible_to(viewer).filter(pk__in=act_ids))
    still = Q(shown_until__isnull=True) | Q(shown_until__gte=today())
    rows = Signer.objects.filter(of, still, accepted_on__isnull=False).order_by("is_person", "name", "id")
    found: dict[str, list[SignerLine]] = defaultdict(list)
    for row in rows:
        found[row.demand_id or row.act_id or ""].append(
            SignerLine(
                id=row.pk,
                name=row.name,
                is_person=row.is_person,
                sector=row.sector,
                identification_only=row.identification_only,
                signed_on=row.signed_on,
                shown_until=row.shown_until,
                waits=False,
            )
        )
    return {key: tuple(lines) for key, lines in found.items()}


def answers_beside(demand_ids: Sequence[str], *, viewer: Viewer) -> dict[str, tuple[AnswerLine, ...]]:
    """What bodies answered to demands, oldest first, by the demand's id. One query."""
    rows = Answer.objects.filter(demand__in=demands_visible_to(viewer).filter(pk__in=demand_ids))
    found: dict[str, list[AnswerLine]] = defaultdict(list)
    for row in rows.select_related("body").order_by("on", "id"):
        found[row.demand_id].append(
            AnswerLine(
                id=row.pk,
                who=party(row.body, None),
                text=row.text,
                lang=row.lang,
                dir=row.dir,
                on=row.on,
                how=row.answered_by,
                how_words=row.get_answered_by_display(),
                source=row.source,
            )
        )
    return {key: tuple(lines) for key, lines in found.items()}


def followups_beside(promise_ids: Sequence[str], *, viewer: Viewer) -> dict[str, tuple[FollowUpLine, ...]]:
    """What happened next on promises that the viewer may read, oldest first, by the promise's id. One query."""
    rows = followups_visible_to(viewer).filter(promise_id__in=promise_ids).select_related("group", "file")
    found: dict[str, list[FollowUpLine]] = defaultdict(list)
    for row in rows.order_by("on_earliest", "made_on", "id"):
        found[row.promise_id].append(_followup(row))
    return {key: tuple(lines) for key, lines in found.items()}


def borrowings_visible_to(viewer: Viewer) -> QuerySet[Borrowing]:
    """What was taken up: there for whoever may read both texts."""
    seen = acts_visible_to(viewer).values("pk")
    rows = Borrowing.objects.filter(act__in=seen, clause__version__act__in=seen)
    return rows.select_related("act__place", "clause__version__act__place").order_by("told_on", "id")


def taken_up_from(act_ids: Sequence[str], *, viewer: Viewer) -> tuple[BorrowingLine, ...]:
    """What others took up from these texts, and what came of it. One query."""
    rows = borrowings_visible_to(viewer).filter(clause__version__act__in=act_ids)
    return tuple(borrowing_line(row, row.act) for row in rows)


def taken_up_at(place_id: str, *, viewer: Viewer) -> tuple[tuple[BorrowingLine, ...], tuple[BorrowingLine, ...]]:
    """What others took up from a place, and what the place took up from others. One query."""
    there = Q(clause__version__act__place_id=place_id) | Q(act__place_id=place_id)
    rows = list(borrowings_visible_to(viewer).filter(there))
    given = tuple(borrowing_line(one, one.act) for one in rows if one.act.place_id != place_id)
    taken = tuple(
        borrowing_line(one, one.clause.version.act) for one in rows if one.clause.version.act.place_id != place_id
    )
    return given, taken


def borrowing_line(row: Borrowing, other: Act) -> BorrowingLine:
    """One borrowing seen from one end; `other` is the text at the far end."""
    return BorrowingLine(
        id=row.pk,
        act=act_ref(other),
        place_name=other.place.name,
        clause=clause_ref(row.clause),
        clause_text=row.clause.text,
        changed=row.changed,
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        told_on=row.told_on,
    )


def _followup(row: FollowUp) -> FollowUpLine:
    return FollowUpLine(
        id=row.pk,
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        on=row.on_date,
        source=row.source,
        file_id=row.file_id or "",
        file_name=row.file.name if row.file else "",
        group_name=row.group.name,
        visibility=row.visibility,
    )
