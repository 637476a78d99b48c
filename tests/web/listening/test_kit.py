"""The kit of a meeting: what stands on its sheets, from both entrances, and what never does."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import translation

from tests.factories.groups import make_group
from tests.factories.issues import make_gathered, make_public_issue
from tests.factories.meetings import inside, make_meeting, make_readback, make_sentence
from tests.factories.steps import make_step
from tests.web.listening.test_door import come_in, soon

pytestmark = pytest.mark.django_db
BEFORE = dt.date(2026, 3, 5)
HEARD = "The last bus leaves before my shift ends."
KEPT = "We hide the stove from the landlord."


def kit_of(meeting: object, **chosen: str) -> str:
    """The kit as somebody behind the link sees it."""
    answer = come_in(meeting).get("/room/kit/", chosen)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_begins_with_what_the_meeting_says() -> None:
    page = kit_of(soon(lang="es", article=25, plan="problem-tree"))

    assert "Toda persona tiene derecho a un nivel de vida adecuado" in page
    assert "Árbol de problemas" in page
    assert "Léase en voz alta antes de empezar" in page


def test_nothing_is_read_where_nothing_is_chosen() -> None:
    page = kit_of(soon())

    assert "What does it take to live here?" in page
    assert "kit-read" not in page


def test_two_languages_stand_side_by_side_each_in_its_direction() -> None:
    page = kit_of(soon(), first="ar", second="en", read="25")

    assert '<div class="kit-pair kit-articles" dir="rtl">' in page
    assert '<div class="kit-read" lang="ar" dir="rtl">' in page
    assert '<div class="kit-read" lang="en" dir="ltr">' in page
    assert "المادة 25" in page


def test_a_language_without_our_words_has_the_article_alone() -> None:
    page = kit_of(soon(), first="en", second="deu_1996", read="25")

    assert "Jeder hat das Recht" in page
    assert page.count('class="kit-prompts"') == 1


def test_a_choice_that_is_none_is_told_and_leaves_the_kit_whole() -> None:
    answer = come_in(soon()).get("/room/kit/", {"first": "xx", "plan": "no-such"})

    assert answer.status_code == 422
    assert "Read this aloud before anybody begins" in answer.content.decode()


def told() -> object:
    """A group whose last room said one public sentence and one that is ours, and its meeting of today."""
    from smallplaces.steps.actions import finish_step

    group = make_group()
    room = make_meeting(group, on=BEFORE, visibility="public").room
    heard = make_sentence(room, HEARD, reach="public")
    make_sentence(room, KEPT, reach="ours")
    issue = make_public_issue(group, text="Nobody rides after ten")
    make_gathered(issue, heard)
    for text, visibility in (("We asked the bus office", "public"), ("Quietly ask the drivers", "private")):
        step = make_step(group, issue=issue, text=text, visibility=visibility)
        finish_step(step, on="2026-03-20", came_of_it=f"{text}: they answered", by=inside(group))
    make_readback(room, what="the sheet of the kitchen", visibility="public")
    return soon(group=group)


def test_it_says_what_came_of_the_last_meeting_and_nothing_that_is_ours() -> None:
    from smallplaces.meetings.models import Sentence

    page = kit_of(told(), read=Sentence.objects.get(text=HEARD).pk)

    assert "A sentence of our last meeting" in page
    assert HEARD in page
    for words in ("Nobody rides after ten", "We asked the bus office", "the sheet of the kitchen"):
        assert words in page
    assert KEPT not in page
    assert "Quietly ask the drivers" not in page


def test_a_sentence_that_was_taken_back_is_no_longer_printed() -> None:
    from smallplaces.meetings.actions import take_back
    from smallplaces.meetings.models import Sentence

    meeting, row = told(), Sentence.objects.get(text=HEARD)
    take_back(row, by=inside(meeting.group))
    answer = come_in(meeting).get("/room/kit/", {"read": row.pk})

    assert answer.status_code == 422
    assert HEARD not in answer.content.decode()


def test_the_next_date_is_said_in_each_language_or_left_to_write() -> None:
    meeting = soon()
    assert "Agree on it before you go" in kit_of(meeting)
    make_meeting(meeting.group, on=meeting.on + dt.timedelta(days=30), visibility="public", where="Union hall")
    page = kit_of(meeting, first="es", second="en")
    with translation.override("es"):
        from django.utils.formats import date_format

        assert f"{date_format(meeting.on + dt.timedelta(days=30), 'l j F Y')} · Union hall" in page


@pytest.mark.parametrize(("visibility", "squares"), [("public", 1), ("private", 0)])
def test_a_square_leads_to_the_meeting_only_where_everybody_may_see_it(visibility: str, squares: int) -> None:
    assert kit_of(soon(visibility=visibility)).count("<svg") == squares


def test_the_person_to_tell_stories_to_is_named() -> None:
    group = make_group(story_contact="the clinic, Thursdays")
    page = kit_of(soon(group=group))

    assert "tell those to a person you trust, at: \u2068the clinic, Thursdays\u2069" in page


def test_without_a_link_there_is_no_kit() -> None:
    assert Client().get("/room/kit/").status_code == 403
