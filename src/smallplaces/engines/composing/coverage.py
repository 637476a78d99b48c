"""Which characters the fonts at hand can draw, so that one emoji never keeps a report from being printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

BOX = "□"
_LISTED = 40
# A character with the marks that sit on it: one font must hold them all.
_MARKS = frozenset({"Mn", "Mc", "Me"})
# Drawn as nothing by every font: joiners, direction marks, soft hyphens, variation selectors, tags.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


@dataclass
class Printable:
    """Turns words into words that these fonts can print, and remembers what they could not."""

    fonts: tuple[frozenset[int], ...]
    missing: dict[str, None] = field(default_factory=dict)

    def text(self, words: str) -> str:
        """`words` with each character that no font holds as □."""
        composed = unicodedata.normalize("NFC", _INVISIBLE.sub(_keep_joiners, words))
        return "".join(self._cluster(cluster) for cluster in _clusters(composed))

    def list_missing(self) -> str:
        """ "U+1F600 (grinning face), ..." in the order met; after 40 only how many more there are. Empty if none."""
        listed = [_named(character) for character in self.missing][:_LISTED]
        more = len(self.missing) - len(listed)
        return ", ".join(listed) + (f" … (+{more})" if more else "")

    def _cluster(self, cluster: str) -> str:
        codes = {ord(character) for character in cluster if not _INVISIBLE.match(character)}
        # The box itself comes with typst.
        if cluster == BOX or any(codes <= font for font in self.fonts):
            return cluster
        first = cluster[0]
        whole = any(ord(first) in font for font in self.fonts)
        for character in cluster[1:] if whole else cluster:
            if not _INVISIBLE.match(character):
                self.missing.setdefault(character)
        return first + BOX if whole else BOX


def printable(fonts: Path) -> Printable:
    """What can be printed with the .ttf and .otf files of a folder. Raises FileNotFoundError where there are none."""
    paths = sorted(path for path in fonts.rglob("*") if path.suffix.lower() in {".ttf", ".otf"})
    if not paths:
        raise FileNotFoundError(f"There is no font (.ttf or .otf) in {fonts}: a PDF cannot be made.")
    return Printable(tuple(dict.fromkeys(_characters(path, path.stat().st_mtime_ns) for path in paths)))


@lru_cache(maxsize=128)
def _characters(path: Path, _changed: int) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap() or {})


def _clusters(text: str) -> Iterator[str]:
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not (unicodedata.category(text[place]) in _MARKS or _INVISIBLE.match(text[place])):
            yield text[start:place]
            start = place


def _keep_joiners(match: re.Match[str]) -> str:
    """Joiners and direction marks shape Arabic and stay; the rest draws nothing and goes."""
    return match[0] if match[0] in "\u200c\u200d\u200e\u200f\u061c" else ""


def _named(character: str) -> str:
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")
