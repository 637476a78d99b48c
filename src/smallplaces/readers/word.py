"""Word documents: paragraphs with their numbers, headings, tables as lines, footnotes at the end."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from smallplaces.readers.archive import refuse_unsafe
from smallplaces.readers.lists import Lists
from smallplaces.readers.refusals import Refusal

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_COPY = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same words again, for old programs
)
_STRUCK = frozenset({qn("w:del"), qn("w:moveFrom"), _COPY})
_LEFT_OUT = _STRUCK | {qn("w:txbxContent")}  # boxes are read after the paragraph that holds them
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_NOTES = {qn("w:footnoteReference"): RELATIONSHIP_TYPE.FOOTNOTES, qn("w:endnoteReference"): RELATIONSHIP_TYPE.ENDNOTES}
_DEEPEST = 60  # tables in tables, and the wrappers that Word puts round paragraphs


def read_docx(data: bytes) -> str:
    """The words of a DOCX file, a paragraph or a row of a table a line, cells parted by tabs, "[1] ..." lines for its notes.

    What somebody struck out under tracked changes stays out, what they added is in; comments, headers and footers stay
    out. Raises `Refusal`: bomb, hostile, damaged, docm, empty.
    """
    refuse_unsafe(data)
    try:
        document = docx.Document(io.BytesIO(data))
    except ValueError:  # the main part has another type: a template, or one with macros
        raise Refusal("docm") from None
    except Exception:  # noqa: BLE001 - python-docx and lxml have no common error for a package that does not hang together
        raise Refusal("damaged") from None
    words = "\n".join(_Reading(document).lines()).strip()
    if not words:
        raise Refusal("empty")
    return words + "\n"


def warm_up() -> None:
    """Loads what python-docx loads at its first document: afterwards it opens no file of its own."""
    _Reading(docx.Document())


class _Reading:
    def __init__(self, document: "Document") -> None:
        self.document = document
        self.lists = Lists(document)
        self.noted: list[tuple[str, str]] = []  # which part a note stands in, and its number there

    def lines(self) -> Iterator[str]:
        yield from self._blocks(self.document.element.body, 0)
        for number, (part, id_) in enumerate(self.noted, 1):
            if words := self._note(part, id_):
                yield f"[{number}] {words}"

    def _blocks(self, parent: "_Element", depth: int) -> Iterator[str]:
        if depth > _DEEPEST:
            raise Refusal("hostile")
        for block in parent:
            if block.tag == qn("w:p"):
                yield self._paragraph(block)
                for box in block.iter(qn("w:txbxContent")):
                    if _nearest(box, "w:p") is block and not _struck(box):
                        yield from self._blocks(box, depth + 1)
            elif block.tag == qn("w:tbl"):
                yield from self._rows(block, depth + 1)
            elif block.tag not in _LEFT_OUT:
                yield from self._blocks(block, depth + 1)

    def _rows(self, table: "_Element", depth: int) -> Iterator[str]:
        for row in table.iter(qn("w:tr")):
            if _nearest(row, "w:tbl") is table:
                cells = [cell for cell in row.iter(qn("w:tc")) if _nearest(cell, "w:tr") is row]
                yield "\t".join(self._cell(cell, depth) for cell in cells)

    def _cell(self, cell: "_Element", depth: int) -> str:
        return " ".join(filter(None, (" ".join(line.split()) for line in self._blocks(cell, depth))))

    def _paragraph(self, paragraph: "_Element") -> str:
        words = "".join(self._words(paragraph)).strip("\n")
        label = self.lists.label(paragraph)
        return f"{label} {words}" if label and words.strip() else words

    def _words(self, element: "_Element") -> Iterator[str]:
        for child in element:
            if child.tag in _LEFT_OUT or not isinstance(child.tag, str):
                continue
            if child.tag == qn("w:t"):
                yield child.text or ""
            elif child.tag in _SIGNS:
                yield _SIGNS[child.tag] if element.tag == qn("w:r") else ""
            elif child.tag in _NOTES:
                self.noted.append((_NOTES[child.tag], child.get(qn("w:id"), "")))
                yield f"[{len(self.noted)}]"
            else:
                yield from self._words(child)

    def _note(self, part: str, id_: str) -> str:
        try:
            root = parse_xml(self.document.part.part_related_by(part).blob)
        except (KeyError, SyntaxError):
            return ""
        note = next((note for note in root if note.get(qn("w:id")) == id_), None)
        return " ".join(" ".join(self._words(note)).split()) if note is not None else ""


def _nearest(element: "_Element", tag: str) -> "_Element | None":
    return next(element.iterancestors(qn(tag)), None)


def _struck(box: "_Element") -> bool:
    return any(above.tag in _STRUCK for above in box.iterancestors())
