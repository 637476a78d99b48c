"""Scene by scene, through the same actions that people use."""

from __future__ import annotations

import datetime as dt
from typing import Any

from smallplaces.cli.demo.cast import Stage
from smallplaces.cli.demo.issues import ISSUES, LINKS, Box, Told
from smallplaces.cli.demo.rooms import CIRCLES, QUESTION, Circle
from smallplaces.core.clock import fixed
from smallplaces.issues import actions as issues
from smallplaces.issues.models import Cause, Issue
from smallplaces.meetings import actions as meetings
from smallplaces.meetings.lines import Line

A_READ_BACK = "What the six circles said, and what we asked with it."


def hold_circles(stage: Stage) -> None:
    """Six circles on paper, typed in, and read back to all but the last."""
    for circle in CIRCLES:
        _hold(stage, circle)


def _hold(stage: Stage, circle: Circle) -> None:
    by, on = stage.by["laundry"], stage.ago(circle.days_ago)
    with fixed(on):
        meeting = meetings.call_meeting(
            group=stage.laundry, text=QUESTION, on=on, where=circle.where, kind="circle", lang="en",
            room_name=circle.room, spoken=circle.spoken, visibility="public", by=by
        )  # fmt: skip
        room = meeting.room
        meetings.count_heads(room, head_count=circle.people, by=by)
        lines = [Line(one.text, one.kind, one.said_by, one.reach, one.lang) for one in circle.sentences]
        typed = {one.text: one for one in meetings.type_sentences(room, lines=lines, by=by)}
        for one in circle.sentences:
            stage.made["sentence", one.key] = typed[one.text]
            if one.english:
                meetings.translate_sentence(typed[one.text], text=one.english, lang="en", by_words="the circle", by=by)
    if circle.read_back_days_ago:
        back = stage.ago(circle.read_back_days_ago)
        lang = circle.lang if circle.changed else "en"
        with fixed(back):
            meetings.read_back(
                room=room,
                on=back,
                text=circle.changed,
                what=A_READ_BACK,
                not_found=circle.not_found,
                lang=lang,
                visibility="public",
                by=by,
            )


def call_the_next_meeting(stage: Stage) -> None:
    """Thursday, seven in the evening, chapel kitchen; the next Thursday that is not today."""
    days = (3 - stage.today.weekday()) % 7 or 7
    on = stage.today + dt.timedelta(days=days)
    with fixed(stage.today):
        stage.made["meeting", "next"] = meetings.call_meeting(
            group=stage.laundry,
            text="What is missing in the home report? And: who would carry the bus?",
            on=on,
            starts=dt.time(19, 0),
            where="Chapel kitchen",
            kind="circle",
            lang="en",
            room_name="Thursday in the chapel kitchen",
            spoken="English, Spanish, Arabic",
            childcare=True,
            food=True,
            fare_paid=True,
            step_free="nearly",
            how_to_get_there="Side door, past the bicycle rack. Knock if it is shut.",
            article=25,
            plan="read-an-article",
            ends=dt.time(21, 0),
            visibility="public",
            by=stage.by["laundry"],
        )


def open_issues(stage: Stage) -> None:
    """Five issues with their trees, who gains, who must act; one power sheet; the links between them."""
    with fixed(stage.ago(360)):
        for told in ISSUES:
            stage.made["issue", told.key] = _open(stage, told)
        for one, kind, other, made_in in LINKS:
            issues.link_issues(
                issue=stage.made["issue", one],
                other=stage.made["issue", other],
                kind=kind,
                made_in=made_in,
                by=stage.by["laundry"],
            )


def _open(stage: Stage, told: Told) -> Issue:
    by = stage.by["laundry"]
    title = stage.made["sentence", told.title]
    issue = issues.open_issue(
        group=stage.laundry, place=stage.place, text=title.text, lang=title.lang, made_in=told.made_in,
        sentences=[title, *(stage.made["sentence", key] for key in told.gathers)], title_sentence=title,
        visibility="private", by=by
    )  # fmt: skip
    _hang(stage, issue, told.tree, None)
    _who_gains_and_must_act(stage, issue, told)
    for side, text in told.power:
        issues.add_power_line(issue=issue, side=side, text=text, lang="en", by=by)
    if told.disagreement:
        issues.note_disagreement(issue, text=told.disagreement, by=by)
    issues.publish_issue(issue, visibility="public", tree_public=True, by=by)
    return issue


def _who_gains_and_must_act(stage: Stage, issue: Issue, told: Told) -> None:
    shared: dict[str, Any] = {"issue": issue, "lang": "en", "made_in": "committee", "by": stage.by["laundry"]}
    kind = "body" if told.gains_source else "interest"
    issues.add_gain(text=told.gains, kind=kind, source=told.gains_source, public=True, **shared)
    for body, duty, stops in told.duties:
        issues.add_duty(
            body=stage.bodies.get(body), ourselves=body == "ourselves", duty=duty, what_stops=stops, **shared
        )


def _hang(stage: Stage, issue: Issue, box: Box, parent: Cause | None) -> None:
    sentence = stage.made["sentence", box.sentence] if box.sentence else None
    cause = issues.add_cause(
        issue=issue,
        level=box.level,
        text=sentence.text if sentence else box.text,
        parent=parent,
        lang=sentence.lang if sentence else "en",
        root_name=box.root_name,
        sentence=sentence,
        made_in=box.made_in,
        by=stage.by["laundry"],
    )
    for deeper in box.deeper:
        _hang(stage, issue, deeper, cause)
