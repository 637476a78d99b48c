"""Bringing in a text at the desk: a look first, then writing; its workbench."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.commitments import (
    RECITALS,
    TEXT,
    make_act,
    make_borrowing,
    make_clause,
    make_demand,
    make_public_demand,
)
from tests.factories.places import make_body

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
ADD = "/our-work/acts/add/"
FACTS: dict[str, Any] = {"kind": "resolution", "source": "the counter", "lang": "en", "group": ""}


def docx(*lines: str) -> bytes:
    """A Word file with these paragraphs."""
    import docx as library

    document = library.Document()
    for line in lines:
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_the_first_press_shows_and_the_second_writes(cast: Cast) -> None:
    from smallplaces.commitments.models import Act, Promise

    first = cast.member.client.post(ADD, FACTS | {"text": TEXT})
    page = first.content.decode()
    assert "Nothing is kept yet" in page
    assert "within six months" in page
    assert "not stated" in page
    assert not Act.objects.exists()

    second = cast.member.client.post(ADD, FACTS | {"text": TEXT, "title": "About the pond", "write": "1"})

    act = Act.objects.get()
    assert second["Location"] == f"/our-work/acts/{act.pk}/"
    assert (act.title, act.standing, act.place) == ("About the pond", "accepted", cast.place)
    assert not Promise.objects.exists()


def test_a_word_file_is_carried_from_the_first_press_to_the_second(cast: Cast) -> None:
    from smallplaces.commitments.models import Act

    file = SimpleUploadedFile("pond.docx", docx(*TEXT.splitlines()))

    first = cast.member.client.post(ADD, FACTS | {"file": file})

    form = first.context["form"]
    cast.member.client.post(ADD, FACTS | {"text": form["text"].value(), "title": form["title"].value(), "write": "1"})
    assert Act.objects.get().versions.get().clauses.filter(kind="operative").count() == 2


def test_the_same_text_again_writes_nothing(cast: Cast) -> None:
    from smallplaces.commitments.models import Act

    for _press in range(2):
        done = cast.member.client.post(ADD, FACTS | {"text": TEXT, "write": "1"}, follow=True)

    assert "here already" in done.content.decode()
    assert Act.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.docx", b"<html><body>x</body></html>"),
        ("empty.txt", b""),
        ("cut.docx", b"PK\x03\x04"),
        ("big.txt", b"0" * 10_000_001),
    ],
)
def test_a_bad_file_is_a_sentence_in_the_form(cast: Cast, name: str, data: bytes) -> None:
    from smallplaces.commitments.models import Act

    page = cast.member.client.post(ADD, FACTS | {"file": SimpleUploadedFile(name, data), "title": "Kept words"})

    assert page.status_code == 422
    assert "Kept words" in page.content.decode()
    assert not Act.objects.exists()


def test_recitals_alone_are_said_to_bind_nobody(cast: Cast) -> None:
    page = cast.member.client.post(ADD, FACTS | {"text": RECITALS}).content.decode()

    assert "No clause in this text binds anybody; the copy ends before them." in page


def test_our_own_pledge_begins_private_and_is_shown_by_us(cast: Cast) -> None:
    from smallplaces.commitments.models import Act

    cast.member.client.post(ADD, FACTS | {"text": TEXT, "kind": "pledge", "group": cast.group.pk, "write": "1"})
    pledge = Act.objects.get()
    assert (pledge.group, pledge.visibility) == (cast.group, "private")
    assert cast.elsewhere.client.post(f"/our-work/acts/{pledge.pk}/publish/").status_code == 404

    cast.member.client.post(f"/our-work/acts/{pledge.pk}/publish/", {"visibility": "public"})

    assert cast.resident.client.get(f"/acts/{pledge.pk}/", follow=True).status_code == 200


def test_a_text_answers_a_demand_of_ours(cast: Cast) -> None:
    demand = make_public_demand(cast.group)

    cast.member.client.post(ADD, FACTS | {"text": TEXT, "demands": [demand.pk], "write": "1"})

    assert demand.acts.count() == 1


def test_facts_are_put_right_with_their_history(cast: Cast) -> None:
    from smallplaces.core.history import changes_of

    act = make_act(place=cast.place)
    body = make_body(cast.place)

    cast.member.client.post(
        f"/our-work/acts/{act.pk}/",
        FACTS | {"title": act.title, "body": body.pk, "status": "lapsed", "lesson": "Too early."},
    )

    act.refresh_from_db()
    assert (act.body, act.status, act.lesson) == (body, "lapsed", "Too early.")
    assert "status" in {one.field for one in changes_of("act", act.pk)}


def test_taken_from_a_clause_by_its_address(cast: Cast) -> None:
    clause = make_clause()
    act = make_act(place=cast.place)
    address = f"/our-work/acts/{act.pk}/taken-from/"

    wrong = cast.member.client.post(address, {"clause": "https://here.example/acts/x/#clause-nothing", "lang": "en"})
    assert wrong.status_code == 422
    cast.member.client.post(address, {"clause": f"https://here.example/acts/x/#clause-{clause.pk}", "lang": "en"})

    assert act.borrowed.get().clause == clause


def test_what_was_proposed_is_settled_by_who_knows_the_place(cast: Cast) -> None:
    from smallplaces.core.viewers import ANYBODY

    act = make_act(place=cast.place, by=ANYBODY)
    assert act.title in cast.elsewhere.client.get("/our-work/acts/proposed/").content.decode()

    cast.elsewhere.client.post(f"/our-work/proposed/act/{act.pk}/", {"answer": "accept"})

    act.refresh_from_db()
    assert act.standing == "accepted"


def test_anonymous_readers_are_sent_to_sign_in(cast: Cast) -> None:
    answer = cast.anybody.client.get(ADD)

    assert answer.status_code == 302
    assert "login" in answer["Location"]


def test_names_and_what_came_of_it_are_added_at_the_desk(cast: Cast) -> None:
    pledge = make_act(cast.group)
    cast.member.client.post(f"/our-work/acts/{pledge.pk}/sign/", {"who": "group", "name": "Weavers", "sector": "union"})
    assert "Weavers" in cast.resident.client.get(f"/acts/{pledge.pk}/", follow=True).content.decode()
    assert cast.elsewhere.client.get(f"/our-work/acts/{pledge.pk}/sign/").status_code == 404

    borrowing = make_borrowing(act=make_act(place=cast.place), text="")
    cast.member.client.post(
        f"/our-work/taken-from/{borrowing.pk}/", {"text": "The fuel ran out.", "lang": "en", "told_on": "2026-03-01"}
    )

    borrowing.refresh_from_db()
    assert borrowing.text == "The fuel ran out."


def test_a_lapsed_text_is_tied_to_a_demand_later_and_untied_again(cast: Cast) -> None:
    demand, act = make_demand(cast.group), make_act(place=cast.place)
    page = f"/our-work/acts/{act.pk}/"
    assert demand.text in cast.member.client.get(page).content.decode()

    sent = {"demand-to": demand.pk, "demand-made_in": "circle"}
    assert cast.member.client.post(f"{page}tie/", sent).status_code == 302

    assert act.answers_to.get().made_in == "circle"
    assert cast.elsewhere.client.post(f"{page}untie/", {"demand": demand.pk}).status_code == 404
    assert cast.member.client.post(f"{page}untie/", {"demand": demand.pk}).status_code == 302
    assert not act.answers_to.exists()
