"""Two groups in one place, and of every kind of thing one that everybody may see and one that only the first group may.

Each hidden thing carries a marker in its words, so that a test can look for it wherever it must not be.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.urls import reverse

from tests.access import (
    world_of_committees,
    world_of_dialogues,
    world_of_letters,
    world_of_norms,
    world_of_rights,
    world_of_walls,
)
from tests.cast import Cast
from tests.factories import commitments, core, groups, issues, meetings, places, steps

HEADS = 7351984  # long enough to stand in no id by chance
MARKERS = {
    "ours": "Zeisig: the sentence that is ours",
    "private_issue": "Amsel: the issue that is private",
    "hidden_cause": "Dohle: the cause of a tree that is not public",
    "power": "Elster: the line of the power sheet",
    "gain": "Falke: who gains, for our eyes",
    "private_demand": "Girlitz: the demand that is private",
    "private_step": "Habicht: the step that is private",
    "private_promise": "Ibisvogel: the pledge that is private",
    "private_act": "Kranich: the text of ours that is private",
    "private_followup": "Lerche: what happened, for our eyes",
    "private_word": "Meise: what we say among ourselves",
    "private_readback": "Nachtigall: the read-back that is private",
    "private_meeting": "Ortolan: the meeting that is private",
    "private_decision": "Pirol: the decision that is private",
    "draft": "Rotkehl: the paragraph of a draft",
    "waiting_signer": "Wiedehopf: the name that waits",
    "private_series": "Stelze: the series that is private",
    "private_training": "Rebhuhn: whom a private training teaches",
    "private_outcomes": "Wachtel: what came of a private meeting",
    "keys": "Schleiereule: where the keys of the group are",
    "not_found": "Uferschwalbe: who could not be found",
    "heads": str(HEADS),
    **world_of_committees.MARKERS,
    **world_of_walls.MARKERS,
    **world_of_norms.MARKERS,
    **world_of_dialogues.MARKERS,
}
# What a steward may read besides: what was proposed and waits for somebody who knows the place.
PROPOSED = "Tukan: what somebody proposed"


@dataclass
class World:
    """What the table's addresses name, by name; and a browser for each of the cast."""

    cast: Cast
    things: dict[str, Any] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)

    def argument(self, words: str) -> str:
        """The value behind "place.slug" or "demand.pk"; a word without a dot stands for itself."""
        return str(attrgetter(words)(self)) if "." in words else words

    def address(self, name: str, arguments: str) -> str:
        """The path of a route."""
        return reverse(name, args=[self.argument(one) for one in arguments.split()])

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["things"][name]
        except KeyError:
            raise AttributeError(name) from None


def _words_of_a_room(world: World) -> None:
    group = world.cast.group
    today = dt.datetime.now(dt.UTC).date()
    meeting = meetings.make_meeting(group, visibility="public", on=today, text="What does the pond need?")
    room = meeting.room
    room.head_count = HEADS
    room.save()
    world.things |= {
        "meeting": meeting,
        "room": room,
        "sentence": meetings.make_sentence(room, "The pond smells in May.", reach="public"),
        "ours": meetings.make_sentence(room, MARKERS["ours"]),
        "readback": meetings.make_readback(room, text=MARKERS["private_readback"], not_found=MARKERS["not_found"]),
        "hidden_meeting": meetings.make_meeting(group, text=MARKERS["private_meeting"]),
    }
    world.things["hidden_room"] = world.hidden_meeting.room
    _meetings_of_kinds(world)


def _meetings_of_kinds(world: World) -> None:
    from smallplaces.meetings.actions import change_meeting

    group = world.cast.group
    change_meeting(world.hidden_meeting, outcomes=MARKERS["private_outcomes"], by=meetings.inside(group))
    world.things["series"] = meetings.make_series(group, text=MARKERS["private_series"])
    seen = meetings.make_meeting(group, kind="training", visibility="public", text="What a bill says")
    seen.room.head_count = HEADS
    seen.room.save()
    world.things["training"] = meetings.make_training(seen)
    hidden = meetings.make_meeting(group, kind="training", text="A training among ourselves")
    world.things["hidden_training"] = meetings.make_training(hidden, audience=MARKERS["private_training"])


def _issues(world: World) -> None:
    group = world.cast.group
    issue = issues.make_public_issue(group, sentences=[world.sentence, world.ours])
    closed = issues.make_issue(group, text="The bridge is shut at night.", visibility="public")
    hidden = issues.make_issue(group, text=MARKERS["private_issue"])
    for one in (issue, closed, hidden):
        issues.make_power_line(one, text=MARKERS["power"])
        issues.make_gain(one, text=MARKERS["gain"])
    world.things |= {
        "issue": issue,
        "closed_tree": closed,
        "hidden_issue": hidden,
        "cause": issues.make_cause(issue, text="nobody cleans the pipe"),
        "hidden_cause": issues.make_cause(closed, text=MARKERS["hidden_cause"]),
        "gain": issue.gains.first(),
        "power_line": issue.power_lines.first(),
        "duty": issues.make_duty(issue),
        "link": issues.make_issue_link(issue, hidden),
    }


def _commitments(world: World) -> None:
    from smallplaces.commitments.actions import sign
    from smallplaces.core.viewers import ANYBODY

    group, place = world.cast.group, world.cast.place
    body = places.make_body(place)
    demand = commitments.make_public_demand(group, issue=world.issue, bodies=[body])
    hidden = commitments.make_demand(group, issue=world.issue, text=MARKERS["private_demand"])
    act = commitments.make_act(place=place, body=body)
    promise = commitments.make_promise(
        place=place, body=body, demands=[demand, hidden], issues=[world.issue], by=meetings.inside(group)
    )
    pledge = {"title": MARKERS["private_act"], "visibility": "private"}
    secret = {"text": MARKERS["private_promise"], "private": True, "issues": [world.issue], "demands": [demand]}
    world.things |= {
        "body": body,
        "demand": demand,
        "hidden_demand": hidden,
        "act": act,
        "clause": commitments.make_clause(act),
        "hidden_act": commitments.make_act(group, **pledge),
        "promise": promise,
        "hidden_promise": commitments.make_own_promise(group, **secret),
        "signer": sign(demand=demand, name=MARKERS["waiting_signer"], by=ANYBODY),
        "file": core.make_file(name="seen.pdf", visibility="public"),
        "hidden_file": core.make_file(b"other bytes", group_id=group.pk),
    }
    world.things["hidden_followup"] = commitments.make_followup(promise, group, text=MARKERS["private_followup"])
    world.things["borrowing"] = commitments.make_borrowing(act=commitments.make_act(place=place), clause=world.clause)
    commitments.make_our_word(promise, group, text=MARKERS["private_word"], public=False)
    proposed = {"place": place, "body": body, "by": ANYBODY, "text": PROPOSED}
    world.things["proposed_promise"] = commitments.make_promise(**proposed)
    world.things["proposed_act"] = commitments.make_act(place=place, title=PROPOSED, by=ANYBODY)


def _steps(world: World) -> None:
    group = world.cast.group
    for whom in (
        {"decision": world.decision},
        {"issue": world.issue},
        {"demand": world.demand},
        {"promise": world.promise},
    ):
        world.things["hidden_step"] = steps.make_step(group, text=MARKERS["private_step"], **whom)
    world.things["step"] = steps.make_step(group, issue=world.issue, visibility="public")


def _reports(world: World) -> None:
    from smallplaces.core.viewers import command
    from smallplaces.reports import actions
    from smallplaces.reports.models import Profile

    group, place = world.cast.group, world.cast.place
    by = meetings.inside(group)
    actions.load_profiles(by=command())
    profile = Profile.objects.get(code="home")
    start = {"group": group, "place": place, "profile": profile, "on": core.DAY, "by": by}
    report = actions.start_report(title="What we said", visibility="public", **start)
    section = report.sections.order_by("position").first()
    assert section is not None
    first = actions.write_paragraph(section=section, text="We met at the pond.", by=by)
    citation = actions.cite(paragraph=first, kind="sentence", thing=world.sentence, by=by)
    actions.hand_in(report, to="the council", on=core.DAY, by=by)
    draft = actions.write_paragraph(section=section, text=MARKERS["draft"], by=by)
    hidden = actions.start_report(title=MARKERS["draft"], **start)
    world.things |= {"report": report, "section": section, "paragraph": draft, "citation": citation}
    world.things |= {"hidden_report": hidden, "profile": profile}


def _people(world: World) -> None:
    from smallplaces.groups.models import Membership

    group = world.cast.group
    assert world.cast.member.account is not None
    account = world.cast.member.account
    waiting = places.make_place(standing="proposed", accepted_on=None, name=PROPOSED)
    world.things |= {
        "place": world.cast.place,
        "group": group,
        "membership": Membership.objects.get(group=group, account=account),
        "proposed_place": waiting,
        "asked_group": groups.make_group(place=world.cast.place, state="asked", opened_on=None, name=PROPOSED),
    }
    world.things["day"] = places.make_milestone(world.cast.place)
    world.things["lone_day"] = places.make_milestone()
    proposed = {"standing": "proposed", "accepted_on": None}
    world.things["proposed_day"] = places.make_milestone(world.cast.place, title=PROPOSED, **proposed)
    world.things["correction"] = places.make_correction(world.cast.place, text=PROPOSED)
    world.things |= world_of_committees.committees(world.cast)
    world.things["decision"] = groups.make_decision(group, text=MARKERS["private_decision"])
    group.keys_note = MARKERS["keys"]
    group.save(update_fields=["keys_note"])


@cache
def hashed(password: str) -> str:
    """Its hash, made once for all worlds: it takes a tenth of a second."""
    return make_password(password)


def through_a_link(address: str) -> Client:
    """A browser that opened a one-time link and pressed its button."""
    client = Client()
    assert client.post(address).status_code == 302
    return client


def _doors(world: World) -> None:
    from smallplaces.meetings.actions import make_facilitator_link

    _link, key = make_facilitator_link(world.meeting, by=meetings.inside(world.group))
    world.things["answer_link"], answer = commitments.make_answer_link(world.demand)
    _link, invited = core.make_link(details={"role": "member"}, group_id=world.group.pk, kind="group")
    _link, forgotten = core.make_link(purpose="password")
    world.things["keys"] = Keys(key, answer, invited, forgotten)
    world.clients |= {name: person.client for name, person in world.cast.everybody.items()}
    for person in world.cast.everybody.values():
        if person.account is not None:
            person.account.password = hashed(groups.PASSWORD)
            person.account.save()
            person.client.force_login(person.account, backend="allauth.account.auth_backends.AuthenticationBackend")
    world.clients["facilitator"] = through_a_link(reverse("listening:meeting_door", args=[key]))
    world.clients["official"] = through_a_link(reverse("hall:answer_door", args=[answer]))


@dataclass(frozen=True)
class Keys:
    """The keys of open one-time links."""

    meeting: str
    answer: str
    invitation: str
    password: str


@pytest.fixture
def world(cast: Cast) -> World:
    """Everything, ready."""
    made = World(cast)
    _people(made)
    _words_of_a_room(made)
    _issues(made)
    _commitments(made)
    _steps(made)
    _reports(made)
    world_of_walls.make(made)
    made.things |= world_of_letters.letters_of(made.cast)
    made.things |= world_of_norms.things_of(made.cast)
    made.things |= world_of_dialogues.things_of(made.cast, made.issue)
    made.things |= world_of_rights.things_of(made)
    _doors(made)
    return made
