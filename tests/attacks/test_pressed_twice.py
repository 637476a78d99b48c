"""Buttons that are pressed twice at once, and words that a busy database could not let go of at once."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from smallplaces.commitments.models import Answer
from smallplaces.core.jobs import run_here
from smallplaces.core.models import OneTimeLink
from smallplaces.core.viewers import Viewer
from smallplaces.meetings.actions import take_back, type_sentences
from smallplaces.meetings.lines import Line
from smallplaces.meetings.models import Sentence
from smallplaces.reports.actions import hand_in, hand_over
from smallplaces.reports.models import Edition, Handing, Report
from tests.attacks.test_those_who_left import together
from tests.factories.commitments import make_public_demand
from tests.factories.core import DAY
from tests.factories.groups import make_group
from tests.factories.meetings import inside, make_room, make_sentence
from tests.factories.reports import make_edition, make_paragraph, make_report

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_report_handed_in_twice_at_once_is_one_edition() -> None:
    report = make_report()
    make_paragraph(report)
    by = inside(report.group)

    together(*[lambda: hand_in(Report.objects.get(pk=report.pk), to="the library", on=DAY, by=by)] * 3)

    assert Edition.objects.count() == Handing.objects.count() == 1


def test_new_words_to_the_same_people_are_a_new_edition() -> None:
    report = make_report()
    make_paragraph(report)
    make_edition(report)
    make_paragraph(report, text="And we met again.")

    assert make_edition(report).number == 2


def test_an_edition_handed_over_twice_at_once_is_one_line() -> None:
    edition = make_edition()
    by = inside(edition.report.group)

    together(*[lambda: hand_over(Edition.objects.get(pk=edition.pk), to="the clinic", on=DAY, by=by)] * 3)

    assert Handing.objects.filter(to="the clinic").count() == 1


def test_an_answer_sent_many_times_at_once_is_one_answer() -> None:
    from smallplaces.commitments.actions import answer_through_link, make_answer_link

    demand = make_public_demand()
    body = demand.on_whom.get().body
    link, _key = make_answer_link(demand=demand, body=body, by=inside(demand.group))
    by = Viewer(purpose="answer", thing_id=demand.pk)

    def press(number: int) -> Any:
        row = OneTimeLink.objects.get(pk=link.pk)
        return lambda: answer_through_link(row, text=f"Answer {number}", by=by)

    together(*(press(number) for number in range(4)))

    assert Answer.objects.count() == 1


def test_a_sheet_sent_many_times_at_once_is_written_down_once() -> None:
    room = make_room(make_group())
    by = inside(room.meeting.group)

    together(*[lambda: type_sentences(room, [Line("The lift is out"), Line("Nobody comes")], by=by)] * 4)

    assert Sentence.objects.count() == 2


def test_the_sweep_lets_go_of_words_that_a_busy_database_still_held() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL cleans up by itself")
    mark = "ZQKVXJPLMARK"
    sentence = make_sentence(make_room(make_group()), f"{mark} " + "a long sentence " * 20)
    home = Path(str(connection.settings_dict["NAME"]))
    reader = sqlite3.connect(home, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM meetings_sentence").fetchone()
    take_back(sentence, by=inside(sentence.room.meeting.group))
    assert any(mark.encode() in one.read_bytes() for one in home.parent.glob(f"{home.name}*"))
    reader.execute("ROLLBACK")
    reader.close()

    run_here("sweep")

    assert not any(mark.encode() in one.read_bytes() for one in home.parent.glob(f"{home.name}*"))
