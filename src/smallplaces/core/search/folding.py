"""A text as the words by which it is found: the same for a query and a record, and on every database.

A word is letters and digits without case, accents and vowel points. Scripts that put no blanks between words are taken sign
by sign, and found by signs that stand side by side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LONGEST_WORD = 40
# Thai, Lao, Burmese, Khmer; Japanese and Chinese.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Signs above, below and beside letters, which Python counts to no word; the joiners of Persian and Indic scripts too.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u0900-\u0963\u0966-\u0dff\u0f18-\u0fbc\u1dc0-\u1dff\u200c\u200d"
    "\u20d0-\u20f0\ua823-\ua827\ua8e0-\ua8f1\ua980-\ua9c0\uaa29-\uaa36\uabe3-\uabed"
)
_WORD = re.compile(rf"[{UNSPACED}](?<=\w)|(?:(?![{UNSPACED}_])[\w{MARKS}])+")
# The same for texts without a sign that needs care, which is most of them, in a third of the time.
_PLAIN_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(rf"[{UNSPACED}]")
_NEEDS_CARE = re.compile(rf"[{UNSPACED}{MARKS}]")
# Letters that carry a stroke or are two in one have no accent that could be taken off; letters that keyboards confuse.
_SAME = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ŋ": "n"}
    | {"\u06cc": "\u064a", "\u0649": "\u064a", "\u06a9": "\u0643", "\u0640": ""}
)
# Signs that make another letter, not an accent: nukta, the Japanese voicing mark, virama.
_PART_OF_LETTER = (7, 8, 9)


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """One word without case and accents; empty where nothing but accents was there."""
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    kept = "".join(sign for sign in bare if sign.isalnum() or _is_part(sign))
    return kept.translate(_SAME)[:LONGEST_WORD]


def _is_part(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "M" and unicodedata.combining(sign) in (0, *_PART_OF_LETTER)


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word of a text: where it begins and ends, and how it is folded."""
    for found in (_WORD if _NEEDS_CARE.search(text) else _PLAIN_WORD).finditer(text):
        word = fold(found.group())
        if word:
            yield found.start(), found.end(), word


def words_of(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return [word for _start, _end, word in spans(text)]


def phrases_of(text: str) -> list[tuple[str, ...]]:
    """The words of a text one by one; signs of an unspaced script that stand side by side together."""
    found: list[tuple[str, ...]] = []
    last = -1
    for start, end, word in spans(text):
        unspaced = _UNSPACED.match(text, start) is not None
        if unspaced and start == last:
            found[-1] = (*found[-1], word)
        else:
            found.append((word,))
        last = end if unspaced else -1
    return found
