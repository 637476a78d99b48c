"""Marks that words make: recitals, formulas, clauses, pledges, and the lines with which people sign."""

import re
from collections.abc import Iterator

from smallplaces.engines.anatomy.marks import Mark, Opens, Place, last_word, shouted
from smallplaces.engines.anatomy.words import Words

_SIGNING = re.compile(
    r"(?:I hereby certify|IN WITNESS WHEREOF|In witness whereof|Office of the (?:City |Town |County )?Clerk|/s/|Attest\b|ATTEST\b"
    r"|(?:Adopted|ADOPTED|Passed|PASSED|Approved|APPROVED|Signed|SIGNED|Introduced)(?:\.?$|,? (?:by|this|on|at|and|in|unanimously)\b)"
    r"|(?:(?:City|Town|County|Village) )?(?:Clerk|Mayor|Secretary|Chairperson|Speaker)(?:,? (?:of|Clerk of) [A-Z][^.;:]{1,60})?$"
    r"|Fait à|Fait et|Dado en|Hecho en|Feito em|Firmad[oa]s?\b|Firman\b|Assinad[oa]s?\b|Signé[es]*\b"
    r"|[_]{4,}|\.{6,})"
)


def word_lines(text: str, place: Place, words: Words) -> Iterator[Mark]:
    """Marks at the beginning of lines."""
    order = (
        (words.recital, Opens.RECITAL),
        (words.formula, Opens.FORMULA),
        (words.operative, Opens.OPERATIVE),
        (words.operative_line, Opens.OPERATIVE),
        (words.pledge, Opens.PLEDGE),
        (words.early_recital, Opens.EARLY_RECITAL),
        (words.listed_recital, Opens.LISTED_RECITAL),
    )
    for line in place.lines:
        head = text[line.start : min(line.end, line.start + 300)]
        for pattern, opens in order:
            match = pattern.match(head)
            if match and _may_open_line(text, line.start, line.end, opens, place):
                yield Mark(line.start, line.start + match.end(), opens, match.group())
                break
        else:
            if match := _SIGNING.match(head):
                yield Mark(line.start, line.start + match.end(), Opens.SIGNATURE)


def _may_open_line(text: str, start: int, end: int, opens: Opens, place: Place) -> bool:
    """A line broken in the middle of a sentence may begin with any of these words; then they are no opening."""
    fresh = (
        text[start].isupper()
        or place.line_at(start).after_gap
        or place.ends_sentence(start)
        or place.joined_by_and(start)
    )
    if opens is Opens.EARLY_RECITAL:
        return text[start].isupper() and text[start:end].rstrip().endswith((",", ";", "and"))
    return fresh


def word_inline(text: str, place: Place, words: Words) -> Iterator[Mark]:
    """Marks inside running lines, where the words before them allow it."""
    for pattern, opens in (
        (words.formula, Opens.FORMULA),
        (words.operative, Opens.OPERATIVE),
        (words.recital, Opens.RECITAL),
    ):
        for match in pattern.finditer(text):
            if not place.opens_line(match.start()) and _may_open_inline(match, opens, place):
                yield Mark(match.start(), match.end(), opens, match.group(), inline=True)
    for pattern, opens in ((words.enacting, Opens.ENACTING), (words.finding, Opens.FINDING)):
        for match in pattern.finditer(text):
            start = place.sentence_start(match.start())
            if start is not None:
                yield Mark(start, match.end(), opens, inline=True)


def _may_open_inline(match: re.Match[str], opens: Opens, place: Place) -> bool:
    start, words = match.start(), match.group()
    if place.quoted(start):
        return False
    several = " " in words.strip()
    if opens is Opens.RECITAL:
        and_whereas = place.before(start).lower() in ("and", "and,")  # the whole of the line before it
        fresh = words[0].isupper() or and_whereas
        return fresh and (_boundary(place, start, ".;:,") or _stands_out(match, place))
    if opens is Opens.OPERATIVE and not several:
        return words[0].isupper() and (place.ends_sentence(start, ".;") or place.joined_by_and(start))
    if opens is Opens.FORMULA and not words.lower().endswith("it"):
        return _boundary(place, start, ".;") or _stands_out(match, place)
    return _boundary(place, start, ".;:,") or _stands_out(match, place)


def _boundary(place: Place, start: int, signs: str) -> bool:
    return place.ends_sentence(start, signs) or place.joined_by_and(start)


def _stands_out(match: re.Match[str], place: Place) -> bool:
    """WHEREAS in capitals after words that are not: an opening even where no stop stands before it."""
    return shouted(match.group().split()[0].strip(",")) and not shouted(
        last_word(place.before(match.start())).strip(",;.:")
    )
