"""Web pages: the words that a reader of the page sees, a paragraph, an entry of a list or a row of a table a line.

Python's own parser is used: it is slower than those written in C, and a strange page cannot break its memory.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from smallplaces.readers.refusals import Refusal
from smallplaces.readers.text import cleaned, decoded, has_words

_CHARSET = re.compile(rb"""<meta\b[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,30})""", re.IGNORECASE)
# What councils' pages are written in; anything else is tried as text files are. The web means Windows-1252 by Latin-1.
_ENCODINGS = {
    **{f"windows-125{n}": f"cp125{n}" for n in range(9)},
    **{f"iso-8859-{n}": f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "macintosh": "mac-roman",
    "shift_jis": "cp932",
    "euc-jp": "euc-jp",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5",
    "euc-kr": "cp949",
}
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_LEFT_OUT = frozenset(
    [
        "head",
        "title",
        "script",
        "style",
        "template",
        "noscript",
        "nav",
        "iframe",
        "object",
        "svg",
        "canvas",
        "audio",
        "video",
        "select",
        "button",
        "textarea",
        "dialog",
        "del",
        "s",
        "strike",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"ul", "ol", "menu"})
_ENDS = {"li": _LISTS, "td": {"tr", "table"}, "th": {"tr", "table"}, "tr": {"table"}, "dt": {"dl"}, "dd": {"dl"}}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DEEPEST = 400  # elements in one another; browsers stop at 512
_HIGHEST = 100_000


def read_web_page(data: bytes) -> str:
    """The words of an HTML file, in lines; only those of its <main> where it has one.

    Scripts, navigation, hidden parts and what is struck out stay out. Raises `Refusal`: encoding, binary, empty, page-deep.
    """
    page = _Page()
    page.feed(_decoded(data))
    page.close()
    words = cleaned("\n".join(page.main if any(page.main) else page.lines)).replace("\xad", "")
    if not has_words(words):
        raise Refusal("empty")
    return words + "\n"


def warm_up() -> None:
    """Loads the encodings while files can still be opened."""
    for encoding in _ENCODINGS.values():
        codecs.lookup(encoding)


def _decoded(data: bytes) -> str:
    """By its first two bytes, as UTF-8, by what the page says of itself, or as text files are read; in this order."""
    declared = _CHARSET.search(data[:4096])
    encoding = _ENCODINGS.get(declared.group(1).decode("ascii", "replace").lower()) if declared else None
    if encoding is None or encoding == "cp1252" or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return decoded(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Refusal("encoding") from None


@dataclass(slots=True)
class _Element:
    """An element that is open. `shown` is False for it and for all in it; `count` numbers the entries of a list."""

    tag: str
    shown: bool
    count: int = 0
    style: str = ""


@dataclass(slots=True)
class _Row:
    cells: list[list[str]] = field(default_factory=list)


class _Page(HTMLParser):
    """Walks the page with a stack of open elements, and closes for itself what pages leave open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.main: list[str] = []  # the lines inside <main>
        self._open: list[_Element] = []
        self._rows: list[_Row] = []  # one in the other, where tables are
        self._words: list[str] = []
        self._label = ""

    def close(self) -> None:
        super().close()
        self._close_down_to(0)
        self._end_line()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br" or (tag == "hr" and not self._end_line()):
            self._words.append("\n")
        if tag in _VOID:
            return
        if tag in _BLOCKS:
            self._close_implied(tag)
            self._end_line()
        if len(self._open) >= _DEEPEST:
            raise Refusal("page-deep")
        found = {name: value or "" for name, value in attrs}
        shown = (not self._open or self._open[-1].shown) and tag not in _LEFT_OUT and not _is_hidden(found)
        self._open.append(_Element(tag, shown, _start(found), found.get("type", "1") if tag == "ol" else ""))
        if tag == "li" and shown:
            self._label = self._next_label(found)
        elif tag == "tr":
            self._rows.append(_Row())
        elif tag in _CELLS and self._rows:
            self._rows[-1].cells.append([])

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].tag == tag:
                self._close_down_to(place)
                return
            if self._open[place].tag in _CELLS and tag not in {
                "tr",
                "tbody",
                "thead",
                "tfoot",
                "table",
                "body",
                "html",
            }:
                return  # a stray end inside a cell ends nothing outside of it

    def handle_data(self, data: str) -> None:
        if self._open and not self._open[-1].shown:
            return
        kept = any(element.tag == "pre" for element in self._open)
        self._words.append(data if kept else data.replace("\n", " ").replace("\r", " "))

    def _close_implied(self, tag: str) -> None:
        """Ends the head, paragraph, entry, cell or row that a new block ends without saying so."""
        if head := [place for place, element in enumerate(self._open[:3]) if element.tag == "head"]:
            self._close_down_to(head[0])
        if tag in _ENDS:
            limits = _ENDS[tag]
            same = _CELLS if tag in _CELLS else {"dt", "dd"} if tag in {"dt", "dd"} else {tag}
            for place in range(len(self._open) - 1, -1, -1):
                if self._open[place].tag in limits:
                    break
                if self._open[place].tag in same:
                    self._close_down_to(place)
                    break
        elif self._open and self._open[-1].tag == "p":
            self._close_down_to(len(self._open) - 1)

    def _close_down_to(self, place: int) -> None:
        while len(self._open) > place:
            if self._open[-1].tag in _BLOCKS:
                self._end_line()
            if self._open.pop().tag == "tr" and self._rows:
                row = self._rows.pop()
                self._keep("\t".join(" ".join(cell) for cell in row.cells).strip())

    def _end_line(self) -> bool:
        """Whether there was a line to end."""
        words, label = "".join(self._words), self._label
        self._words = []
        lines = [line for line in (" ".join(part.split()) for part in words.split("\n")) if line]
        if lines and label:
            lines[0], self._label = f"{label} {lines[0]}", ""
        for line in lines:
            self._keep(line)
        return bool(lines)

    def _keep(self, line: str) -> None:
        if not line:
            return
        if self._rows and self._rows[-1].cells:
            self._rows[-1].cells[-1].append(line)
            return
        self.lines.append(line)
        if any(element.tag == "main" for element in self._open):
            self.main.append(line)

    def _next_label(self, found: dict[str, str]) -> str:
        above = next((element for element in reversed(self._open[:-1]) if element.tag in _LISTS), None)
        if above is None or above.tag != "ol":
            return "•"
        above.count = _whole(found.get("value", "")) or above.count
        number, above.count = above.count, above.count + 1
        if above.style in {"a", "A"} and 1 <= number <= 26:
            return chr(ord(above.style) + number - 1) + "."
        if above.style in {"i", "I"} and 1 <= number <= 39:
            roman = "x" * (number // 10) + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[number % 10]
            return (roman.upper() if above.style == "I" else roman) + "."
        return f"{number}."


def _is_hidden(found: dict[str, str]) -> bool:
    told = "hidden" in found or found.get("aria-hidden", "").lower() == "true" or found.get("role") == "navigation"
    return told or bool(_HIDDEN.search(found.get("style", "")))


def _start(found: dict[str, str]) -> int:
    return _whole(found.get("start", "")) or 1


def _whole(words: str) -> int:
    words = words.strip()
    return min(int(words[:9]), _HIGHEST) if words.isascii() and words.isdigit() else 0
