"""The documents that people bring, by kind."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smallplaces.readers.detecting import detect
from smallplaces.readers.refusals import Refusal, refuse_if_too_long
from smallplaces.readers.text import read_text

if TYPE_CHECKING:
    from smallplaces.readers.photo import CleanPhoto


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The words of a document, in lines, and what it was: "text" or "docx"."""

    text: str
    kind: str


def read_document(data: bytes, name: str) -> DocumentText:
    """The words of a TXT or DOCX file, whichever its bytes are. Raises `Refusal` for everything else."""
    refuse_if_too_long(len(data))
    kind = detect(data, name)
    if kind == "text":
        return DocumentText(read_text(data), kind)
    if kind == "docx":
        return DocumentText(_read_docx(data), kind)
    raise Refusal(kind)


def read_plain(data: bytes, name: str) -> DocumentText:
    """The words of a TXT file. Raises `Refusal` for everything else; a Word file is no plain text."""
    kind = detect(data, name)
    if kind == "docx":
        raise Refusal("binary")
    return read_document(data, name)


def read_word(data: bytes, name: str) -> DocumentText:
    """The words of a DOCX file. Raises `Refusal` for everything else, plain text named .docx included."""
    if detect(data, name) == "text":
        raise Refusal("not-docx")
    return read_document(data, name)


def _read_docx(data: bytes) -> str:
    # python-docx takes a tenth of a second and 40 MB: only the limited process that opens a Word file pays them
    from smallplaces.readers.word import read_docx  # noqa: PLC0415

    return read_docx(data)


def read_picture(data: bytes, name: str) -> "CleanPhoto":
    """A photograph, written anew. Raises `Refusal` for everything else."""
    # Pillow and the decoder of HEIC: only the limited process that opens a picture pays for them
    from smallplaces.readers.photo import read_photo  # noqa: PLC0415

    return read_photo(data, name)
