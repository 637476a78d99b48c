"""The lists of the catalogue as they ship: rows of `norms/catalogue/*.csv`, and what is wrong with a list, by its line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from django.utils.translation import gettext as _

from smallplaces.core.refusals import RefusedError
from smallplaces.norms.enums import NormKind, RightCategory, TreatyStanding
from smallplaces.places.countries import countries

Row = Mapping[str, str]
Rows = Sequence[Row]
# The lists' word for a kind, and ours.
KINDS = {
    "declaration": NormKind.DECLARATION,
    "treaty": NormKind.TREATY,
    "movement principles": NormKind.PRINCIPLES,
    "city charter": NormKind.CITY_CHARTER,
    "goals": NormKind.GOALS,
}
GOALS = "SDG"
# The languages, beside English, in which each right has its name and meaning.
LANGUAGES = ("es", "fr")
# A list's first row stands on its second line.
FIRST_LINE = 2


@dataclass(frozen=True)
class Catalogue:
    """Rows from a set of lists. A list that is not given leaves what is there alone."""

    instruments: Rows = ()
    provisions: Rows = ()
    rights: Rows = ()
    translations: Mapping[str, Rows] | None = None
    right_sdg: Rows = ()
    ratifications: Rows = ()


@lru_cache(maxsize=16)
def shipped(name: str) -> Rows:
    """The rows of a list that comes with the software, as "instruments" or "rights.es". Read once."""
    file = resources.files("smallplaces.norms") / "catalogue" / f"{name}.csv"
    return tuple(csv.DictReader(file.read_text("utf-8").splitlines()))


def shipped_catalogue() -> Catalogue:
    """All lists that come with the software."""
    return Catalogue(
        instruments=shipped("instruments"),
        provisions=shipped("provisions"),
        rights=shipped("rights"),
        translations={lang: shipped(f"rights.{lang}") for lang in LANGUAGES},
        right_sdg=shipped("right_sdg"),
        ratifications=shipped("ratifications"),
    )


def several(words: str) -> list[str]:
    """ "life;food" as its parts, each once."""
    return list(dict.fromkeys(part.strip() for part in words.split(";") if part.strip()))


def check(catalogue: Catalogue) -> None:
    """Raises RefusedError for the first row that names what is not there, with its list and line."""
    for problem in _problems(catalogue):
        raise RefusedError(problem)


def _problems(catalogue: Catalogue) -> Iterator[str]:
    codes = {row["code"] for row in catalogue.instruments}
    slugs = {row["slug"] for row in catalogue.rights}
    targets = {row["number"] for row in catalogue.provisions if row["instrument"] == GOALS}
    yield from _unknown("instruments", catalogue.instruments, "kind", set(KINDS))
    yield from _twice("instruments", catalogue.instruments, "code")
    yield from _unknown("rights", catalogue.rights, "category", set(RightCategory.values))
    yield from _twice("rights", catalogue.rights, "slug")
    yield from _unknown("provisions", catalogue.provisions, "instrument", codes)
    yield from _twice("provisions", catalogue.provisions, "instrument", "number")
    yield from _unknown("provisions", catalogue.provisions, "rights", slugs)
    yield from _unknown("provisions", catalogue.provisions, "sdg_targets", targets)
    for lang, rows in (catalogue.translations or {}).items():
        yield from _unknown(f"rights.{lang}", rows, "slug", slugs)
    yield from _unknown("right_sdg", catalogue.right_sdg, "right", slugs)
    yield from _unknown("right_sdg", catalogue.right_sdg, "sdg_target", targets)
    yield from _unknown("ratifications", catalogue.ratifications, "state", set(dict(countries("en"))))
    yield from _unknown("ratifications", catalogue.ratifications, "instrument", codes)
    yield from _unknown("ratifications", catalogue.ratifications, "standing", set(TreatyStanding.values))


def _unknown(name: str, rows: Rows, column: str, known: set[str]) -> Iterator[str]:
    for line, row in enumerate(rows, FIRST_LINE):
        for word in several(row.get(column) or ""):
            if word not in known:
                yield _(
                    "%(list)s.csv, line %(line)s: “%(word)s” in “%(column)s” is not known here. Nothing was brought in."
                ) % {"list": name, "line": line, "word": word[:60], "column": column}


def _twice(name: str, rows: Rows, *columns: str) -> Iterator[str]:
    seen: set[tuple[str, ...]] = set()
    for line, row in enumerate(rows, FIRST_LINE):
        key = tuple(row[column] for column in columns)
        if key in seen:
            yield _("%(list)s.csv, line %(line)s: “%(word)s” is there twice. Nothing was brought in.") % {
                "list": name,
                "line": line,
                "word": " ".join(key)[:60],
            }
        seen.add(key)
