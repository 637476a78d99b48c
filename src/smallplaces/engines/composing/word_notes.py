"""Real Word footnotes. python-docx has none, so their part of the file is written here (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from smallplaces.engines.composing.document import Note
from smallplaces.engines.composing.word_text import add_field, add_words, element, set_style

# Word keeps these two ids for the line over the notes and for the line where a note runs on from the page before.
_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
_MARK = "FootnoteReference"


def add_mark(paragraph: WordParagraph, note: int, lang: str, *, first: bool) -> None:
    """The number of a note after the words. Word numbers the first mark itself; a later one is a field that repeats it."""
    bookmark = f"note_{note}"
    if not first:
        add_field(paragraph, f"NOTEREF {bookmark} \\h", str(note), lang, style_id=_MARK)
        return
    run = add_words(paragraph, "", lang, style_id=_MARK).element
    run.append(element("w:footnoteReference", id=str(note)))
    run.addprevious(element("w:bookmarkStart", id=str(note), name=bookmark))
    run.addnext(element("w:bookmarkEnd", id=str(note)))


def attach_notes(word: WordDocument, notes: tuple[Note, ...], lang: str) -> None:
    """Add the part of the file that holds the words of the notes, with the two separators that Word expects."""
    if not notes:
        return
    root = element("w:footnotes")
    for number, kind in _SEPARATORS:
        note, paragraph = _empty_note(number, word)
        note.set(qn("w:type"), kind)
        paragraph.add_run().element.append(element(f"w:{kind}"))
        root.append(note)
    for written in notes:
        root.append(_note(written, word, written.lang or lang))
    blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    separators = element("w:footnotePr")
    separators.extend(element("w:footnote", id=str(number)) for number, _ in _SEPARATORS)
    # The schema's order of settings: footnotePr right before compat.
    word.settings.element.find(qn("w:compat")).addprevious(separators)


def _note(note: Note, word: WordDocument, lang: str) -> etree._Element:
    made, paragraph = _empty_note(note.number, word)
    set_style(paragraph, "FootnoteText", lang)
    add_words(paragraph, "", lang, style_id=_MARK).element.append(element("w:footnoteRef"))
    add_words(paragraph, f" {note.text}", lang)
    return made


def _empty_note(number: int, word: WordDocument) -> tuple[etree._Element, WordParagraph]:
    note: etree._Element = element("w:footnote", id=str(number))
    paragraph = element("w:p")
    note.append(paragraph)
    return note, WordParagraph(paragraph, word._body)  # noqa: SLF001 (python-docx gives no other parent)
