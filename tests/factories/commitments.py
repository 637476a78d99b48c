"""The smallest valid objects of commitments. Texts are made up."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from tests.factories.core import DAY
from tests.factories.groups import make_group
from tests.factories.issues import make_issue, make_public_issue
from tests.factories.meetings import inside
from tests.factories.places import make_body, make_place

if TYPE_CHECKING:
    from smallplaces.commitments.models import (
        Act,
        ActDemand,
        ActVersion,
        Answer,
        Assessment,
        Borrowing,
        Clause,
        Demand,
        DemandOn,
        DemandSentence,
        FollowUp,
        Promise,
        PromiseDemand,
        PromiseIssue,
        Signer,
    )
    from smallplaces.core.models import OneTimeLink
    from smallplaces.groups.models import Group

SOURCE = "read at the counter of the town hall"
TEXT = """A resolution about the mill pond

WHEREAS the pond smells; and
WHEREAS nobody tells us why;

NOW, THEREFORE, BE IT RESOLVED, that the Council of Mills shall test the water of the pond within six months; and
BE IT FURTHER RESOLVED, that the Council of Mills shall print what it found in three languages.
"""
RECITALS = """A proclamation

WHEREAS every child drinks water; and
WHEREAS water is dear to us all;
"""


def make_demand(group: Group | None = None, **fields: Any) -> Demand:
    """A private demand on ourselves, from a new issue of the group."""
    from smallplaces.commitments.actions import make_demand as make

    issue = fields.pop("issue", None) or make_issue(group)
    whom = {} if "bodies" in fields else {"ourselves": True}
    return make(issue, by=inside(issue.group), **{"text": "Nobody stands alone at the door."} | whom | fields)


def make_public_demand(group: Group | None = None, **fields: Any) -> Demand:
    """A demand on a council that everybody reads."""
    group = group or make_group()
    fields = {"issue": make_public_issue(group), "bodies": [make_body(group.place)], "visibility": "public"} | fields
    return make_demand(group, **fields)


def make_demand_on(demand: Demand | None = None, **fields: Any) -> DemandOn:
    """On whom a new demand is: a body at its place."""
    from smallplaces.commitments.models import DemandOn

    demand = demand or make_demand()
    return DemandOn.objects.create(**{"demand": demand, "body": make_body(demand.issue.place)} | fields)


def make_demand_sentence(**fields: Any) -> DemandSentence:
    """A sentence that a new demand was made from."""
    from tests.factories.meetings import make_sentence

    sentence = fields.pop("sentence", None) or make_sentence()
    group = sentence.room.meeting.group
    return make_demand(group, sentences=[sentence], **fields).made_from.get()


def make_signer(demand: Demand | None = None, **fields: Any) -> Signer:
    """A group's name under a demand, accepted."""
    from smallplaces.commitments.actions import sign

    demand = demand or make_public_demand()
    return sign(**{"demand": demand, "name": "Weavers' union", "by": inside(demand.group)} | fields)


def make_answer(demand: Demand | None = None, **fields: Any) -> Answer:
    """What the body wrote in a letter."""
    from smallplaces.commitments.actions import record_answer

    demand = demand or make_public_demand()
    row = demand.on_whom.first()
    assert row is not None
    smallest = {
        "body": row.body,
        "text": "We will look into it.",
        "source": "letter of 2 March",
        "by": inside(demand.group),
    }
    return record_answer(demand, **smallest | fields)


def make_act(group: Group | None = None, **fields: Any) -> Act:
    """A resolution of a place, accepted; or a group's own pledge where a group is named."""
    from smallplaces.commitments.actions import add_act
    from smallplaces.core.viewers import command

    place = fields.pop("place", None) or (group.place if group else make_place())
    by = fields.pop("by", None) or (inside(group) if group else command())
    kind = "pledge" if group else "resolution"
    return add_act(
        place, **{"kind": kind, "title": "About the pond", "source": SOURCE, "group": group, "by": by} | fields
    )


def make_version(act: Act | None = None, **fields: Any) -> ActVersion:
    """A text with two recitals and two clauses."""
    from smallplaces.commitments.actions import add_version
    from smallplaces.core.viewers import command

    act = act or make_act()
    by = inside(act.group) if act.group else command()
    return add_version(act, **{"text": TEXT, "by": by} | fields)


def make_clause(act: Act | None = None) -> Clause:
    """The first operative clause of a text."""
    clause = make_version(act).clauses.filter(kind="operative").order_by("position").first()
    assert clause is not None
    return clause


def make_borrowing(**fields: Any) -> Borrowing:
    """A village's rule, made after a clause of a town's resolution."""
    from smallplaces.commitments.actions import borrow
    from smallplaces.core.viewers import command

    act = fields.pop("act", None) or make_act(kind="rule", title="A rule for the pump")
    clause = fields.pop("clause", None) or make_clause()
    return borrow(act, clause, **{"by": command(), "text": "Kept for a while, then the fuel ran out."} | fields)


def make_promise(**fields: Any) -> Promise:
    """A promise that a body made aloud, accepted."""
    from smallplaces.commitments.actions import make_promise as make
    from smallplaces.core.viewers import command

    place = fields.pop("place", None) or (fields["body"].place if "body" in fields else make_place())
    smallest = {"origin": "aloud", "text": "The water of the pond is tested.", "source": SOURCE, "by": command()}
    whom = {} if {"group", "body"} & set(fields) else {"body": make_body(place)}
    return make(place, **smallest | whom | fields)


def make_own_promise(group: Group | None = None, **fields: Any) -> Promise:
    """What a group pledged itself, for everybody to read."""
    group = group or make_group()
    smallest = {"origin": "pledge", "text": "We read the gauge twice a month.", "by": inside(group)}
    return make_promise(place=group.place, group=group, **smallest | fields)


def make_promise_demand(**fields: Any) -> PromiseDemand:
    """A promise answers a demand."""
    demand = fields.pop("demand", None) or make_public_demand()
    promise = make_promise(place=demand.issue.place, demands=[demand], by=inside(demand.group), **fields)
    return promise.answers_to.get()


def make_promise_issue(**fields: Any) -> PromiseIssue:
    """A promise bears on an issue."""
    issue = fields.pop("issue", None) or make_public_issue()
    promise = make_promise(place=issue.place, issues=[issue], by=inside(issue.group), **fields)
    return promise.bears_on.get()


def make_act_demand(act: Act | None = None, demand: Demand | None = None) -> ActDemand:
    """A text answers a demand."""
    from smallplaces.commitments.actions import answer_demand_with

    demand = demand or make_public_demand()
    act = act or make_act(place=demand.issue.place)
    answer_demand_with(act, [demand], by=inside(demand.group))
    return act.answers_to.get(demand=demand)


def make_followup(promise: Promise | None = None, group: Group | None = None, **fields: Any) -> FollowUp:
    """What happened next, written down by a group for itself."""
    from smallplaces.commitments.actions import follow_up

    promise = promise or make_promise()
    group = group or make_group(place=promise.place)
    smallest = {
        "on": "2026-02",
        "text": "A van came and took three bottles.",
        "source": "photograph by the river watch",
    }
    return follow_up(promise, group=group, **{"by": inside(group)} | smallest | fields)


def make_our_word(promise: Promise | None = None, group: Group | None = None, **fields: Any) -> Assessment:
    """What a group says in public."""
    from smallplaces.commitments.actions import assess

    promise = promise or make_promise()
    group = group or make_group(place=promise.place)
    return assess(
        promise,
        group=group,
        **{"by": inside(group), "judgement": "not_really", "text": "One test, once.", "on": DAY} | fields,
    )


def make_their_word(promise: Promise | None = None, **fields: Any) -> Assessment:
    """What the body wrote about its own promise, typed in."""
    from smallplaces.commitments.actions import record_their_word
    from smallplaces.core.viewers import command

    smallest = {
        "judgement": "kept",
        "text": "It was tested.",
        "source": "letter of 1 March",
        "on": DAY,
        "by": command(),
    }
    return record_their_word(promise or make_promise(), **smallest | fields)


def make_answer_link(thing: Demand | Promise | None = None) -> tuple[OneTimeLink, str]:
    """A link by which a body answers a public demand or promise, and its key."""
    from smallplaces.commitments.actions import make_answer_link as make
    from smallplaces.commitments.models import Promise
    from smallplaces.core.viewers import command

    thing = thing or make_promise()
    if isinstance(thing, Promise):
        assert thing.body is not None
        return make(promise=thing, body=thing.body, by=command())
    row = thing.on_whom.first()
    assert row is not None
    assert row.body is not None
    return make(demand=thing, body=row.body, by=inside(thing.group))


def long_past(days: int) -> str:
    """A due date that passed so many days ago, in a place whose day is that of UTC or London."""
    from smallplaces.core.clock import today

    return (today("Europe/London") - dt.timedelta(days=days)).isoformat()
