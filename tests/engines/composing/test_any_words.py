"""Whatever people write, each format is a sound file of its kind, and the same one twice."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import mammoth
from hypothesis import HealthCheck, given, settings
from lxml import etree, html
from pypdf import PdfReader

from smallplaces.engines.composing import Document, count_words, to_docx, to_fragment, to_html, to_pdf
from tests.engines.composing.reports import reports

many = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


@many
@given(reports())
def test_any_words_make_well_formed_html(report: Document) -> None:
    fragment = to_fragment(report)
    article = etree.fromstring(fragment)
    assert not article.xpath("//script | //style | //@style | //@*[starts-with(name(), 'on')]")
    page = html.document_fromstring(to_html(report), parser=html.HTMLParser(encoding="utf-8"))
    assert len(page.xpath("//article")) == 1
    assert len(page.xpath("//style")) == 1
    assert to_html(report) == to_html(report)


@many
@given(reports())
def test_any_words_make_a_word_file(report: Document) -> None:
    made = to_docx(report)
    word = docx.Document(io.BytesIO(made))
    assert any(paragraph.style.name == "Title" for paragraph in word.paragraphs)
    assert "cited" in mammoth.extract_raw_text(io.BytesIO(made)).value
    assert made == to_docx(report)


@many
@given(reports())
def test_any_words_make_a_tagged_pdf(fonts: Path, report: Document) -> None:
    made = to_pdf(report, fonts=fonts)
    root = PdfReader(io.BytesIO(made)).root_object
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert made == to_pdf(report, fonts=fonts)


@many
@given(reports())
def test_any_words_can_be_counted(report: Document) -> None:
    without = count_words(report)
    assert count_words(report, translations=False) <= without <= count_words(report, notes=True)
