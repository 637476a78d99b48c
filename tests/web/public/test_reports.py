"""A report in public: who reads it, what it says, its files, and where taken-back words were."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from smallplaces.meetings.actions import change_reach, take_back
from smallplaces.reports.actions import publish_report
from smallplaces.reports.models import Report
from tests.cast import Cast
from tests.factories.meetings import inside, make_readback, make_room, make_sentence
from tests.factories.places import make_place
from tests.factories.reports import make_citation, make_edition, make_paragraph, make_report, make_report_step

pytestmark = pytest.mark.django_db

WORDS = "The pond smells of tannery."


def public_report(cast: Cast, **fields: Any) -> tuple[Report, Any]:
    report = make_report(cast.group, **{"visibility": "public"} | fields)
    sentence = make_sentence(make_room(cast.group, room_name="Mill kitchen"), WORDS, reach="public")
    make_citation(make_paragraph(report, text=f"We said: {WORDS}"), kind="sentence", thing=sentence, verbatim=True)
    make_edition(report)
    return report, sentence


def page(report: Report) -> str:
    return reverse("public:report", args=[report.pk])


def file(report: Report, form: str, number: int = 1) -> str:
    return reverse("public:report_file", args=[report.pk, number, form])


def test_everybody_reads_a_public_report_and_who_has_it(cast: Cast) -> None:
    report, _sentence = public_report(cast)
    make_report_step(report)

    said = cast.anybody.client.get(page(report)).content.decode()

    assert WORDS in said
    assert "Handed to the library on 1 March 2026" in said
    assert "Not yet read back to: Mill kitchen." in said
    assert all(file(report, form) in said for form in ("html", "docx", "pdf"))
    assert "Go on writing" not in said
    assert "Ask the office" not in said  # the step is private


def test_a_later_read_back_shows_at_once(cast: Cast) -> None:
    report, sentence = public_report(cast)

    make_readback(sentence.room)

    assert "Read back to Mill kitchen on 5 March 2026." in cast.anybody.client.get(page(report)).content.decode()


def test_drafts_and_private_reports_are_for_the_group(cast: Cast) -> None:
    draft = make_report(cast.group, visibility="public")
    make_paragraph(draft)
    kept, _sentence = public_report(cast)
    publish_report(kept, visibility="private", by=inside(cast.group))

    for address in (page(draft), page(kept), file(kept, "pdf")):
        seen = {name: person.client.get(address).status_code for name, person in cast.everybody.items()}
        inside_group = {"member", "holder", "other_holder"}
        assert seen == {name: 200 if name in inside_group else 404 for name in cast.everybody}


@pytest.mark.parametrize(
    ("form", "kind", "first"),
    [("html", "text/html", b"<!doc"), ("docx", "application/vnd", b"PK"), ("pdf", "application/pdf", b"%PDF")],
)
def test_files_are_to_save_and_never_run(cast: Cast, form: str, kind: str, first: bytes) -> None:
    report, _sentence = public_report(cast)

    answer = cast.anybody.client.get(file(report, form))

    assert answer.content.startswith(first)
    assert answer.headers["Content-Type"].startswith(kind)
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(("form", "number"), [("kept", 1), ("exe", 1), ("pdf", 2)])
def test_what_is_no_file_of_it_is_not_there(cast: Cast, form: str, number: int) -> None:
    report, _sentence = public_report(cast)

    assert cast.member.client.get(file(report, form, number)).status_code == 404


def test_words_taken_back_are_gone_from_the_page_and_the_page_says_so(cast: Cast) -> None:
    report, sentence = public_report(cast)

    take_back(sentence, by=inside(cast.group))

    said = cast.anybody.client.get(page(report)).content.decode()
    assert "tannery" not in said
    assert "words of it were taken back" in said


def test_words_that_became_ours_are_left_out_of_the_page(cast: Cast) -> None:
    report, sentence = public_report(cast)

    change_reach(sentence, reach="ours", by=inside(cast.group))

    said = cast.anybody.client.get(page(report)).content.decode()
    assert "tannery" not in said
    assert "has not agreed to this use" in said


def test_fiction_says_so_on_the_page_and_on_every_page_of_print(cast: Cast) -> None:
    report, _sentence = public_report(cast, place=make_place(fictional=True))

    assert "FICTIONAL" in cast.anybody.client.get(page(report)).content.decode()
    pdf = cast.anybody.client.get(file(report, "pdf")).content
    assert all("FICTIONAL" in one.extract_text() for one in PdfReader(io.BytesIO(pdf)).pages)


def test_what_people_wrote_is_never_markup(cast: Cast) -> None:
    report = make_report(cast.group, visibility="public", title="<script>title</script>")
    make_citation(make_paragraph(report, text="<img src=x onerror=go()>"), kind="outside", source="<b>bold</b>")
    make_edition(report)

    said = cast.anybody.client.get(page(report)).content.decode()

    assert not any(bad in said for bad in ("<script>title", "<img src=x", "<b>bold"))


def test_a_long_report_costs_no_more_statements(cast: Cast) -> None:
    counts = []
    for paragraphs in (1, 40):
        report, sentence = public_report(cast)
        for _number in range(paragraphs):
            make_citation(make_paragraph(report), kind="sentence", thing=sentence)
        make_edition(report)
        with CaptureQueriesContext(connection) as counted:
            cast.anybody.client.get(page(report))
        counts.append(len(counted))

    assert counts[0] == counts[1]
