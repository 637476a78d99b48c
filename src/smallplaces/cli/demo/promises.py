"""Asked, promised, watched: demands, texts, promises with both sides' words, steps, and the neighbour's pump."""

from __future__ import annotations

import datetime as dt
from typing import Any

from smallplaces.cli.demo import commitments as told
from smallplaces.cli.demo import tell
from smallplaces.cli.demo.cast import SOURCE, Stage
from smallplaces.commitments import actions as commitments
from smallplaces.commitments.models import Act, Promise
from smallplaces.core.clock import fixed
from smallplaces.groups.models import Group
from smallplaces.meetings import actions as meetings
from smallplaces.meetings.lines import Line
from smallplaces.steps import actions as steps


def ask(stage: Stage) -> None:
    """Three demands: on the company and the council, on the council, on ourselves; the first signed by six groups."""
    with fixed(stage.ago(320)):
        for one in told.DEMANDS:
            stage.made["demand", one.key] = commitments.make_demand(
                issue=stage.made["issue", one.issue], text=one.text, lang="en", made_in=one.made_in,
                bodies=[stage.bodies[body] for body in one.bodies], ourselves=not one.bodies,
                sentences=[stage.made["sentence", key] for key in one.sentences], visibility="public", state=one.state,
                asked_on=stage.ago(300) if one.bodies else None, by=stage.by["laundry"]
            )  # fmt: skip
        for name, sector in told.SIGNERS[:6]:
            commitments.sign(
                demand=stage.made["demand", "water"], name=name, sector=sector,
                identification_only=sector == "health", by=stage.by["laundry"]
            )  # fmt: skip


def pass_texts(stage: Stage) -> None:
    """Our own pledge, Resolution 41, and the motion that lapsed, with its lesson."""
    council = stage.bodies["council"]
    pledge = _text(
        stage, "pledge", told.LAUNDRY_PLEDGE, 330, kind="pledge", title="The Laundry Pledge", group=stage.laundry,
        status="in_force", numbers_in_words="14 groups signed; 63 households counted"
    )  # fmt: skip
    with fixed(stage.ago(330)):
        for name, sector in told.SIGNERS:
            commitments.sign(act=pledge, name=name, sector=sector, by=stage.by["laundry"])
    _text(
        stage, "r41", told.RESOLUTION_41, 216, kind="resolution", number="41", title="Water is for living", body=council,
        status="adopted", vote="6 to 3", source="Council paper 41, copied by hand at the counter; made up"
    )  # fmt: skip
    motion = _text(
        stage, "return", told.MOTION_RETURN, 250, kind="motion", title="Return", body=council, status="lapsed",
        lesson=told.LESSON, source="Council order paper; made up"
    )  # fmt: skip
    commitments.answer_demand_with(
        motion, [stage.made["demand", "return"]], made_in="committee", by=stage.by["laundry"]
    )


def _text(
    stage: Stage, key: str, text: str, days_ago: int, *, who: str = "laundry", source: str = SOURCE, **facts: Any
) -> Act:
    """A text as it was written down so many days ago, with its clauses by number."""
    on, by = stage.ago(days_ago), stage.by[who]
    with fixed(on):
        facts.setdefault("place", stage.place)
        act = commitments.add_act(lang="en", source=source, on=on.isoformat(), by=by, **facts)
        version = commitments.add_version(act=act, text=text, lang="en", stage="adopted", on=on.isoformat(), by=by)
    for clause in version.clauses.exclude(label=""):
        stage.made["clause", f"{key}/{clause.label.rstrip('.')}."] = clause
    stage.made["act", key] = act
    return act


def promise(stage: Stage) -> None:
    """Seven promises; theirs and ours; what they say and what we say of each."""
    for one in told.PROMISES:
        stage.made["promise", one.key] = made = _promise(stage, one)
        for days, text, source in one.followups:
            _follow_up(stage, made, days, text, source)
        if one.they:
            _they_say(stage, made, one.they)
        if one.we:
            _we_say(stage, made, one.we, stage.laundry, "laundry")
    _we_say(stage, stage.made["promise", "panel"], told.THE_TRADERS_SAY, stage.traders, "traders")


def _promise(stage: Stage, one: told.Promised) -> Promise:
    on = stage.ago(one.made_days_ago)
    due = "" if one.due_days is None else (stage.today + dt.timedelta(days=one.due_days)).isoformat()
    with fixed(on):
        return commitments.make_promise(
            place=stage.place, origin=one.origin, text=one.text, lang="en", source=one.source or SOURCE,
            clause=stage.made.get(("clause", f"{one.act}/{one.clause}")), act=stage.made.get(("act", one.act)),
            body=stage.bodies.get(one.body), group=None if one.body else stage.laundry, due=due, due_words=one.due_words,
            due_anchor="the day of the vote" if one.due_words else "", money=one.money, rhythm=one.rhythm,
            on=on.isoformat(), demands=[stage.made["demand", key] for key in one.demands],
            issues=[stage.made["issue", key] for key in one.issues], made_in="committee", by=stage.by["laundry"]
        )  # fmt: skip


def _follow_up(stage: Stage, made: Promise, days: int, text: str, source: str) -> None:
    with fixed(stage.ago(days)):
        commitments.follow_up(
            promise=made, group=stage.laundry, on=stage.ago(days).isoformat(), text=text, lang="en", source=source,
            visibility="public", by=stage.by["laundry"]
        )  # fmt: skip


def _they_say(stage: Stage, made: Promise, word: told.Word) -> None:
    with fixed(stage.ago(word.days_ago)):
        commitments.record_their_word(
            promise=made, judgement=word.judgement, text=word.text, lang="en", on=stage.ago(word.days_ago),
            answered_by=word.how, source=word.source, by=stage.by["laundry"]
        )  # fmt: skip


def _we_say(stage: Stage, made: Promise, word: told.Word, group: Group, who: str) -> None:
    with fixed(stage.ago(word.days_ago)):
        commitments.assess(
            promise=made, group=group, judgement=word.judgement, text=word.text, lang="en",
            on=stage.ago(word.days_ago), public=True, by=stage.by[who]
        )  # fmt: skip


def take_steps(stage: Stage) -> None:
    """Three steps done, with what came of them; three open."""
    by = stage.by["laundry"]
    for one in tell.STEPS:
        with fixed(stage.ago(one.done_ago + 2 if one.done_ago else 9)):
            due = (stage.today + dt.timedelta(days=one.due_days)).isoformat()
            target = {one.target[0]: stage.made[one.target]}
            step = steps.plan_step(
                group=stage.laundry, who=one.who, text=one.text, lang="en", kind=one.kind, due=due,
                visibility=one.visibility, by=by, **target
            )  # fmt: skip
        if one.done_ago:
            with fixed(stage.ago(one.done_ago)):
                steps.finish_step(
                    step, on=stage.ago(one.done_ago).isoformat(), came_of_it=one.came_of_it,
                    volunteers=one.volunteers, hours=one.hours, by=by,
                )  # fmt: skip
        stage.made["step", one.text] = step


def borrow(stage: Stage) -> None:
    """Low Marsh took clause 3 as a pump rule, and says what came of it."""
    by = stage.by["minders"]
    with fixed(stage.ago(170)):
        meeting = meetings.call_meeting(
            group=stage.minders, text="Who gets how much from the pump?", on=stage.ago(170), where="By the pump",
            kind="assembly", lang="en", room_name="By the pump", visibility="public", by=by
        )  # fmt: skip
        line = Line("The pump is all we have, and it has no rule.", "how_it_is", "all", "public", "en")
        meetings.type_sentences(meeting.room, lines=[line], by=by)
    rule = _text(
        stage, "pump", told.PUMP_RULE, 165, who="minders", kind="rule", title="The pump rule of Low Marsh",
        place=stage.marsh, group=stage.minders, status="ended"
    )  # fmt: skip
    with fixed(stage.ago(12)):
        commitments.borrow(
            act=rule, clause=stage.made["clause", "r41/3."], changed=told.PUMP_CHANGED, text=told.PUMP_OUTCOME,
            lang="en", told_on=stage.ago(12), by=by
        )  # fmt: skip
