"""The norms behind a claim, on one sheet that can be handed to an official: only what people set beside it themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from smallplaces.core.viewers import Viewer
from smallplaces.norms.enums import Bond
from smallplaces.norms.queries.links import Pointed
from smallplaces.norms.queries.protecting import provisions_protecting
from smallplaces.norms.queries.standing import Standing
from smallplaces.thread.bands import issue_page
from smallplaces.thread.beside import Thing, bonds_at, rights_beside, standing_of, things_of_bands
from smallplaces.thread.lines import IssuePage

MOST_ARTICLES = 6
FIRST = (Bond.BINDS, Bond.HELD_UP, Bond.NOT_CHECKED)


@dataclass(frozen=True)
class SheetArticle:
    """An article with how its text stands here."""

    to: Pointed
    standing: Standing


@dataclass(frozen=True)
class SheetRight:
    """A right in short words, and articles that protect it, one a text, those that bind first. `more` says how many were left out."""

    to: Pointed
    articles: tuple[SheetArticle, ...]
    more: int = 0


@dataclass(frozen=True, kw_only=True)
class RightsSheet:
    """A claim with its rights; `articles` are those that people named themselves, `sources` one article of each text that the sheet names."""

    kind: str = "rights_sheet"
    page: IssuePage
    rights: tuple[SheetRight, ...]
    articles: tuple[SheetArticle, ...]
    sources: tuple[SheetArticle, ...]


def rights_sheet(issue_id: str, *, viewer: Viewer, today: dt.date) -> RightsSheet:
    """The norms behind what an issue says. Raises NotVisibleError."""
    page = issue_page(issue_id, viewer=viewer, today=today)
    every = [Thing("issue", page.id), *(one for things in things_of_bands(page).values() for one in things)]
    found = [one.to for one in rights_beside(dict.fromkeys(every), place=page.place_slug, viewer=viewer).of(every)]
    bonds = bonds_at(page.place_slug, viewer) if found else {}
    rights = [one for one in found if one.right_id]
    protecting = provisions_protecting([one.right_id for one in rights], viewer=viewer)
    shown = tuple(_right(one, protecting.get(one.right_id, []), bonds) for one in rights)
    named = _articles([one for one in found if one.provision_id], bonds)
    every_article = (*named, *(one for right in shown for one in right.articles))
    return RightsSheet(page=page, rights=shown, articles=named, sources=_one_a_text(every_article))


def _right(to: Pointed, protecting: list[Pointed], bonds: Mapping[str, Standing]) -> SheetRight:
    articles = _articles(protecting, bonds)
    shown = _one_a_text(articles)[:MOST_ARTICLES]
    return SheetRight(to, shown, len(articles) - len(shown))


def _one_a_text(articles: Iterable[SheetArticle]) -> tuple[SheetArticle, ...]:
    """The first article of each text."""
    first: dict[str, SheetArticle] = {}
    for one in articles:
        first.setdefault(one.to.norm_id, one)
    return tuple(first.values())


def _articles(rows: list[Pointed], bonds: Mapping[str, Standing]) -> tuple[SheetArticle, ...]:
    told = [(one, standing_of(one, bonds)) for one in rows]
    found = [SheetArticle(one, standing) for one, standing in told if standing]
    return tuple(sorted(found, key=lambda one: FIRST.index(one.standing.bond)))
