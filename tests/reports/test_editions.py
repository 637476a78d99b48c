"""Handing in, and what happens to what left when words are taken back."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from pypdf import PdfReader

from smallplaces.core.clock import fixed
from smallplaces.core.files import bytes_of
from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY
from smallplaces.groups.models import Group
from smallplaces.meetings.actions import take_back
from smallplaces.meetings.models import Sentence
from smallplaces.reports import actions
from smallplaces.reports.composition import compose
from smallplaces.reports.enums import ReportState
from smallplaces.reports.models import Edition, EditionFile, Paragraph, Report
from smallplaces.reports.queries import reports_visible_to
from tests.factories.groups import make_group
from tests.factories.meetings import inside, make_room, make_sentence
from tests.factories.reports import DAY, make_citation, make_edition, make_handing, make_paragraph, make_report

WORDS = "The pond smells of tannery and nobody tells us why."
pytestmark = pytest.mark.django_db(transaction=True)


def quoting_report(
    group: Group | None = None, *, marked: bool = True, reach: str = "public"
) -> tuple[Report, Sentence]:
    """A report with a sentence's own words in its first paragraph, and a second paragraph beside it."""
    report = make_report(group)
    sentence = make_sentence(make_room(report.group), WORDS, reach=reach)
    paragraph = make_paragraph(report, text=f"All of us said: {WORDS}", claims=True)
    make_citation(paragraph, kind="sentence", thing=sentence, verbatim=marked)
    make_citation(make_paragraph(report, text="The mill has a ledger."))
    return report, sentence


def kept_words() -> str:
    """Whatever the files of ours say, inside the zip of a Word file and the pages of a PDF too."""
    said = []
    for path in Path(settings.MEDIA_ROOT).rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as word:
                said += [word.read(name).decode("utf-8", "replace") for name in word.namelist()]
        elif data.startswith(b"%PDF"):
            said += [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
        said.append(data.decode("utf-8", "replace"))
    return " ".join(" ".join(said).split())


def test_handing_in_makes_three_files_and_keeps_what_was_cited() -> None:
    report, sentence = quoting_report()

    edition = make_edition(report)

    files = {one.form: bytes_of(one.file) for one in edition.files.select_related("file")}
    assert set(files) == {"html", "docx", "pdf", "kept"}
    assert files["pdf"].startswith(b"%PDF")
    assert files["docx"].startswith(b"PK")
    assert WORDS.encode() in files["html"]
    assert set(edition.cited.values_list("kind", "thing_id", "position", "verbatim")) == {
        ("sentence", sentence.pk, 1, True),
        ("outside", "", 2, False),
    }
    assert Report.objects.get().state == ReportState.HANDED_IN


def test_the_same_report_is_the_same_bytes() -> None:
    report, _sentence = quoting_report()

    first, second = make_edition(report), make_edition(report, to="the clinic")

    sums = [set(one.files.values_list("form", "first_sha256")) for one in (first, second)]
    assert sums[0] == sums[1]
    assert (first.number, second.number) == (1, 2)


@pytest.mark.parametrize("marked", [True, False])
def test_words_that_stay_ours_are_masked_and_stop_it(marked: bool) -> None:
    """A paragraph that holds the words is found out, whether its writer marked it or not."""
    report, _sentence = quoting_report(marked=marked, reach="ours")

    document = compose(report).document

    assert WORDS not in str(document)
    with pytest.raises(RefusedError):
        make_edition(report)
    assert not Edition.objects.exists()
    assert not EditionFile.objects.exists()


def test_nothing_empty_and_nothing_to_nobody_is_handed_in() -> None:
    for report, to in ((make_report(), "the library"), (quoting_report()[0], " ")):
        with pytest.raises(RefusedError):
            make_edition(report, to=to)


def test_a_group_on_its_way_hands_nothing_in() -> None:
    report = make_report(make_group(state="opening", opened_on=None))
    make_paragraph(report)

    with pytest.raises(NotAllowedError):
        make_edition(report)


def test_the_edition_is_of_the_day_at_its_place() -> None:
    with fixed(dt.date(2026, 5, 4)):
        edition = make_edition()

    assert edition.made_on == dt.date(2026, 5, 4)


@pytest.mark.parametrize("marked", [True, False])
def test_words_taken_back_leave_draft_and_files(marked: bool) -> None:
    report, sentence = quoting_report(marked=marked)
    edition = make_edition(report)
    assert WORDS in kept_words()
    before = dict(edition.files.values_list("form", "first_sha256"))

    beyond = take_back(sentence, by=inside(report.group))

    assert "tannery" not in kept_words()
    assert "removed: the words were taken back" in kept_words()
    assert [end.out_of_reach for end in beyond] == [
        "“What became of the pond”, edition 1: handed to the library on 1 March 2026"
    ]
    paragraph = Paragraph.objects.get(position=0)
    assert (paragraph.text, paragraph.taken_back_on is not None) == ("", True)
    edition.refresh_from_db()
    assert edition.words_taken_back_on is not None
    assert dict(edition.files.values_list("form", "first_sha256")) == before


def test_every_holder_of_a_copy_is_listed_and_other_editions_stay() -> None:
    report, sentence = quoting_report()
    edition = make_edition(report)
    make_handing(edition)
    other = make_edition(quoting_report()[0].__class__.objects.exclude(pk=report.pk).get())
    stays = dict(other.files.values_list("form", "file__sha256"))

    beyond = take_back(sentence, by=inside(report.group))

    assert {"library" in one.out_of_reach or "school" in one.out_of_reach for one in beyond} == {True}
    assert len(beyond) == 2
    assert dict(other.files.values_list("form", "file__sha256")) == stays


def test_a_paragraph_taken_back_is_written_anew() -> None:
    report, sentence = quoting_report()
    take_back(sentence, by=inside(report.group))
    paragraph = Paragraph.objects.get(position=0)

    actions.change_paragraph(paragraph, text="The pond is ill.", claims=False, by=inside(report.group))

    assert Paragraph.objects.get(position=0).taken_back_on is None
    assert make_edition(report).number == 1


def test_files_of_editions_are_private_rows_whoever_reads_the_report() -> None:
    report, _sentence = quoting_report()
    edition = make_edition(report)

    actions.publish_report(report, visibility="public", by=inside(report.group))

    assert set(edition.files.values_list("file__visibility", flat=True)) == {"private"}


def test_a_public_draft_exists_for_its_group_alone() -> None:
    report = make_report(visibility="public")
    make_paragraph(report)
    assert not reports_visible_to(ANYBODY).exists()

    make_edition(report, on=DAY)

    assert reports_visible_to(ANYBODY).get() == report
