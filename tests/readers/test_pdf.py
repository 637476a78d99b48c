"""PDF files: their lines without what stands at the edge of every page; pictures, locks and bombs each have a sentence."""

from __future__ import annotations

import pytest
import typst

from smallplaces.core.sandbox import read_in_sandbox
from smallplaces.readers import Refusal, read_document
from smallplaces.readers.pdf_lines import joined, without_edges
from tests.readers import pdf_files
from tests.readers.pdf_files import pdf

ACT = ["RESOLUTION 41", "WHEREAS the stairs (all of them) are dark;", "RESOLVED, that the council’s lamps burn."]


def read(data: bytes) -> str:
    return read_document(data, "act.pdf").text


def in_sandbox(data: bytes, **how: float) -> str:
    with pytest.raises(Refusal) as caught:
        read_in_sandbox("document", data, name="act.pdf", **how)
    return caught.value.code


def test_lines_stay_lines_and_pages_follow_one_another():
    assert read(pdf(ACT, ["Section 2. In winter first."])) == "\n".join([*ACT, "Section 2. In winter first.", ""])


def test_the_limited_process_reads_the_same():
    value = read_in_sandbox("document", pdf(ACT), name="act.pdf")
    assert value == {"text": "\n".join([*ACT, ""]), "kind": "pdf"}


def test_a_file_as_printers_make_them_with_ligatures_and_letters_of_many_scripts():
    source = (
        "#set page(width: 12cm)\n= Résolution\nWHEREAS the office of final affairs; *now*\n\nالماء حق · Лестница · Ω"
    )
    text = read_in_sandbox("document", typst.compile(source.encode(), format="pdf"), name="x.pdf")["text"]
    assert "WHEREAS the office of final affairs; now" in text
    assert text.startswith("Résolution\n")
    assert "Лестница" in text


def test_a_page_that_is_a_scan_is_named_since_its_words_would_be_missing():
    with pytest.raises(Refusal, match=r"^Page 2 of this PDF is a picture without words"):
        read(pdf(ACT, b"q /P Do Q", ["Signed."]))


def test_a_page_with_a_seal_alone_holds_no_words_that_could_be_missing():
    data = pdf(ACT, b"q /P Do Q", ["Signed."]).replace(b"/Width 1200", b"/Width 0090")
    assert read(data).endswith("burn.\nSigned.\n")


def test_a_lock_against_printing_alone_keeps_nobody_out():
    assert read(pdf_files.locked(pdf(ACT), to_open="")).startswith("RESOLUTION 41")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf(b"q /P Do Q", b"/P Do"), "pdf-pictures"),
        (pdf([]), "empty"),
        (pdf_files.locked(pdf(ACT), to_open="secret"), "encrypted"),
        (pdf(*[["word"]] * 301), "pdf-pages"),
        (pdf(["\x01\x02\x03 \x04\x05 word"]), "pdf-letters"),
        (b"%PDF-1.7\n" + b"nothing that hangs together\n" * 90, "pdf-damaged"),
        (pdf(ACT)[:300], "pdf-damaged"),
        (b"<!DOCTYPE html><title>Sign in</title><p>Sign in first", "html"),
        (b"%PDF-1.7\n" + bytes(9_000_000), "pdf-damaged"),
    ],
)
def test_each_bad_file_has_its_sentence(data, code):
    assert in_sandbox(data) == code


@pytest.mark.parametrize(
    "data",
    [
        pdf_files.circle(),
        pdf_files.squeezed(bytes(200_000_000)),
        pdf_files.squeezed(b"(x) Tj " * 2_500_000),
        pdf_files.squeezed(b"[" * 1_000_000),
        pdf_files.written([b"<< /Type /Catalog /Pages 2 0 R >>", b"[" * 100_000]),
    ],
    ids=["circle", "bomb", "words without end", "lists in lists", "lists in lists outside"],
)
def test_hostile_files_end_in_one_sentence(data):
    assert in_sandbox(data, seconds=20) in {"bomb", "pdf-damaged", "unsafe", "pdf-pictures", "empty"}


def test_a_drawing_that_draws_itself_comes_to_an_end():
    assert in_sandbox(pdf_files.drawn_in_itself(), seconds=20) in {
        "empty",
        "pdf-pictures",
        "pdf-damaged",
        "bomb",
        "unsafe",
    }


def test_page_numbers_that_rise_go():
    pages = [["Water is ours.", "5"], ["It stays clean.", "6"], ["Clerk.", "7"]]
    assert without_edges(pages) == [["Water is ours."], ["It stays clean."], ["Clerk."]]


def test_a_heading_that_stands_on_every_page_goes_with_its_number():
    pages = [[f"Town of Osier Page {n} of 3", f"Line {n * n}."] for n in (1, 2, 3)]
    assert without_edges(pages) == [["Line 1."], ["Line 4."], ["Line 9."]]


def test_the_first_page_may_be_without():
    pages = [["RESOLUTION", "a"], ["Osier", "b"], ["Osier", "c"], ["Osier", "d"]]
    assert without_edges(pages) == [["RESOLUTION", "a"], ["b"], ["c"], ["d"]]


@pytest.mark.parametrize(
    "pages",
    [
        [["Osier", "a"], ["Osier", "b"]],
        [["Osier", "a"], ["Osier", "b"], ["Bend", "c"]],
        [["1.", "a"], ["2.", "b"], ["3.", "c"]],
        [["Article 4", "a"], ["Article 7", "b"], ["Article 9", "c"]],
        [["7", "a"], ["12", "b"], ["13", "c"]],
    ],
    ids=["two pages", "not on all", "numbers of sections", "articles", "numbers that jump"],
)
def test_what_may_be_the_text_itself_stays(pages):
    assert without_edges(pages) == pages


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (["this reso-", "lution binds; a resolution"], ["this resolution", "binds; a resolution"]),
        (["the human-", "rights city, a human-rights city"], ["the human-rights", "city, a human-rights city"]),
        (["the twenty-", "first of May"], ["the twenty-", "first of May"]),
        (["from 2025-", "2026 on"], ["from 2025-", "2026 on"]),
        (["the Lower-", "Ninth ward; LowerNinth"], ["the Lower-", "Ninth ward; LowerNinth"]),
        (["reso\xad", "lution, then"], ["resolution,", "then"]),
    ],
)
def test_words_cut_in_two_are_joined_where_the_text_shows_how(page, told):
    assert [line for line in joined([page]) if line] == told
