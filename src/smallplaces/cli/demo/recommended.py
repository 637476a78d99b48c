"""What other made-up States told Corrow, and which promises of Osier Bend answer it."""

from __future__ import annotations

from smallplaces.cli.demo.cast import Stage
from smallplaces.commitments.actions import answer_recommendation
from smallplaces.core.viewers import command
from smallplaces.norms.actions import add_recommendation
from smallplaces.norms.actions.links import link_right
from smallplaces.norms.models import Right
from smallplaces.places.countries import FICTION

SOURCE = "the demonstration's own: these States are made up"
# What was said, by whom, what Corrow said to it, the rights that it is about, and the promises of Osier Bend that answer it.
SAID = (
    (
        "Make sure that nobody loses water because they cannot pay, and that every cut is announced in the languages that people speak",
        "Vell",
        "supported",
        ("water-and-sanitation", "equality-and-non-discrimination"),
        ("no_cuts",),
    ),
    (
        "Let those who lost their homes in a flood come back to them, and hear them before anything is decided",
        "Ostmark Isles",
        "noted",
        ("housing", "participation"),
        (),
    ),
    (
        "Give every village a bus after dark, so that work, school and clinic can be reached",
        "Tarn",
        "supported",
        ("public-services-and-mobility",),
        (),
    ),
    (
        "Join the convention on migrant workers",
        "Vell",
        "noted",
        ("international-monitoring", "migrants-and-refugees"),
        (),
    ),
)


def say_what_was_recommended(stage: Stage) -> None:
    """Four recommendations of one session, with their rights accepted."""
    by = command()
    for text, state, answer, slugs, promises in SAID:
        row = add_recommendation(FICTION, text=text, by_name=state, session="3", answer=answer, source=SOURCE, by=by)
        for right in Right.objects.filter(slug__in=slugs):
            link_right("recommendation", row, right=right, by=by)
        for key in promises:
            answer_recommendation(stage.made["promise", key], row, made_in="committee", by=stage.by["laundry"])
