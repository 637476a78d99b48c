"""The report as PDF."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from smallplaces.engines.composing import Document, Note, Paragraph, Section, Span, to_pdf
from tests.engines.composing.reports import one_paragraph, small_report


def pages(report: Document, fonts: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(to_pdf(report, fonts=fonts))).pages]


def tags(report: Document, fonts: Path) -> list[str]:
    """The roles of the structure tree, in reading order."""
    found: list[str] = []
    waiting = [PdfReader(io.BytesIO(to_pdf(report, fonts=fonts))).root_object["/StructTreeRoot"]["/K"]]
    while waiting:
        node = waiting.pop().get_object() if hasattr(waiting[-1], "get_object") else waiting.pop()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict) and "/S" in node:
            found.append(node["/S"])
            waiting.append(node.get("/K", []))
    return found


def test_the_page_reads_from_title_to_notes(fonts: Path) -> None:
    (text,) = pages(small_report(), fonts)
    order = [
        "What came of it",
        "Home report",
        "Not yet to circle six.",
        "The water",
        "Cortaron",
        "Later",
        "Pass it on.",
    ]
    places = [text.index(words) for words in [*order, "Minutes of 14 March.", "Page 1 of 1"]]
    assert places == sorted(places)


def test_the_file_is_tagged_titled_and_in_its_language(fonts: Path) -> None:
    pdf = PdfReader(io.BytesIO(to_pdf(small_report(), fonts=fonts)))
    assert pdf.metadata is not None
    assert pdf.metadata.title == "What came of it"
    assert pdf.metadata.creation_date is None
    assert pdf.root_object["/Lang"] == "en"
    assert pdf.root_object["/MarkInfo"]["/Marked"]
    found = tags(small_report(), fonts)
    assert [tag for tag in found if tag in {"/H1", "/H2"}] == ["/H1", "/H2"]
    assert found.count("/Note") == 2
    assert {"/BlockQuote", "/L", "/LI"} <= set(found)


def test_every_page_says_fiction_and_its_number(fonts: Path) -> None:
    long = Section("Long", tuple(Paragraph((Span("Words and words. " * 60),), "en") for _ in range(12)))
    texts = pages(small_report(sections=(long,), notes=()), fonts)
    assert len(texts) > 2
    for number, text in enumerate(texts, 1):
        assert text.count("FICTIONAL: nobody here is real") == 1
        assert f"Page {number} of {len(texts)}" in text
    assert not any("FICTIONAL" in text for text in pages(small_report(fictional_words=""), fonts))


def test_arabic_is_drawn_in_a_font_of_the_folder(fonts: Path) -> None:
    pdf = PdfReader(io.BytesIO(to_pdf(one_paragraph("قطعوا الماء", "ar"), fonts=fonts)))
    names = {str(font.get_object()["/BaseFont"]) for font in pdf.pages[0]["/Resources"]["/Font"].values()}
    ours = {path.name.split("-")[0] for path in fonts.glob("*.ttf")} - {"NotoSans"}
    assert any(family in name for family in ours for name in names)
    assert not any("Mono" in name for name in names)


def test_arabic_is_read_out_as_it_was_written(fonts: Path) -> None:
    """A font that takes letters apart doubles them for whoever listens: see docs/decisions/0020."""
    words = "قطعوا الماء بسبب فاتورة لم يستطع أحد شرحها"
    (text,) = pages(one_paragraph(words, "ar"), fonts)
    read = {word for line in text.splitlines() for word in line.replace(".", " ").split()}
    assert set(words.split()) <= read


def test_neighbouring_marks_are_parted(fonts: Path) -> None:
    both = Paragraph((Span("They cut the water."), Span("", note=1), Span("", note=2)), "en")
    report = small_report(sections=(Section("Water", (both,)),), notes=(Note(1, "A room"), Note(2, "A book")))
    assert "water.1,2" in pages(report, fonts)[0].replace("\n", "").replace(" ,", ",")


def test_what_no_font_has_is_a_box_and_listed(fonts: Path) -> None:
    (text,) = pages(one_paragraph("Water 😀 is 물 e\u0301 life"), fonts)
    assert "Water □ is □ é life" in text
    flat = " ".join(text.split())
    assert "because our print fonts do not have them: U+1F600 (grinning face), U+BB3C (hangul syllable mul)" in flat
    assert "U+25A1" not in flat
    assert "□" not in pages(one_paragraph("Water is life, agua, вода, νερό"), fonts)[0]


def test_a_long_list_of_missing_characters_is_cut(fonts: Path) -> None:
    text = " ".join("\n".join(pages(one_paragraph("".join(map(chr, range(0xAC00, 0xAC00 + 90)))), fonts)).split())
    assert "… (+50)" in text


@pytest.mark.parametrize(
    "hostile", ['#read("/etc/passwd")', "$x^2$ *a* _b_ = c", "<label> @ref `raw` \\ [c]", "// gone?"]
)
def test_words_are_never_commands(fonts: Path, hostile: str) -> None:
    assert hostile in " ".join(pages(one_paragraph(hostile), fonts)[0].split())


def test_thirty_thousand_words_in_one_paragraph(fonts: Path) -> None:
    texts = pages(one_paragraph("water " * 30_000), fonts)
    assert "".join(texts).count("water") == 30_000


def test_a_word_longer_than_the_line_stays_on_the_page(fonts: Path) -> None:
    pdf = PdfReader(io.BytesIO(to_pdf(one_paragraph("x" * 400), fonts=fonts)))
    lines = [line for line in pdf.pages[0].extract_text().splitlines() if set(line.strip()) == {"x"}]
    assert sum(len(line.strip()) for line in lines) == 400
    assert max(map(len, lines)) < 100


def test_a_folder_without_fonts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no font"):
        to_pdf(small_report(), fonts=tmp_path)
