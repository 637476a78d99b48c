"""Rights stand beside what we ask, beside the clauses of a text, and beside what was promised."""

from __future__ import annotations

from types import MappingProxyType

from django.db.models import QuerySet

from smallplaces.commitments.models import Clause, ClauseRight, Demand, DemandRight, Promise, PromiseRight
from smallplaces.commitments.policies import may_change_act, may_change_demand, may_change_promise
from smallplaces.commitments.queries.clauses import clauses_visible_to
from smallplaces.commitments.queries.naming import hidden_words
from smallplaces.commitments.queries.reach import demands_visible_to, promises_visible_to
from smallplaces.core.viewers import Viewer
from smallplaces.norms.linking import Linkable, Said, register


def clauses_seen(viewer: Viewer) -> QuerySet[Clause]:
    """Clauses with what the policy of their text asks."""
    return clauses_visible_to(viewer).select_related("version__act__place", "version__act__group")


def said_of_demand(demand: Demand) -> Said:
    """The words, where the group that asks may still read every sentence in them."""
    ours = Viewer(roles=MappingProxyType({demand.group_id: "member"}))
    return Said("" if hidden_words([demand], ours) else demand.text, demand.lang)


def said_of_clause(clause: Clause) -> Said:
    """Its words without its number, in the language of the version."""
    return Said(clause.text.removeprefix(clause.label).strip(), clause.version.lang)


def said_of_promise(promise: Promise) -> Said:
    """What was promised."""
    return Said(promise.text, promise.lang)


def may_link_demand(viewer: Viewer, demand: Demand) -> bool:
    """The group that asks."""
    return may_change_demand(demand, viewer)


def may_link_clause(viewer: Viewer, clause: Clause) -> bool:
    """As the text itself."""
    return may_change_act(clause.version.act, viewer)


def may_link_promise(viewer: Viewer, promise: Promise) -> bool:
    """Those who may correct it."""
    return may_change_promise(promise, viewer)


def register_kinds() -> None:
    """Called once, when the app is ready."""
    act = "version__act__"
    register(Linkable("demand", DemandRight, demands_visible_to, said_of_demand, may_link_demand, "issue__place_id"))
    register(
        Linkable(
            "clause", ClauseRight, clauses_seen, said_of_clause, may_link_clause, f"{act}place_id", f"{act}group_id"
        )
    )
    register(Linkable("promise", PromiseRight, promises_visible_to, said_of_promise, may_link_promise))
