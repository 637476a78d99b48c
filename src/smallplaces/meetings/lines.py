"""What is typed: lines of a sheet, and words made clean before they are kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from smallplaces.core.refusals import RefusedError
from smallplaces.core.words import TAG
from smallplaces.meetings.enums import SaidBy, SentenceKind, SentenceReach

SENTENCE_LENGTH = 500
LINES_AT_ONCE = 200

# Marks that turn the writing direction of whatever follows; a sentence has its direction from its language.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
SPACES = re.compile(r"[^\S\n]+")


@dataclass(frozen=True)
class Line:
    """One sentence as it was typed. An empty `lang` means the room's own language."""

    text: str
    kind: str = SentenceKind.HOW_IT_IS
    said_by: str = SaidBy.ONE
    reach: str = SentenceReach.OURS
    lang: str = ""


def clean(text: str, *, lines: bool = False) -> str:
    """Words without control characters and needless spaces. `lines` keeps line breaks, else one line comes out."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(" " if one == "\t" else one for one in text if one in "\n\t" or not _unseen(one))
    kept = SPACES.sub(" ", kept if lines else kept.replace("\n", " "))
    return kept.strip()


def _unseen(one: str) -> bool:
    return one in TURNING or unicodedata.category(one) in {"Cc", "Cs"}


def words_within(text: str, most: int, *, field: str, lines: bool = False, empty: bool = False) -> str:
    """Clean words of at most `most` characters. Raises RefusedError; nothing is cut off silently."""
    kept = clean(text, lines=lines)
    if not kept and not empty:
        raise RefusedError(_("Write a few words here."), field=field)
    if len(kept) > most:
        raise RefusedError(
            _("This is %(long)s characters long; there is room for %(most)s. Make it shorter.")
            % {"long": len(kept), "most": most},
            field=field,
        )
    return kept


def language(lang: str, *, field: str = "lang") -> str:
    """A language's short code. Raises RefusedError."""
    if not TAG.fullmatch(lang) or len(lang) > 35:
        raise RefusedError(_("Write the language as its short code: en, es, ar, pt-BR."), field=field)
    return lang


def checked(lines: Sequence[Line], lang: str) -> list[Line]:
    """The lines that say something, clean. Raises RefusedError for the first line that cannot be kept."""
    said = [(number, line) for number, line in enumerate(lines, start=1) if clean(line.text)]
    if len(said) > LINES_AT_ONCE:
        raise RefusedError(
            _(
                "These are %(count)s sentences; at most 200 can be written down at once. Send the first 200, then the rest."
            )
            % {"count": len(said)}
        )
    return [_checked(number, line, lang) for number, line in said]


def _checked(number: int, line: Line, lang: str) -> Line:
    text = clean(line.text)
    if len(text) > SENTENCE_LENGTH:
        raise RefusedError(
            _(
                "Line %(number)s is %(long)s characters long; a sentence has room for 500. Make it shorter, or two sentences."
            )
            % {"number": number, "long": len(text)},
            field=f"line-{number}",
        )
    if (
        line.kind not in SentenceKind.values
        or line.said_by not in SaidBy.values
        or line.reach not in SentenceReach.values
    ):
        raise RefusedError(
            _("Line %(number)s: choose from the lists beside it.") % {"number": number}, field=f"line-{number}"
        )
    return Line(text, line.kind, line.said_by, line.reach, language(line.lang or lang, field=f"line-{number}"))
