"""Loading the demonstration place: all of it or nothing, and only once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.cli.demo import calendar, dialogue, promises, recommended, rights, scenes, standings, table
from smallplaces.cli.demo.cast import SLUG, Stage, set_the_stage
from smallplaces.cli.demo.report import tell_it
from smallplaces.core.actions import describe_installation
from smallplaces.core.models import Installation
from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import command
from smallplaces.groups.models import Group
from smallplaces.places.models import Place
from smallplaces.reports.actions import load_profiles
from smallplaces.reports.models import Report

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Loaded:
    """What a run of the loader leaves: whether it was new, the report to build, and the password of the demo accounts."""

    new: bool
    report_id: str
    password: str = ""


SCENES: tuple[tuple[str, Callable[[Stage], object]], ...] = (
    ("six circles", scenes.hold_circles),
    ("the next meeting", scenes.call_the_next_meeting),
    ("five issues and their trees", scenes.open_issues),
    ("what 164 people answered", dialogue.hold_the_dialogue),
    ("what stands in the calendar", calendar.fill_the_calendar),
    ("what the chapel kitchen puts first", calendar.say_what_comes_first),
    ("what the groups answered and signed", table.begin),
    ("what Corrow signed", standings.say_what_corrow_signed),
    ("thirteen seats", table.seat_the_committee),
    ("an alliance of the river towns", table.ally),
    ("six decisions, with their dissent", table.decide),
    ("three demands", promises.ask),
    ("a pledge, a resolution, a motion that lapsed", promises.pass_texts),
    ("seven promises, they say and we say", promises.promise),
    ("what other States told Corrow", recommended.say_what_was_recommended),
    ("rights that people point to", rights.set_rights_beside),
    ("steps", promises.take_steps),
    ("what Low Marsh took up", promises.borrow),
    ("a letter, a message, what harmed us", table.keep_in_touch),
    ("the home report", tell_it),
)


def _quiet(done: int, of: int, what: str) -> None:
    """No progress shown."""


def _say_who_runs_it() -> None:
    """The page that says who runs this, where nobody has written it yet; whoever runs it for others writes it anew."""
    if not Installation.objects.exists():
        describe_installation(
            name="Small Places",
            run_by="Whoever started this demonstration, on a machine of their own. The places and groups in it are made up.",
            paid_by="Nobody: it runs where it was started.",
            contact="The person who showed you this page.",
            stewards_appointed_by="Whoever runs the machine. A made-up place needs none.",
            by=command(),
        )


def load(today: dt.date, *, with_fiction: bool = False, progress: Progress | None = None) -> Loaded:
    """Loads the demonstration place as of a day, in one transaction. A second run changes nothing.

    Refuses on an installation that has a real group, unless `with_fiction`: a made-up place among real ones confuses.
    """
    there = Place.objects.filter(slug=SLUG, fictional=True).first()
    if there is not None:
        report = Report.objects.filter(place=there).order_by("made_on", "id").first()
        return Loaded(new=False, report_id=report.pk if report else "")
    if not with_fiction and Group.objects.filter(place__fictional=False).exists():
        raise RefusedError(
            _(
                "A real group works here, and the demonstration place is made up. Say --with-fiction if you want it beside the real one."
            )
        )
    with transaction.atomic():
        load_profiles(by=command())
        _say_who_runs_it()
        progress = progress or _quiet
        progress(0, len(SCENES) + 1, "the place, its bodies, its groups")
        stage = set_the_stage(today)
        for number, (what, scene) in enumerate(SCENES, start=1):
            progress(number, len(SCENES) + 1, what)
            scene(stage)
    progress(len(SCENES) + 1, len(SCENES) + 1, "done")
    return Loaded(new=True, report_id=stage.made["report", "home"].pk, password=stage.password)
