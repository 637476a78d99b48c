"""Numbers of provisions in a text: "articles 6, 7 and 9", "Art. 11(1)", "artículos 6 a 9", "Principle IV".

Every repeat is bounded and begins with something that the piece before it cannot hold: the cost of a search is linear.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

_MARK = (
    r"\b(?:articles?|arts?|art[ií]\u0301?culos?|principles?|principios?|principes?|goals?|targets?|metas?|objetivos?|objectifs?|cibles?)"
    r"\b[\s\u00a0]{0,3}\.?[\s\u00a0]{0,3}(?:n[°o]\.?\s{0,2})?"
)
_ROMAN = r"[IVX]{1,6}\b"
_PART = r"(?:\s?\((?:[0-9]{1,2}|[a-z]|[ivx]{1,4})\)){1,3}"
_PARAGRAPH = r"(?:,?\s(?:paras?|paragraphs?|p[aá]\u0301?rrafos?|p[aá]rrs?|paragraphes?|par)\b\.?\s{0,2}[0-9]{1,2}\b)"
_ONE = rf"(?:[0-9]{{1,3}}(?:\.[0-9a-e]{{1,2}})?(?![0-9])|{_ROMAN})(?:{_PART}|{_PARAGRAPH})?"
_COMMA = r"\s{0,3}[,;/]\s{0,3}(?:(?:and|or|y|o|et|ou)\s{1,3})?"
_WORD = r"\s{1,3}(?:and|or|y|e|o|u|et|ou|&)\s{1,3}"
_AGAIN = rf"(?:(?:of |in |the |el |los |del |de los |l['’]|les |aux |à l['’]|de l['’]){{0,2}}{_MARK})?"
_RANGE = r"\s{0,2}[-–]\s{0,2}|\s{1,3}(?:to|through|a|al|à)\s{1,3}"
_LISTED = re.compile(rf"(?P<join>{_COMMA}|{_WORD}|(?P<range>{_RANGE})){_AGAIN}(?P<one>{_ONE})", re.IGNORECASE)
_FIRST = re.compile(rf"{_MARK}(?P<one>{_ONE})", re.IGNORECASE)
_BARE = re.compile(rf"\s{{0,2}}(?:goals?\s|target\s|meta\s|cible\s)?(?P<one>{_ONE})", re.IGNORECASE)
_PARAGRAPH_NUMBER = re.compile(r",?\s[^\W\d_]{3,11}\u0301?[^\W\d_]{0,9}\.?\s{0,2}([0-9]{1,2})$")
_MOST = 40  # provisions of one list
_ROMANS = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers that stand in one list, as "11(1)", between two places of the text."""

    numbers: tuple[str, ...]
    start: int
    end: int


def groups_in(text: str) -> Iterator[Group]:
    """Every list of provision numbers that follows "article" or the like; none inside another."""
    place = 0
    while match := _FIRST.search(text, place):
        group = _listed(text, match, match.start())
        yield group
        place = group.end


def group_after(text: str, place: int) -> Group | None:
    """Numbers that stand right there without "article", as in "SDG 11.2"."""
    match = _BARE.match(text, place)
    return _listed(text, match, place) if match else None


def _listed(text: str, first: re.Match[str], start: int) -> Group:
    numbers = [_plain(first["one"])]
    end = first.end()
    while len(numbers) < _MOST and (match := _LISTED.match(text, end)):
        one = _plain(match["one"])
        numbers += _between(numbers[-1], one) if match["range"] else [one]
        end = match.end()
    return Group(tuple(dict.fromkeys(numbers[:_MOST])), start, end)


def _between(first: str, last: str) -> list[str]:
    """The numbers of a range without its first; a range that runs backward is its last number."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _MOST:
        return [str(number) for number in range(int(first) + 1, int(last) + 1)]
    return [last]


def _plain(one: str) -> str:
    """As the catalogue writes it: "11 (1)", "11, para. 1" -> "11(1)"."""
    if paragraph := _PARAGRAPH_NUMBER.search(one):
        one = f"{one[: paragraph.start()]}({paragraph[1]})"
    one = "".join(one.split())
    return one if one[0].isdigit() else one.upper()


def in_catalogue(number: str, numbers: Container[str]) -> tuple[str, str]:
    """The number as cited and the closest that is listed: ("11(1)", "11"). Two empty words where there is none."""
    for cited in (number, _dotted(number), _from_roman(number), _to_roman(number)):
        shorter = cited
        while shorter:
            if shorter in numbers:
                return cited, shorter
            shorter = shorter[: shorter.rfind("(")] if "(" in shorter else ""
    return "", ""


def _dotted(number: str) -> str:
    head, dot, tail = number.partition(".")
    return f"{head}({tail})" if dot and "(" not in tail else ""


def _from_roman(number: str) -> str:
    if not re.fullmatch(_ROMAN, number):
        return ""
    values = [_ROMANS[one] for one in number]
    total = sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    return str(total)


def _to_roman(number: str) -> str:
    if not number.isdigit() or not 0 < int(number) < 40:
        return ""
    tens, ones = divmod(int(number), 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
