"""How the Laundry Circle sits together: what it answered when it began, its seats, its decisions, its order of work."""

from __future__ import annotations

import datetime as dt
from typing import Any

from smallplaces.cli.demo.cast import ABOUT, Stage
from smallplaces.cli.demo.committee import CONDUCT, DECISIONS, KEYS, SEATS
from smallplaces.cli.demo.evening import (
    ASKED_TO_HEAR,
    HARM,
    HELD_BACK,
    LETTER,
    SPEAKS,
    TALKED_WITH,
    THEY_WERE_TOLD,
    WRITTEN,
)
from smallplaces.core.clock import fixed
from smallplaces.core.viewers import ANYBODY, command
from smallplaces.groups import actions as groups
from smallplaces.letters import actions as letters
from smallplaces.norms import actions as norms
from smallplaces.norms.queries import version_named

A_YEAR = dt.timedelta(days=365)


def begin(stage: Stage) -> None:
    """What the groups answered, what they signed, how they treat one another, and who speaks for one of them."""
    by = stage.by["laundry"]
    with fixed(stage.ago(420)):
        norms.load_catalogue(by=command())
        _answer(stage.laundry, by, definition="learns", talked_with="said", talked_with_words=TALKED_WITH)
        _answer(
            stage.traders, stage.by["traders"], definition="not_yet", talked_with="not_yet", principles_not_yet=True
        )
        norms.sign_norm(version_named("jemez", viewer=by), group=stage.laundry, visibility="public", by=by)
        groups.agree_conduct(stage.laundry, conduct=CONDUCT, by=by)
        groups.note_keys(stage.laundry, text=KEYS, by=by)
    name, does, reach = SPEAKS
    with fixed(stage.ago(30)):
        groups.name_myself(stage.laundry, name=name, does=does, reach=reach, until=stage.today + A_YEAR / 2, by=by)


def _answer(group: Any, by: Any, **answers: Any) -> None:
    about, contact, story_contact = ABOUT[group.slug]
    groups.describe_group(
        group, about=about, contact=contact, story_contact=story_contact, by=by, started_by="residents", **answers
    )


def seat_the_committee(stage: Stage) -> None:
    """Thirteen seats: eleven filled, two of them with the name kept private; two where we asked twice."""
    with fixed(stage.ago(180)):
        for chair in SEATS:
            filled = chair.state == "filled"
            groups.add_seat(
                stage.laundry,
                sector=chair.sector,
                community=chair.community,
                state=chair.state,
                note=chair.note,
                name=(chair.who or "one of us") if filled else "",
                name_until=stage.today + A_YEAR / 2 if filled and chair.shown else None,
                affiliation=chair.affiliation,
                since=stage.ago(180) if filled else None,
                visibility="public",
                by=stage.by["laundry"],
            )


def decide(stage: Stage) -> None:
    """Six decisions, one of them with its dissent."""
    for one in DECISIONS:
        on = stage.ago(one.days_ago)
        with fixed(on):
            made = groups.record_decision(
                stage.laundry,
                text=one.text,
                result=one.result,
                on=on,
                rule=one.rule,
                brought_by=one.brought_by,
                dissent=one.dissent,
                review_on=None if one.review_in_days is None else stage.today + dt.timedelta(days=one.review_in_days),
                lang="en",
                visibility="public",
                by=stage.by["laundry"],
            )
        stage.made["decision", one.key] = made


def keep_in_touch(stage: Stage) -> None:
    """A letter that waits to be sent, somebody who wrote, and what harmed us: for the group's own eyes."""
    by, (subject, text) = stage.by["laundry"], LETTER
    with fixed(stage.ago(3)):
        letters.write_letter(stage.laundry, subject=subject, text=text, lang="en", by=by)
        words, reach = WRITTEN
        letters.write_to_group(stage.laundry, text=words, reply_to=reach)
        letters.write_to_group(stage.laundry, text=HELD_BACK, odd=True)
        letters.bring_in_addresses(stage.laundry, emails=ASKED_TO_HEAR, told=THEY_WERE_TOLD, asked=True, by=by)
    for kind, days, line, hours in HARM:
        with fixed(stage.ago(days)):
            groups.note_harm(stage.laundry, kind=kind, on=stage.ago(days), text=line, hours=hours, by=by)


def ally(stage: Stage) -> None:
    """An alliance of groups: two are in, with a seat each; one elsewhere asks."""
    alliance, by = stage.towns, stage.by["towns"]
    with fixed(stage.ago(120)):
        for key, seat in (("laundry", "two of us, in turn"), ("minders", "whoever holds the slate")):
            group = stage.laundry if key == "laundry" else stage.minders
            asked = groups.ask_to_join(alliance, group=group, by=stage.by[key])
            groups.take_in(asked, seat=seat, by=by)
        norms.sign_norm(version_named("jemez", viewer=by), group=alliance, visibility="public", by=by)
    with fixed(stage.ago(6)):
        groups.ask_from_elsewhere(
            alliance, name="Harbour Table", place_name="Grey Harbour", reach="by post, 3 Quay Lane", by=ANYBODY
        )
