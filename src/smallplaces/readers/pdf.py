"""PDF files that hold text: its lines page by page, without what stands again at the edge of every page."""

from __future__ import annotations

import codecs
import io
import logging
import re
from typing import TYPE_CHECKING

import pypdf
from pypdf._configuration import overwrite_configuration
from pypdf.errors import LimitReachedError, WrongPasswordError

from smallplaces.readers import pdf_lines
from smallplaces.readers.refusals import Refusal
from smallplaces.readers.text import cleaned, has_words

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject

MOST_PAGES = 300  # a page takes up to a twentieth of a second
MEMORY = 768 * 1024 * 1024  # bytes of address space; the library and its decoders take a part of it
_ENCODINGS = (
    *("ascii", "latin-1", "charmap", "utf-8", "utf-16", "utf-16-be", "utf-16-le"),
    *("gbk", "gb2312", "gb18030", "cp932", "cp936", "cp949", "cp950", "big5", "euc-jp", "euc-kr"),
)
_MOST_UNPACKED = 20_000_000  # bytes of one stream; the words of a page have some thousand
_MOST_MARKS = 400_000  # what is drawn on one page; a dense table has some ten thousand
_SCAN = 500  # points on each side: a sheet at 60 an inch; logos and seals have fewer
_DEEPEST, _MOST_PICTURES = 3, 50
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " "})
_LOST = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]|/[a-z]{1,3}\d{1,5}(?=/)")
_MOST_LOST = 20  # one letter in so many may be lost: a sign of a strange font here and there harms no text


def read_pdf(data: bytes) -> str:
    """The words of a PDF file, in lines. One that is locked only against printing or changing is read.

    Raises `Refusal`: pdf-damaged, pdf-pages, pdf-pictures (no words at all), pdf-picture (a page is a scan: what stands
    there would be missing), pdf-letters (letters without a meaning), encrypted, empty, bomb.
    """
    try:
        pages, pictures = _pages(data)
    except (Refusal, MemoryError):
        raise
    except LimitReachedError:
        raise Refusal("bomb") from None
    except WrongPasswordError:
        raise Refusal("encrypted") from None
    except Exception:  # noqa: BLE001 - pypdf has no common error for a file that does not hang together
        raise Refusal("pdf-damaged") from None
    words = "\n".join(pdf_lines.joined(pdf_lines.without_edges(pages)))
    if not has_words(words):
        raise Refusal("pdf-pictures" if pictures else "empty")
    if pictures:
        raise Refusal("pdf-picture", page=pictures[0])
    return words + "\n"


def warm_up() -> None:
    """Loads what pypdf loads at its first file, silences it, and sets its limits; later no file can be opened."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    overwrite_configuration(
        zlib_maximum_output_length=_MOST_UNPACKED,
        lzw_maximum_output_length=_MOST_UNPACKED,
        run_length_maximum_output_length=_MOST_UNPACKED,
        maximum_declared_stream_length=_MOST_UNPACKED,
        array_based_stream_maximum_output_length=_MOST_UNPACKED,
        stream_parsing_work_maximum_count=_MOST_MARKS,
        jbig2dec_binary=None,
    )
    for encoding in _ENCODINGS:
        codecs.lookup(encoding)
    writer = pypdf.PdfWriter()
    writer.add_blank_page(72, 72)
    written = io.BytesIO()
    writer.write(written)
    _pages(_with_words(written))


def _with_words(written: io.BytesIO) -> bytes:
    """A page with a word in one of the fonts that every reader has: pypdf loads its measures only then."""
    from pypdf.generic import DictionaryObject, NameObject, StreamObject  # noqa: PLC0415 - for this once

    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(written))
    font = DictionaryObject(
        {NameObject(key): NameObject(value) for key, value in (("/Type", "/Font"), ("/Subtype", "/Type1"))}
    )
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    stream = StreamObject()
    stream.set_data(b"BT /F1 12 Tf 9 9 Td (word) Tj ET")
    page = writer.pages[0]
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(font)})}  # noqa: SLF001
    )
    page[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001
    again = io.BytesIO()
    writer.write(again)
    return again.getvalue()


def _pages(data: bytes) -> tuple[list[list[str]], list[int]]:
    """The lines of each page, and which pages, counted from 1, are pictures without words."""
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Refusal("encrypted")
    if len(reader.pages) > MOST_PAGES:
        raise Refusal("pdf-pages", limit=MOST_PAGES)
    pages: list[list[str]] = []
    pictures: list[int] = []
    for number, page in enumerate(reader.pages, 1):
        lines = _lines(page)
        if not any(lines) and _holds_scan(page, 0):
            pictures.append(number)
        pages.append(lines)
    return pages, pictures


def _lines(page: PageObject) -> list[str]:
    words = page.extract_text()
    if len(_LOST.findall(words)) * _MOST_LOST > len(words.strip()) > 0:
        raise Refusal("pdf-letters")
    # half of a pair of surrogates is no letter, and no file could hold it
    whole = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return [" ".join(line.split()) for line in cleaned(whole.translate(_LIGATURES)).split("\n")]


def _holds_scan(held: DictionaryObject, depth: int) -> bool:
    """Whether a picture as large as a scanned page is drawn here, or in a drawing within."""
    resources = held.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    drawn = [one.get_object() for one in objects.get_object().values()] if objects is not None else []
    return any(
        _holds_scan(one, depth + 1) if one.get("/Subtype") == "/Form" and depth < _DEEPEST else _is_large(one)
        for one in drawn[:_MOST_PICTURES]
    )


def _is_large(picture: DictionaryObject) -> bool:
    return all(picture.get(side, 0) >= _SCAN for side in ("/Width", "/Height"))
