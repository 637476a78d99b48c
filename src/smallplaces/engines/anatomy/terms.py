"""The words of time and of money in an English clause."""

import re

from smallplaces.engines.anatomy.model import Found

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SMALL = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|and|a|an)"
)
_NUMBER = rf"(?:[0-9]{{1,5}}|{_SMALL}(?:[ -]{_SMALL}){{0,4}})(?: ?\([0-9]{{1,5}}\))?"
_SPAN = rf"{_NUMBER} (?:(?:business|calendar|working|consecutive) )?(?:hours?|days?|weeks?|months?|years?)\b"
_YEAR = r"(?:(?:19|20)[0-9]{2}\b|two thousand [a-z]{3,9}(?:[ -][a-z]{3,9})?\b)"
_DAY = r"(?:[0-9]{1,2}(?:st|nd|rd|th)?|[a-z]{4,7}(?:-[a-z]{4,7})?)"
_DATE = (
    rf"(?:the )?(?:[0-9]{{4}}-[0-9]{{2}}(?:-[0-9]{{2}})?\b|[0-9]{{1,2}}(?:st|nd|rd|th)? (?:day )?(?:of )?{_MONTH},? {_YEAR}"
    rf"|{_MONTH} {_DAY},? (?:of the year )?{_YEAR}|{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?\b|{_MONTH},? {_YEAR}"
    rf"|(?:end|beginning|start|spring|summer|autumn|fall|winter|close)(?: of)?(?: the)?(?: (?:fiscal|calendar))?(?: year)?,? {_YEAR}"
    rf"|(?:fiscal year )?{_YEAR})"
)
_STOP = r"(?:shall|must|will|and|to|which|that|who|may|is|are|the (?:city|council) )"
_ANCHOR = rf"(?: (?:of|after|following|from|before)(?: (?!{_STOP}\b)[\w’'-]{{1,30}}){{1,9}})?"
_DUE = re.compile(
    rf"\b(?:within (?:the )?(?:next |first )?{_SPAN}{_ANCHOR}"
    rf"|(?:no|not) later than (?:{_SPAN}{_ANCHOR}|{_DATE})"
    rf"|(?:on or before|prior to|before|by|until|as of) {_DATE})",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    rf"\b(?:(?:at least )?(?:once|twice|{_NUMBER} times) (?:a|an|every|each|per) (?:{_NUMBER} )?(?:weeks?|months?|quarters?|years?)\b"
    rf"|(?:each|every) (?:(?:calendar|fiscal|other) )?(?:{_NUMBER} )?(?:weeks?|months?|quarters?|years?)\b{_ANCHOR}"
    r"|(?:semi-?|bi)?annually\b|biennially\b|yearly\b|quarterly\b|monthly\b|weekly\b)",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?<![\w.,$€£])(?:(?:US|CA|AU|R)?[$€£¥₹] ?[0-9][0-9,.]{0,20}(?<![.,])(?: (?:thousand|million|billion))?\b"
    r"|[0-9][0-9,.]{0,20}(?<![.,])(?: (?:thousand|million|billion))? ?"
    r"(?:dollars|euros?|pounds|crowns|pesos|francs|reais|rupees|rand|shillings|USD|EUR|GBP|CHF|MXN|BRL)\b)",
    re.IGNORECASE,
)
_FUNDING = re.compile(
    r"\b(?:appropriates|(?:is|are|be) (?:hereby )?appropriated|hereby appropriate[sd]?|shall appropriate|sets aside|set aside"
    r"|(?:shall|will) fund|funded (?:by|from|through))\b[^.;:\n]{0,120}",
    re.IGNORECASE,
)


def due_words(clause: str, start: int, end: int) -> Found | None:
    """The first words between two places that say by when, or else how often; None when there are neither."""
    return _found(_DUE.search(clause, start, end)) or _found(_OFTEN.search(clause, start, end))


def money_words(clause: str, start: int, end: int) -> Found | None:
    """The first amount, or the words that set money aside without naming one; None when there are neither."""
    return _found(_MONEY.search(clause, start, end)) or _found(_FUNDING.search(clause, start, end))


def _found(match: re.Match[str] | None) -> Found | None:
    if match is None:
        return None
    words = match.group().rstrip(" ,;:.")
    return Found(words, match.start(), match.start() + len(words))
