"""Rights and norms that a text seems to touch, by the lists that come with the software.

    suggest_rights(text, lang="") -> tuple[Suggestion, ...]   best first, with the words that caused each
    cited(text, lang="")          -> tuple[Citation, ...]     norms that the text names, in order

Plain Python around `engines.citing`: no table, no write, and no word of the text is kept. The lists are read once.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter, defaultdict
from functools import lru_cache
from importlib import resources

from smallplaces.engines.citing import Citation, Lexicon, Norms, Suggestion, Term, Weights, cite, suggest

LANGS = ("en", "es", "fr")
# Provisions about these stand in nearly every treaty, and say nothing of what it is about.
_IN_EVERY_TREATY = {"international-monitoring", "implementation-measures", "scope-and-safeguards"}
_ALL_ABOUT = 0.4  # share of an instrument's other provisions that protect a right which it is all about
_HELPS_TO_READ = "SDG"  # goals help to read a right; they are none


def suggest_rights(text: str, lang: str = "", limit: int = 10) -> tuple[Suggestion, ...]:
    """The rights that a text seems to touch, best first. `lang` as a tag ("es-MX"); "" where it is not known."""
    return suggest(text, lexicon(), weights(), norms(), _primary(lang), limit)


def cited(text: str, lang: str = "") -> tuple[Citation, ...]:
    """The norms that a text names; none where two could be meant."""
    return cite(text, norms(), _primary(lang))


def _primary(lang: str) -> str | None:
    tag = lang.replace("_", "-").partition("-")[0].lower()
    return tag if tag in LANGS else None


def _read(path: str) -> str:
    return (resources.files("smallplaces.norms") / path).read_text("utf-8")


def _rows(path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_read(path))))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The terms of `lexicon/en.csv` and its neighbours."""
    return Lexicon(
        Term(lang, row["right"], row["term"], float(row["weight"]))
        for lang in LANGS
        for row in _rows(f"lexicon/{lang}.csv")
    )


@lru_cache(maxsize=1)
def weights() -> Weights:
    """What `python -m tools.learn_rights` wrote."""
    held = json.loads(_read("lexicon/weights.json"))
    features = {
        name: tuple(zip(flat[::2], (hundredths / 100 for hundredths in flat[1::2]), strict=True))
        for name, flat in held["features"].items()
    }
    return Weights(tuple(held["rights"]), tuple(held["biases"]), features)


@lru_cache(maxsize=1)
def norms() -> Norms:
    """The catalogue's provisions with their rights, and the names that people call instruments by."""
    provisions: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for row in _rows("catalogue/provisions.csv"):
        rights = () if row["instrument"] == _HELPS_TO_READ else tuple(filter(None, row["rights"].split(";")))
        provisions[row["instrument"]][row["number"]] = rights
    names = tuple((row["instrument"], row["kind"], row["name"]) for row in _rows("lexicon/names.csv"))
    return Norms(names, dict(provisions), {code: _whole(numbers) for code, numbers in provisions.items()})


def _whole(numbers: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The rights that an instrument is all about: CEDAW women's, the Covenants none in particular."""
    telling = [set(rights) - _IN_EVERY_TREATY for rights in numbers.values()]
    telling = [rights for rights in telling if rights]
    counts = Counter(right for rights in telling for right in rights)
    return tuple(right for right, count in counts.items() if count >= _ALL_ABOUT * len(telling))


@lru_cache(maxsize=1)
def right_names() -> dict[str, str]:
    """Slug -> name, in the catalogue's order."""
    return {row["slug"]: row["name"] for row in _rows("catalogue/rights.csv")}
