"""What exists for whom: the rows of commitments that a viewer may read. Every other read begins here."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from smallplaces.commitments import policies
from smallplaces.commitments.models import Act, Assessment, Borrowing, Clause, Demand, FollowUp, Promise, Signer
from smallplaces.core.enums import Standing
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.groups.queries import held_by_visible_groups

_Row = TypeVar("_Row", bound=Model)


def _common(viewer: Viewer) -> Q:
    """Accepted ones for everybody; proposed ones for those who may accept them."""
    seen = Q(standing=Standing.ACCEPTED)
    if viewer.is_steward:
        return seen | Q(standing=Standing.PROPOSED)
    return seen | Q(standing=Standing.PROPOSED, place_id__in=viewer.place_ids)


def acts_visible_to(viewer: Viewer) -> QuerySet[Act]:
    """Common texts as they are accepted, and those that a group holds as it shows them."""
    common = Q(group__isnull=True) & _common(viewer)
    return Act.objects.filter(common | (Q(group__isnull=False) & held_by_visible_groups("act", viewer)))


def promises_visible_to(viewer: Viewer) -> QuerySet[Promise]:
    """Promises of bodies as they are accepted; our own as the group that owes them shows them."""
    ours = Q(group_id__in=viewer.group_ids) | Q(private=False, group__state=GroupState.OPEN)
    return Promise.objects.filter((Q(group__isnull=True) & _common(viewer)) | (Q(group__isnull=False) & ours))


def demands_visible_to(viewer: Viewer) -> QuerySet[Demand]:
    """Demands as the groups that make them show them."""
    return Demand.objects.filter(held_by_visible_groups("demand", viewer))


def followups_visible_to(viewer: Viewer) -> QuerySet[FollowUp]:
    """What happened next, as the groups that wrote it down show it."""
    return FollowUp.objects.filter(held_by_visible_groups("followup", viewer))


def assessments_visible_to(viewer: Viewer) -> QuerySet[Assessment]:
    """What bodies say of themselves, and what open groups say in public or the viewer's own groups say at all."""
    theirs = Q(group__isnull=True)
    public = Q(public=True, group__state=GroupState.OPEN)
    return Assessment.objects.filter(theirs | public | Q(group_id__in=viewer.group_ids))


def get_act(act_id: str, *, viewer: Viewer) -> Act:
    """One text by its id."""
    return _one(acts_visible_to(viewer).select_related("place", "body", "group"), act_id)


def get_clause(clause_id: str, *, viewer: Viewer) -> Clause:
    """One clause of a text that the viewer may read."""
    rows = Clause.objects.filter(version__act__in=acts_visible_to(viewer))
    return _one(rows.select_related("version__act__place", "version__act__body", "version__act__group"), clause_id)


def get_promise(promise_id: str, *, viewer: Viewer) -> Promise:
    """One promise by its id."""
    return _one(promises_visible_to(viewer).select_related("place", "body", "group", "act", "clause"), promise_id)


def get_demand(demand_id: str, *, viewer: Viewer) -> Demand:
    """One demand by its id."""
    return _one(demands_visible_to(viewer).select_related("group", "issue__place"), demand_id)


def get_signer(signer_id: str, *, viewer: Viewer) -> Signer:
    """One name under a demand or a text that the viewer may read."""
    rows = Signer.objects.filter(Q(demand__in=demands_visible_to(viewer)) | Q(act__in=acts_visible_to(viewer)))
    return _one(rows.select_related("demand__group", "act__group", "act__place"), signer_id)


def get_followup(followup_id: str, *, viewer: Viewer) -> FollowUp:
    """One line of what happened next."""
    return _one(followups_visible_to(viewer).select_related("group"), followup_id)


def get_borrowing(borrowing_id: str, *, viewer: Viewer) -> Borrowing:
    """What one text took from another, where the viewer may read both."""
    seen = acts_visible_to(viewer)
    rows = Borrowing.objects.filter(act__in=seen, clause__version__act__in=seen)
    return _one(rows.select_related("act__place", "act__group"), borrowing_id)


def clause_at(address: str, *, viewer: Viewer) -> Clause:
    """The clause behind a copied address: ...#clause-ID, or the id alone. Raises RefusedError."""
    clause_id = address.strip().rpartition("clause-")[2]
    try:
        return get_clause(clause_id, viewer=viewer)
    except NotVisibleError:
        sentence = _("There is no clause at this address. Open the text, and copy the address of the clause again.")
        raise RefusedError(sentence, field="clause") from None


def may_change(thing: Act | Promise, viewer: Viewer) -> bool:
    """Whether this viewer may correct it, for a page that offers it."""
    if isinstance(thing, Act):
        return policies.may_change_act(thing, viewer)
    return policies.may_change_promise(thing, viewer)


def _one(rows: QuerySet[_Row], pk: str) -> _Row:
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotVisibleError(pk)
    return row
