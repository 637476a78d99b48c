"""Numbered pieces: the ways in which sections and their parts are numbered, and how deep each one lies."""

import re
from collections.abc import Iterator

from smallplaces.engines.anatomy.marks import Line, Mark, Opens, Place

_ID = r"[0-9A-Z]{1,5}(?:[.-][0-9A-Z]{1,5}){0,3}"
_SECTION = rf"(?:SECTION|Section|SEC\.|Sec\.|SECCI[ÓO]N|Secci[óo]n|SE[ÇC][ÃA]O|Se[çc][ãa]o)[ \t\u00a0]{{1,3}}{_ID}"
_PARAGRAPH = rf"[§\ufffd]{{1,2}}[ \t\u00a0]{{0,3}}{_ID}"  # a lost sign, as old exports leave it, stands for §
_ARTICLE = (
    r"(?:ARTICLE|Article|ART[ÍI]CULO|Art[íi]culo|ARTIGO|Artigo|ART\.|Art\.)[ \t\u00a0]{0,3}"
    r"(?:[0-9]{1,4}|[IVXLC]{1,6}|(?i:premier|first|primero|primeiro|único|unique))(?:er|re|ème|e|\.?º|°|o)?\b"
)
_CODE = r"(?:[0-9]{3}[A-Z]?[.-][0-9]{1,4}[a-z]?|[0-9]{1,3}[A-Z][.-][0-9]{1,4}|[0-9]{1,3}-[0-9]{2,5})"
_UPPER = r"[\"“«A-ZÀ-Þ\[(]"
_ENDING = rf"(?:\.?[ºª°])?[ \t\u00a0]{{0,3}}(?:[.:)–—-]|$|[ \t\u00a0]{{0,3}}(?={_UPPER}))"

_STRONG = re.compile(rf"(?P<label>(?:{_SECTION}|{_PARAGRAPH}|{_ARTICLE})){_ENDING}")
_NUMBERED = re.compile(rf"(?P<label>{_CODE})(?:\.?[ \t\u00a0]{{1,3}}(?:[–—-][ \t]{{1,3}})?(?={_UPPER})|\.?$)")
_INLINE = re.compile(
    rf"(?<![\w(])(?P<label>{_SECTION}|{_PARAGRAPH}|{_ARTICLE}|{_CODE})(?:\.[ºª]?|[ \t]{{0,2}}[–—-]|º|°)[ \t\u00a0]{{1,3}}(?={_UPPER})"
)
_NUMBER = r"[0-9]{1,3}|[ivxIVX]{1,5}|[a-zA-Z]"
_PARENS = re.compile(rf"\((?P<number>{_NUMBER})\.?\)\.?(?=\s|{_UPPER}|$)")
_DOTTED = re.compile(
    rf"(?P<number>[0-9]{{1,3}})[.)](?:-|(?=\s|{_UPPER}|$))|(?P<letter>[ivxIVX]{{1,5}}|[a-zA-Z])[.)](?=\s)"
)
_DECIMAL = re.compile(rf"(?P<number>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}})\.?(?=\s{{1,3}}{_UPPER})")
_ORDINALS = ["primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno", "décimo"]
_ORDINAL = re.compile(rf"(?P<number>{'|'.join(_ORDINALS)}|único)[ ]?(?:\.-?|:|-|°|º)", re.IGNORECASE)
_INLINE_PARENS = re.compile(rf"(?<!\w)\((?P<number>{_NUMBER})\.?\)\.?\s{{1,3}}(?=[\"“«A-ZÀ-Þ(])")
_INLINE_DOTTED = re.compile(rf"(?<![\w.,$€£-])(?P<number>[0-9]{{1,2}})[.)][ \t\u00a0]{{1,3}}(?={_UPPER})")
_BULLET = re.compile(r"[•*·–-][ \t\u00a0]{1,6}(?=\w)")


def numbered_lines(text: str, place: Place) -> Iterator[Mark]:
    """Marks of lines that begin with a number, a letter, an article or a bullet."""
    for line in place.lines:
        head = text[line.start : min(line.end, line.start + 120)]
        mark = _strong(head, line, place) or _weak(head, line)
        if mark:
            yield mark
        elif bullet := _BULLET.match(head):
            yield Mark(
                line.start, line.start + bullet.end(), Opens.BULLET, bullet.group().strip(), number="1", wrapper="*"
            )


def _strong(head: str, line: Line, place: Place) -> Mark | None:
    match = _STRONG.match(head) or _NUMBERED.match(head)
    if not match:
        return None
    if head[0] not in "§\ufffd" and not (
        line.after_gap or place.ends_sentence(line.start) or place.before(line.start).isupper()
    ):
        return None
    return Mark(line.start, line.start + match.end(), Opens.STRONG, match["label"].strip())


def _weak(head: str, line: Line) -> Mark | None:
    for wrapper, pattern in (("(", _PARENS), (".", _DOTTED), ("decimal", _DECIMAL), ("ordinal", _ORDINAL)):
        if match := pattern.match(head):
            number = match["number"] or match["letter"]
            return Mark(
                line.start, line.start + match.end(), Opens.WEAK, match.group().strip(), number=number, wrapper=wrapper
            )
    return None


def numbered_inline(text: str, place: Place) -> Iterator[Mark]:
    """Marks inside running lines: only after a full stop, semicolon or colon, and only before a capital or a quotation."""
    for match in _INLINE.finditer(text):
        if not place.opens_line(match.start()) and place.ends_sentence(match.start()):
            yield Mark(match.start(), match.end(), Opens.STRONG, match["label"], inline=True)
    for wrapper, pattern in (("(", _INLINE_PARENS), (".", _INLINE_DOTTED)):
        for match in pattern.finditer(text):
            if not place.opens_line(match.start()) and place.ends_sentence(match.start(), ".;:"):
                label = match.group().strip()
                yield Mark(
                    match.start(), match.end(), Opens.WEAK, label, inline=True, number=match["number"], wrapper=wrapper
                )


class Ladder:
    """The lists that are open at this point, outermost first: how each is numbered and its last number."""

    def __init__(self, base: int) -> None:
        self.base = base
        self.open: list[tuple[str, int]] = []

    def level(self, mark: Mark) -> int | None:
        """How deep `mark` lies; None for a number in a running line that carries no list on."""
        readings = _readings(mark)
        return self._next(readings) or self._first(readings) or self._skipping(readings, inline=mark.inline)

    def _next(self, readings: list[tuple[str, int]]) -> int | None:
        for depth in range(len(self.open) - 1, -1, -1):
            for style, rank in readings:
                if self.open[depth] == (style, rank - 1):
                    return self._put(depth, style, rank)
        return None

    def _first(self, readings: list[tuple[str, int]]) -> int | None:
        """A new list lies inside the innermost open one, unless that one is numbered alike: then it takes its place."""
        for style, rank in readings:
            if rank == 1:
                again = bool(self.open) and self.open[-1][0] == style
                return self._put(len(self.open) - again, style, rank)
        return None

    def _skipping(self, readings: list[tuple[str, int]], *, inline: bool) -> int | None:
        for style, rank in readings:
            depth = self._depth_of(style)
            known = depth < len(self.open)
            if not inline or (known and 0 < rank - self.open[depth][1] <= 3 and style[0] == "("):
                return self._put(depth, style, rank)
        return None

    def _depth_of(self, style: str) -> int:
        return next((depth for depth, (each, _) in enumerate(self.open) if each == style), len(self.open))

    def _put(self, depth: int, style: str, rank: int) -> int:
        self.open[depth:] = [(style, rank)]
        return self.base + depth + 1


_ROMAN = [
    f"{tens}{ones}" for tens in ("", "x", "xx") for ones in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
][1:]


def _readings(mark: Mark) -> list[tuple[str, int]]:
    """Each way to read a number: its style and its rank. "(i)" is the ninth letter or the first Roman numeral."""
    number, wrapper = mark.number, mark.wrapper
    if wrapper == "decimal":
        return [(f"decimal{number.count('.')}", int(number.rsplit(".", 1)[1]))]
    if wrapper == "ordinal":
        word = number.lower()
        return [("ordinal", _ORDINALS.index(word) + 1 if word in _ORDINALS else 1)]
    if number.isdigit():
        return [(wrapper + "1", int(number))]
    case = "A" if number.isupper() else "a"
    readings = [(wrapper + case, ord(number.lower()) - 96)] if len(number) == 1 else []
    if number.lower() in _ROMAN:
        readings.append((wrapper + ("I" if case == "A" else "i"), _ROMAN.index(number.lower()) + 1))
    return readings or [(wrapper + case, 1)]
