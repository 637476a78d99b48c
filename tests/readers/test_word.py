"""Word files: nothing that a reader sees is lost, and broken or hostile ones are refused each by name."""

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from smallplaces.readers import Refusal, detect, read_document
from tests.readers import word_files

NS = nsdecls("w")


def read(data: bytes) -> str:
    return read_document(data, "act.docx").text


def code(data: bytes, name: str = "act.docx") -> str:
    with pytest.raises(Refusal) as refused:
        read_document(data, name)
    return refused.value.code


def test_paragraphs_headings_and_lists():
    data = word_files.word_file(
        ("Water pledge", "Heading 1"),
        "We promise:",
        ("a phone chain", "List Number"),
        ("a river watch", "List Number"),
        ("and tea", "List Bullet"),
    )
    assert read(data) == "Water pledge\nWe promise:\n1. a phone chain\n2. a river watch\n• and tea\n"


def test_table_rows_are_lines():
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell, words in zip(
        [*table.rows[0].cells, *table.rows[1].cells], ["who", "what", "clerk", "counts"], strict=True
    ):
        cell.text = words
    table.rows[1].cells[1].add_paragraph("and prints")
    table.rows[1].cells[1].add_table(1, 1).rows[0].cells[0].text = "twice"
    assert read(word_files.saved(document)) == "who\twhat\nclerk\tcounts and prints twice\n"


def test_added_words_are_in_and_struck_ones_out():
    xml = "<w:p><w:r><w:t>It shall</w:t></w:r><w:del><w:r><w:delText> not</w:delText></w:r></w:del><w:ins><w:r><w:t> rain</w:t><w:br/><w:tab/><w:t>now</w:t></w:r></w:ins></w:p>"
    assert read(word_files.body(word_files.word_file("."), xml)).startswith("It shall rain\n\tnow\n")


def test_words_in_content_controls_boxes_and_links():
    xml = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>in a control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r></w:p>"
    )
    assert read(word_files.body(word_files.word_file("."), xml)).startswith("in a control\na link\nin a box\n")


def test_numbers_of_several_levels_as_word_shows_them():
    document = docx.Document()
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{shown}"/></w:lvl>'
        for level, (start, style, shown) in enumerate(
            [("3", "decimal", "Section %1."), ("1", "lowerLetter", "(%2)"), ("9" * 5000, "upperRoman", "%1.%3")]
        )
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {NS} w:abstractNumId="77">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {NS} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level in (0, 1, 1, 2, 0, 1):
        paragraph = document.add_paragraph("x")
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {NS}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
        )
    assert read(word_files.saved(document)).split("\n")[:-1] == [
        "Section 3. x",
        "(a) x",
        "(b) x",
        "3.I x",
        "Section 4. x",
        "(a) x",
    ]


def test_footnotes_stand_at_the_end():
    reference = '<w:p><w:r><w:t>Water</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    data = word_files.body(word_files.word_file("is ours"), reference)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    rels = word_files.part_of(data, "word/_rels/document.xml.rels")
    data = word_files.with_part(
        data,
        "word/_rels/document.xml.rels",
        rels.replace(
            b"</Relationships>",
            f'<Relationship Id="rF" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode(),
        ),
    )
    notes = (
        f'<w:footnotes {NS}><w:footnote w:id="2"><w:p><w:r><w:t>All of it.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    assert (
        read(word_files.with_part(data, "word/footnotes.xml", notes.encode())) == "Water[1]\nis ours\n[1] All of it.\n"
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (word_files.word_file(), "empty"),
        (word_files.word_file("words")[:4000], "damaged"),
        (word_files.word_file("words")[:-30], "damaged"),
        (word_files.with_part(word_files.word_file("words"), "word/document.xml", b"<w:document"), "damaged"),
        (word_files.with_part(word_files.word_file("words"), "[Content_Types].xml", b"<Types/>"), "damaged"),
        (b"<html><body>words</body></html>", "html"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "doc"),
        (word_files.locked(), "encrypted"),
        (word_files.flagged_as_locked(), "encrypted"),
        (word_files.laughs(), "hostile"),
        (word_files.with_part(word_files.word_file("words"), "word/vbaProject.bin", b"macro"), "docm"),
    ],
)
def test_refused(data, expected):
    assert code(data) == expected


def test_bombs_are_refused_before_they_are_unpacked():
    data = word_files.bomb()
    assert len(data) < 200_000
    assert code(data) == "bomb"
    many = word_files.word_file("words")
    for number in range(3):
        many = word_files.with_part(many, f"word/{number}.bin", bytes(4_000_000))
    assert code(many) == "bomb"


def test_tables_in_tables_without_end():
    deep = "<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80
    assert code(word_files.body(word_files.word_file("words"), deep)) in ("hostile", "damaged")


def test_a_half_surrogate_in_xml_is_damage():
    assert (
        code(word_files.body(word_files.word_file("words"), "<w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p>")) == "damaged"
    )


def test_detect_goes_by_what_a_file_is():
    assert detect(word_files.word_file("words"), "act.txt") == "docx"
    assert detect(b"words", "act.docx") == "text"
