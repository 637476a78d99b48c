"""Words made safe for all three formats: what XML cannot hold, and what would move other words about, never gets in."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Tabs and every kind of line end, with the "\x0b" that Word writes for a line break inside a paragraph: a space, so that the
# words on both sides stay two words. No-break and thin spaces are not here: they are the writer's choice.
_BREAKS = re.compile("[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029 ]+")
# Controls that print nothing, and the marks that turn the direction of what follows them (a name can be made to read
# backwards with them). The direction of our text is said by its language; the harmless marks U+200E, U+200F, U+061C stay.
_DROPPED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
# Halves of surrogate pairs and noncharacters: not text in any XML or JSON. Their place is shown.
_IMPOSSIBLE = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)


def clean(text: str) -> str:
    """`text` with each run of breaks and spaces as one space, controls dropped and impossible characters as U+FFFD."""
    return _IMPOSSIBLE.sub(REPLACEMENT, _DROPPED.sub("", _BREAKS.sub(" ", text)))
