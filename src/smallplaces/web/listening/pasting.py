"""Lines pasted from a list or a messenger: one sentence a line, without times and without the names of who sent them."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Direction marks and thin spaces that messengers write around their stamps.
MARKS = "\u200e\u200f\u202a\u202b\u202c\u2068\u2069"
_DAY = r"(?:\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}\.?|\d{1,2}\.?\s\w{3,12}\.?\s\d{4}|\w{3,12}\.?\s\d{1,2},\s\d{4})"
_HOUR = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[\s\u202f\u00a0]?[APap]\.?[\s\u202f\u00a0]?[Mm]\.?)?"
_STAMP = rf"{_DAY}(?:,|\sat|\sum|\sà|\sa\slas)?[\s\u202f\u00a0]{{1,2}}{_HOUR}"
_SENDER = r"(?P<sender>[^:\n]{1,60}):\s"
# "[12.03.26, 19:04] Ana: the bus", as one telephone writes it, and Signal
_BRACKETED = re.compile(rf"\[{_STAMP}\]\s?(?:{_SENDER})?(?P<text>.*)")
# "12/03/2026, 19:04 - Ana: the bus", as the other one does; without a sender it is a notice of the messenger
_DASHED = re.compile(rf"{_STAMP}\s[-–]\s(?:{_SENDER})?(?P<text>.*)")
# "Ana, [12.03.2026 19:04]" on a line of its own, as Telegram does
_HEADED = re.compile(rf"(?P<sender>[^\[\n]{{1,60}}),\s\[{_STAMP}\]:?\s?(?P<text>.*)")
_ATTACHED = re.compile(r"<[^<>]{3,80}>|\S+\.(?:jpe?g|png|webp|heic|opus|ogg|mp[34]|pdf|vcf)\s\([^()]{3,40}\)")
_BULLET = re.compile(r"(?:[-*•·◦▪‣–—☐☑✓>]\s+|\(?\d{1,3}[.)]\s+|\(?[a-zA-Z]\)\s+)")
_QUOTES = ("“”", "„“", "„”", '""', "«»", "»«", "‘’", "‚‘", "''", "「」", "‹›")


@dataclass(frozen=True)
class Pasted:
    """What is left of pasted words, and how much of them was left behind: times, senders' names, notices of the messenger.

    `named` are senders' names that stand in one of the lines as well.
    """

    lines: tuple[str, ...]
    times: int = 0
    senders: int = 0
    notices: int = 0
    named: tuple[str, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether anything was pasted at all."""
        return bool(self.lines or self.times or self.notices)


def read_pasted(text: str) -> Pasted:
    """The sentences of a pasted list or conversation."""
    lines: list[str] = []
    senders: list[str] = []
    times = notices = 0
    for line in (one.strip() for one in text.replace("\r", "\n").split("\n")):
        bare = line.strip(MARKS).strip()
        found = _BRACKETED.fullmatch(bare) or _DASHED.fullmatch(bare) or _HEADED.fullmatch(bare)
        if found:
            times += 1
            senders += [found["sender"].strip(MARKS + "~ ")] if found["sender"] else []
        said = found["text"] if found else bare
        if _is_notice(said, found):
            notices += 1
        elif kept := _bare(said.strip(MARKS).strip()):
            lines.append(kept)
    return Pasted(tuple(lines), times, len(senders), notices, _named(senders, lines))


def _is_notice(said: str, found: re.Match[str] | None) -> bool:
    """Somebody came or went, a picture without words: nothing that anybody said."""
    if _ATTACHED.fullmatch(said.strip(MARKS).strip()):
        return True
    if found is None:
        return False
    return said.startswith("\u200e") or (found.re is _DASHED and not found["sender"])


def _bare(line: str) -> str:
    """Without the bullet or number in front, and without quotation marks around all of it."""
    line = _BULLET.sub("", line, count=1).strip() if _BULLET.match(line) else line
    for pair in _QUOTES:
        within = line[1:-1]
        if len(line) > 2 and line[0] == pair[0] and line[-1] == pair[1] and not set(pair) & set(within):
            return within.strip()
    return line


def _named(senders: list[str], lines: list[str]) -> tuple[str, ...]:
    """Parts of senders' names, of three letters and more, that stand as words in what is left."""
    parts = {part for sender in senders for part in re.findall(r"[^\W\d_]{3,}", sender)}
    words = {word for line in lines for word in re.findall(r"[^\W\d_]{3,}", line)}
    return tuple(sorted(parts & words))
