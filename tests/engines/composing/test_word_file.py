"""The report as a Word file."""

from __future__ import annotations

import io
import zipfile

import docx
import mammoth
from docx.oxml.ns import qn
from lxml import etree

from smallplaces.engines.composing import to_docx
from tests.engines.composing.reports import one_paragraph, small_report


def part(made: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(made)).read(name))


def test_notes_are_real_footnotes_and_a_second_mark_repeats_the_first() -> None:
    made = to_docx(small_report())
    notes = part(made, "word/footnotes.xml")
    assert [note.get(qn("w:id")) for note in notes] == ["-1", "0", "1", "2"]
    assert "".join(notes[2].itertext()).strip() == "Minutes of 14 March."
    body = part(made, "word/document.xml")
    assert [mark.get(qn("w:id")) for mark in body.iter(qn("w:footnoteReference"))] == ["1", "2"]
    assert [field.text for field in body.iter(qn("w:instrText"))] == [" NOTEREF note_1 \\h "]
    page = mammoth.convert_to_html(io.BytesIO(made)).value
    assert page.count('id="footnote-ref-') == page.count('<li id="footnote-') == 2


def test_headings_title_and_language_are_words_own() -> None:
    word = docx.Document(io.BytesIO(to_docx(small_report())))
    named = [(paragraph.style.name, paragraph.text) for paragraph in word.paragraphs]
    assert ("Title", "What came of it") in named
    assert ("Heading 1", "The water") in named
    assert ("Heading 2", "Later") in named
    assert word.core_properties.title == "What came of it"
    assert word.core_properties.language == "en"
    assert word.core_properties.created.isoformat() == "2026-03-01T00:00:00+00:00"
    assert word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == "en"


def test_every_page_says_fiction_and_its_number() -> None:
    page = docx.Document(io.BytesIO(to_docx(small_report()))).sections[0]
    assert page.header.paragraphs[0].text == "FICTIONAL: nobody here is real"
    assert not page.different_first_page_header_footer
    assert page.footer.paragraphs[0].text == "Laundry Circle · Osier Bend\tPage 1 of 1"
    fields = [field.text.strip() for field in page.footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]
    real = docx.Document(io.BytesIO(to_docx(small_report(fictional_words="")))).sections[0]
    assert real.header.paragraphs[0].text == ""


def test_arabic_runs_from_the_right() -> None:
    body = part(to_docx(small_report()), "word/document.xml")
    turned = [paragraph for paragraph in body.iter(qn("w:p")) if paragraph.find(f".//{qn('w:bidi')}") is not None]
    assert len(turned) == 1
    runs = [run for run in turned[0].iter(qn("w:r")) if run.find(qn("w:t")) is not None]
    assert len(runs) == 2
    assert all(run.find(f".//{qn('w:rtl')}") is not None for run in runs)
    assert {run.find(f".//{qn('w:lang')}").get(qn("w:bidi")) for run in runs} == {"ar"}
    whole = part(to_docx(small_report(lang="ar")), "word/document.xml")
    assert whole.find(f".//{qn('w:sectPr')}/{qn('w:bidi')}") is not None


def test_every_character_is_kept() -> None:
    word = docx.Document(io.BytesIO(to_docx(one_paragraph("안녕 😀 tab\tline\x0bend"))))
    assert "안녕 😀 tab line end" in [paragraph.text for paragraph in word.paragraphs]


def test_the_file_has_no_trace_of_the_clock_or_of_its_maker() -> None:
    made = zipfile.ZipFile(io.BytesIO(to_docx(small_report())))
    assert made.namelist() == sorted(made.namelist())
    assert {entry.date_time for entry in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"python-docx" not in made.read("docProps/core.xml")
    assert not [name for name in made.namelist() if "thumbnail" in name or "customXml" in name]
