"""The documents that people bring, by kind."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smallplaces.readers.detecting import detect
from smallplaces.readers.refusals import Refusal, refuse_if_too_long
from smallplaces.readers.text import read_text
from smallplaces.readers.web_page import read_web_page

if TYPE_CHECKING:
    from smallplaces.readers.photo import CleanPhoto


# What a name may promise that a web page is not: somebody saved the page of a sign-in, or of an error, under it.
_OTHER_ENDINGS = (".pdf", ".docx", ".docm", ".doc", ".odt", ".rtf", ".txt", ".md", ".csv", ".json", ".zip")


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The words of a document, in lines, and what it was: "text", "docx", "html" or "pdf"."""

    text: str
    kind: str


def read_document(data: bytes, name: str) -> DocumentText:
    """The words of a TXT, DOCX, HTML or PDF file, whichever its bytes are. Raises `Refusal` for everything else.

    A web page is read only where its name promises nothing else.
    """
    refuse_if_too_long(len(data))
    kind = detect(data, name)
    if kind == "text":
        return DocumentText(read_text(data), kind)
    if kind == "docx":
        return DocumentText(_read_docx(data), kind)
    if kind == "html" and not name.lower().endswith(_OTHER_ENDINGS):
        return DocumentText(read_web_page(data), kind)
    if kind == "pdf":
        return DocumentText(_read_pdf(data), kind)
    raise Refusal(kind)


def read_plain(data: bytes, name: str) -> DocumentText:
    """The words of a TXT file. Raises `Refusal` for everything else; a Word file is no plain text."""
    kind = detect(data, name)
    if kind != "text":
        raise Refusal("binary" if kind == "docx" else kind)
    return read_document(data, name)


def read_word(data: bytes, name: str) -> DocumentText:
    """The words of a DOCX file. Raises `Refusal` for everything else, plain text named .docx included."""
    kind = detect(data, name)
    if kind != "docx":
        raise Refusal("not-docx" if kind == "text" else kind)
    return read_document(data, name)


def _read_docx(data: bytes) -> str:
    # python-docx takes a tenth of a second and 40 MB: only the limited process that opens a Word file pays them
    from smallplaces.readers.word import read_docx  # noqa: PLC0415

    return read_docx(data)


def _read_pdf(data: bytes) -> str:
    # pypdf takes a quarter of a second: as above
    from smallplaces.readers.pdf import read_pdf  # noqa: PLC0415

    return read_pdf(data)


def read_picture(data: bytes, name: str) -> "CleanPhoto":
    """A photograph, written anew. Raises `Refusal` for everything else."""
    # Pillow and the decoder of HEIC: only the limited process that opens a picture pays for them
    from smallplaces.readers.photo import read_photo  # noqa: PLC0415

    return read_photo(data, name)
