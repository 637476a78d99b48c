"""What waits for somebody: proposed texts and promises, and names under demands."""

from __future__ import annotations

from django.db.models import Q

from smallplaces.commitments.models import Signer
from smallplaces.commitments.queries.acts import act_lines
from smallplaces.commitments.queries.promises import promise_lines
from smallplaces.commitments.queries.reach import acts_visible_to, promises_visible_to
from smallplaces.commitments.queries.shown import ActLine, PromiseLine, Ref
from smallplaces.core.enums import Standing
from smallplaces.core.viewers import Viewer


def acts_waiting(viewer: Viewer) -> tuple[ActLine, ...]:
    """Texts that somebody proposed and this viewer may accept."""
    rows = acts_visible_to(viewer).filter(standing=Standing.PROPOSED).order_by("proposed_on", "id")
    return act_lines(rows, viewer=viewer)


def promises_waiting(viewer: Viewer) -> tuple[PromiseLine, ...]:
    """Promises that somebody proposed and this viewer may accept."""
    rows = promises_visible_to(viewer).filter(standing=Standing.PROPOSED).order_by("proposed_on", "id")
    return promise_lines(rows, viewer=viewer)


def signers_waiting(viewer: Viewer) -> tuple[Ref, ...]:
    """The demands and texts under which names wait for this viewer: each with how many. One query."""
    common = Q(act__group__isnull=True, act__isnull=False)
    may = Q(demand__group_id__in=viewer.group_ids) | Q(act__group_id__in=viewer.group_ids)
    may |= common if viewer.is_steward else common & Q(act__place_id__in=viewer.place_ids)
    found: dict[tuple[str, str], list[str]] = {}
    for row in (
        Signer.objects.filter(may, accepted_on__isnull=True).select_related("demand", "act").order_by("signed_on", "id")
    ):
        key, text = (
            (("demand", row.demand.pk), row.demand.text) if row.demand else (("act", row.act_id or ""), str(row.act))
        )
        found.setdefault(key, [text]).append(row.pk)
    return tuple(Ref(kind=kind, id=pk, text=rows[0], label=str(len(rows) - 1)) for (kind, pk), rows in found.items())
