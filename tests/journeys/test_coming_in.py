"""Coming in: a second holder, a new place, a new group, and twelve sentences by the keyboard alone."""

from __future__ import annotations

import pytest

from tests.factories.groups import make_account, make_group, make_membership
from tests.factories.meetings import inside, make_meeting
from tests.harness.browser import NewVisitor
from tests.harness.visitor import Visitor
from tests.journeys.walking import PASSWORD, patient, press, sign_in, words_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_second_holder_accepts_and_the_group_opens(phone: Visitor, laptop: Visitor) -> None:
    group = make_group(state="opening", opened_on=None)
    make_membership(group, make_account(username="first", password=PASSWORD), role="holder")
    page = sign_in(patient(laptop), "first")
    page.goto(f"/our-work/groups/{group.slug}/invite/")
    page.get_by_label("holder:").check()
    press(page, "Make the invitation")
    invitation = page.input_value("textarea#address")
    page = patient(phone).open(invitation)
    phone.check()
    page.reload()
    press(page, "Go on")
    phone.check()
    page.fill("[name=username]", "second")
    page.fill("[name=password]", PASSWORD)
    press(page, "Come in")
    assert page.url.endswith("/our-work/")
    phone.check()
    group.refresh_from_db()
    assert group.state == "open"
    phone.open(invitation, status=404)


def test_place_and_group_are_asked_for_without_account(phone: Visitor, laptop: Visitor) -> None:
    make_account(username="steward", password=PASSWORD, is_steward=True)
    page = patient(phone).open("/places/add/")
    for name, words in (("name", "Alder Quay"), ("source", "We live here")):
        page.fill(f"[name={name}]", words)
    page.select_option("[name=kind]", index=1)
    page.select_option("[name=country]", "IE")
    press(page, "Add this place")
    assert "waits until a steward has looked at it" in words_of(page)
    phone.check()
    phone.open("/places/alder-quay/", status=404)
    page = sign_in(patient(laptop), "steward")
    page.goto("/our-work/steward/")
    press(page, "Take it up")
    page = phone.open("/groups/start/")
    for name, words in (("place", "Alder Quay"), ("name", "Quay Kitchen"), ("contact", "The kitchen door")):
        page.fill(f"[name={name}]", words)
    press(page, "Ask for this group")
    phone.check()
    page = laptop.open("/our-work/steward/")
    press(page, "Let it begin")
    assert "can begin" in words_of(page)


def test_twelve_sentences_by_the_keyboard_alone(new_visitor: NewVisitor, script: bool) -> None:
    from smallplaces.core.clock import today
    from smallplaces.meetings.actions import make_facilitator_link

    group = make_group()
    _link, key = make_facilitator_link(make_meeting(group, on=today()), by=inside(group))
    visitor = patient(new_visitor(width=1280, script=script))
    page = visitor.open(f"/room/{key}/")
    keys = page.keyboard
    with page.expect_navigation():
        tab_to(visitor, "Open the meeting")
        keys.press("Enter")
    with page.expect_navigation():
        tab_to(visitor, "Type what was said")
        keys.press("Enter")
    for number in range(1, 13):
        tab_to(visitor, f"line-{number}-text")
        keys.type(f"Sentence {number}, typed without a mouse.")
    with page.expect_navigation():
        tab_to(visitor, "Write these down")
        keys.press("Enter")
    assert all(f"Sentence {number}, typed" in words_of(page) for number in range(1, 13))


def tab_to(visitor: Visitor, wanted: str) -> None:
    """Press Tab until the thing of this name or these words has the focus, which must be seen."""
    told = "() => [document.activeElement.name, document.activeElement.innerText, document.activeElement.matches(':focus-visible')]"
    for _press in range(60):
        visitor.page.keyboard.press("Tab")
        name, words, seen = visitor.page.evaluate(told)
        if wanted in (name, (words or "").strip()):
            assert seen
            return
    raise AssertionError(f"No Tab leads to {wanted}")
