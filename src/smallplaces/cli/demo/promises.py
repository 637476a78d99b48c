"""Asked, promised, watched: demands, texts, promises with both sides' words, steps, and the neighbour's pump."""

from __future__ import annotations

import datetime as dt
from typing import Any

from smallplaces.cli.demo import commitments as told
from smallplaces.cli.demo import tell
from smallplaces.cli.demo.cast import SOURCE, Stage
from smallplaces.commitments import actions as commitments
from smallplaces.commitments.models import Act, Clause
from smallplaces.core.clock import fixed
from smallplaces.meetings import actions as meetings
from smallplaces.meetings.lines import Line
from smallplaces.steps import actions as steps


def ask(stage: Stage) -> None:
    """Three demands: on the company and the council, on the council, on ourselves; the first signed by two groups."""
    by = stage.by["laundry"]
    with fixed(stage.ago(320)):
        for key, issue, text, bodies, ourselves, made_in, state, sentences in told.DEMANDS:
            stage.made["demand", key] = commitments.make_demand(
                issue=stage.made["issue", issue],
                text=text,
                lang="en",
                made_in=made_in,
                bodies=[stage.bodies[one] for one in bodies],
                ourselves=ourselves,
                sentences=[stage.made["sentence", one] for one in sentences],
                visibility="public",
                state=state,
                asked_on=None if ourselves else stage.ago(300),
                by=by,
            )
        for name, sector in told.SIGNERS[:6]:
            commitments.sign(
                demand=stage.made["demand", "water"],
                name=name,
                sector=sector,
                identification_only=sector == "health",
                by=by,
            )


def pass_texts(stage: Stage) -> None:
    """Our own pledge, Resolution 41, and the motion that lapsed, with its lesson."""
    by = stage.by["laundry"]
    with fixed(stage.ago(330)):
        pledge = _text(
            stage,
            "pledge",
            told.LAUNDRY_PLEDGE,
            kind="pledge",
            title="The Laundry Pledge",
            on=stage.ago(330),
            group=stage.laundry,
            status="in_force",
            numbers_in_words="14 groups signed; 63 households counted",
            by=by,
        )
        for name, sector in told.SIGNERS:
            commitments.sign(act=pledge, name=name, sector=sector, by=by)
    with fixed(stage.ago(216)):
        _text(
            stage,
            "r41",
            told.RESOLUTION_41,
            kind="resolution",
            number="41",
            title="Water is for living",
            on=stage.ago(216),
            body=stage.bodies["council"],
            status="adopted",
            vote="6 to 3",
            source="Council paper 41, copied by hand at the counter; made up for the demonstration",
            by=by,
        )
        _text(
            stage,
            "return",
            told.MOTION_RETURN,
            kind="motion",
            title="Return",
            on=stage.ago(250),
            body=stage.bodies["council"],
            status="lapsed",
            lesson=told.LESSON,
            source="Council order paper; made up for the demonstration",
            by=by,
        )


def _text(stage: Stage, key: str, text: str, *, on: dt.date, by: Any, source: str = SOURCE, **fields: Any) -> Act:
    place = fields.pop("place", stage.place)
    act = commitments.add_act(place=place, lang="en", source=source, on=on.isoformat(), by=by, **fields)
    version = commitments.add_version(act=act, text=text, lang="en", stage="adopted", on=on.isoformat(), by=by)
    for clause in version.clauses.order_by("position"):
        if clause.label:
            stage.made["clause", f"{key}/{clause.label.rstrip('.')}."] = clause
    stage.made["act", key] = act
    return act


def promise(stage: Stage) -> None:
    """Seven promises; theirs and ours; what they say and what we say of each."""
    for one in told.PROMISES:
        _promise(stage, one)
    with fixed(stage.ago(26)):
        commitments.assess(
            promise=stage.made["promise", "panel"],
            group=stage.traders,
            judgement="not_kept",
            lang="en",
            text="We were to have a seat for the shops. We were not called either.",
            on=stage.ago(26),
            public=True,
            by=stage.by["traders"],
        )


def _promise(stage: Stage, one: told.Promised) -> None:
    by = stage.by["laundry"]
    clause: Clause | None = stage.made["clause", f"{one.act}/{one.clause}"] if one.clause else None
    due = "" if one.due_days is None else (stage.today + dt.timedelta(days=one.due_days)).isoformat()
    with fixed(stage.ago(one.made_days_ago)):
        made = commitments.make_promise(
            place=stage.place,
            origin=one.origin,
            text=one.text,
            lang="en",
            source=one.source or SOURCE,
            clause=clause,
            act=stage.made.get(("act", one.act)),
            body=stage.bodies.get(one.body),
            group=None if one.body else stage.laundry,
            due=due,
            due_words=one.due_words,
            due_anchor="the day of the vote" if one.due_words else "",
            money=one.money,
            rhythm=one.rhythm,
            on=stage.ago(one.made_days_ago).isoformat(),
            demands=[stage.made["demand", key] for key in one.demands],
            issues=[stage.made["issue", key] for key in one.issues],
            by=by,
        )
    stage.made["promise", one.key] = made
    for days, text, source in one.followups:
        with fixed(stage.ago(days)):
            commitments.follow_up(
                promise=made,
                group=stage.laundry,
                on=stage.ago(days).isoformat(),
                text=text,
                lang="en",
                source=source,
                visibility="public",
                by=by,
            )
    if one.they:
        with fixed(stage.ago(one.they.days_ago)):
            commitments.record_their_word(
                promise=made,
                judgement=one.they.judgement,
                text=one.they.text,
                lang="en",
                on=stage.ago(one.they.days_ago),
                answered_by=one.they.how,
                source=one.they.source,
                by=by,
            )
    if one.we:
        with fixed(stage.ago(one.we.days_ago)):
            commitments.assess(
                promise=made,
                group=stage.laundry,
                judgement=one.we.judgement,
                text=one.we.text,
                lang="en",
                on=stage.ago(one.we.days_ago),
                public=True,
                by=by,
            )


def take_steps(stage: Stage) -> None:
    """Three steps done, with what came of them; three open."""
    by = stage.by["laundry"]
    for text, who, kind, target, due_days, done_ago, came_of_it, visibility in tell.STEPS:
        with fixed(stage.ago(done_ago + 2 if done_ago else 9)):
            step = steps.plan_step(
                group=stage.laundry,
                who=who,
                text=text,
                lang="en",
                kind=kind,
                due=(stage.today + dt.timedelta(days=due_days)).isoformat(),
                visibility=visibility,
                by=by,
                **{target[0]: stage.made[target]},
            )
        if done_ago is not None:
            with fixed(stage.ago(done_ago)):
                steps.finish_step(step, on=stage.ago(done_ago).isoformat(), came_of_it=came_of_it, by=by)
        stage.made["step", text] = step


def borrow(stage: Stage) -> None:
    """Low Marsh took clause 3 as a pump rule, and says what came of it."""
    by = stage.by["minders"]
    with fixed(stage.ago(170)):
        meeting = meetings.call_meeting(
            group=stage.minders,
            text="Who gets how much from the pump?",
            on=stage.ago(170),
            where="By the pump",
            kind="assembly",
            lang="en",
            room_name="By the pump",
            visibility="public",
            by=by,
        )
        meetings.type_sentences(
            meeting.room,
            lines=[Line("The pump is all we have, and it has no rule.", "how_it_is", "all", "public", "en")],
            by=by,
        )
        rule = _text(
            stage,
            "pump",
            told.PUMP_RULE,
            kind="rule",
            title="The pump rule of Low Marsh",
            on=stage.ago(165),
            place=stage.marsh,
            group=stage.minders,
            status="ended",
            by=by,
        )
    with fixed(stage.ago(12)):
        commitments.borrow(
            act=rule,
            clause=stage.made["clause", "r41/3."],
            lang="en",
            told_on=stage.ago(12),
            changed="A head, not a person: we count the goats’ keepers too. And the slate is ours.",
            text="Kept five months, then the fuel ran out; ask us.",
            by=by,
        )
