"""At the desk: a text comes in, something proposed is accepted, a report is written and handed in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.factories.groups import make_account, make_group, make_membership
from tests.factories.meetings import make_room, make_sentence
from tests.harness.visitor import Visitor
from tests.journeys.walking import PASSWORD, follow, patient, press, sign_in, words_of
from tests.readers.word_files import word_file

if TYPE_CHECKING:
    from smallplaces.groups.models import Group

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

LINES = (
    "Resolution No. 7: A lamp at every stop",
    "WHEREAS people wait in the dark; and",
    "NOW, THEREFORE, BE IT RESOLVED by the Council:",
    "1. That the Council shall put a lamp at every stop within 90 days.",
    "2. That the works office reports once a year.",
)


@pytest.fixture
def group() -> Group:
    """A group with one member, who signs in as ana."""
    its = make_group()
    make_membership(its, make_account(username="ana", password=PASSWORD), role="holder")
    return its


@pytest.mark.parametrize("way", ["paste", "word"])
def test_text_comes_in_after_a_look(group: Group, laptop: Visitor, tmp_path: Path, way: str) -> None:
    from smallplaces.commitments.models import Act

    page = sign_in(patient(laptop), "ana")
    follow(page, "Bring in a resolution")
    if way == "paste":
        page.fill("[name=text]", "\n\n".join(LINES))
    else:
        file = tmp_path / "resolution.docx"
        file.write_bytes(word_file(*LINES))
        page.set_input_files("[name=file]", str(file))
    page.fill("[name=source]", "Copied at the counter")
    press(page, "Read it and show me")
    assert "Nothing is kept yet" in words_of(page)
    assert "put a lamp at every stop within 90 days" in words_of(page)
    laptop.check()
    assert Act.objects.count() == 0
    press(page, "Keep it")
    assert "The text is here." in words_of(page)
    laptop.check()
    assert Act.objects.get().title.endswith("A lamp at every stop")


def test_what_was_proposed_is_accepted(phone: Visitor, laptop: Visitor) -> None:
    from smallplaces.core.viewers import Viewer
    from smallplaces.places.actions import propose_place

    make_account(username="steward", password=PASSWORD, is_steward=True)
    known = {"kind": "village", "country": "IE", "zone": "Europe/Dublin", "source": "We live here", "lang": "en"}
    place = propose_place("Alder Quay", **known, by=Viewer())
    patient(phone).open(f"/places/{place.slug}/", status=404)
    page = sign_in(patient(laptop), "steward")
    page.goto("/our-work/steward/")
    laptop.check()
    press(page, "Take it up")
    assert "Alder Quay is here now." in words_of(page)
    page = phone.open(f"/places/{place.slug}/")
    assert "Alder Quay" in words_of(page)
    phone.check()


def test_report_is_written_and_handed_in(group: Group, laptop: Visitor, phone: Visitor) -> None:
    from smallplaces.core.viewers import command
    from smallplaces.reports.actions import load_profiles

    load_profiles(by=command())
    make_sentence(make_room(group), "The last bus leaves before my shift ends.", reach="public")
    page = sign_in(patient(laptop), "ana")
    follow(page, "Start a report")
    page.get_by_label("Home report").check()
    page.fill("[name=title]", "What we said about the bus")
    page.fill("[name=on]", "2031-12-10")
    press(page, "Begin the draft")
    follow(page, "Write a paragraph here")
    page.fill("[name=text]", "We walk home because the last bus leaves before the shift ends.")
    press(page, "Keep the paragraph")
    laptop.check()
    page.get_by_label("The last bus leaves before my shift ends.").check()
    press(page, "Rest it on this")
    assert "said by" in page.inner_text(".evidence")
    hand_in(laptop)
    page = patient(phone).open("/reports/", status=404)


def hand_in(laptop: Visitor) -> None:
    """See it whole, look once more, make the edition."""
    page = laptop.page
    page.goto(page.url.partition("?")[0])
    follow(page, "See it whole and hand it in")
    laptop.check()
    page.fill("[name=to]", "the chapel kitchen, one copy on the table")
    press(page, "Look at it once more")
    assert "Sure?" in words_of(page)
    press(page, "Make the edition")
    assert "Handed to the chapel kitchen, one copy on the table" in page.inner_text("body")
    laptop.check()
