"""The rights beside what stands on a page, and how each norm stands at the place. The number of queries does not grow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.text import Truncator

from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.issues.lines import CauseNode
from smallplaces.norms.enums import Bond
from smallplaces.norms.queries.links import Pointed, kind_named
from smallplaces.norms.queries.pointing import pointed_beside
from smallplaces.norms.queries.standing import Standing, bonds_for
from smallplaces.places.queries import get_place
from smallplaces.thread.lines import IssuePage

Key = tuple[str, str]
LONGEST = 60


@dataclass(frozen=True)
class Thing:
    """Something that rights can stand beside, with the words by which a reader knows it."""

    kind: str
    id: str
    text: str = ""
    lang: str = ""


@dataclass(frozen=True, kw_only=True)
class RightHere:
    """A right or an article, once. An article has how its text stands at the place; `beside` are the words of what it stands beside."""

    to: Pointed
    standing: Standing | None = None
    beside: tuple[Thing, ...] = ()


@dataclass(frozen=True)
class Beside:
    """Everything that stands beside some things of a page."""

    ends: Mapping[Key, tuple[Pointed, ...]]
    bonds: Mapping[str, Standing] = field(default_factory=dict)

    def of(self, things: Sequence[Thing]) -> tuple[RightHere, ...]:
        """What stands beside any of these: rights first, then articles. Where there are several things, it says beside which."""
        found: dict[str, Pointed] = {}
        where: dict[str, list[Thing]] = defaultdict(list)
        for thing in things:
            for to in self.ends.get((thing.kind, thing.id), ()):
                found.setdefault(to.key, to)
                where[to.key].append(replace(thing, text=_short(thing.text)))
        several = len(things) > 1
        rights = [self.here(to, tuple(where[key]) if several else ()) for key, to in found.items()]
        return tuple(sorted(rights, key=lambda one: bool(one.to.provision_id)))

    def here(self, to: Pointed, beside: tuple[Thing, ...] = ()) -> RightHere:
        """One right or article as it stands at the place."""
        return RightHere(to=to, standing=standing_of(to, self.bonds), beside=beside)


def standing_of(to: Pointed, bonds: Mapping[str, Standing]) -> Standing | None:
    """How an article's text stands at a place. What a group brought itself is held up, and binds by nothing but its words."""
    if not to.norm_id:
        return None
    unknown = Bond.NOT_CHECKED if to.treaty else Bond.HELD_UP
    return bonds.get(to.norm_id) or Standing(unknown, str(unknown.label))


def rights_beside(things: Iterable[Thing], *, place: str, viewer: Viewer) -> Beside:
    """What people set beside these things, which exist for the viewer. At most five queries, one where nothing stands there.

    `place` is the address of the place where they stand.
    """
    wanted: dict[str, list[str]] = defaultdict(list)
    for thing in things:
        wanted[thing.kind].append(thing.id)
    ends = pointed_beside(wanted, viewer=viewer)
    articles = any(to.norm_id for its in ends.values() for to in its)
    return Beside(ends, bonds_at(place, viewer) if articles else {})


def bonds_at(slug: str, viewer: Viewer) -> dict[str, Standing]:
    """How each text of the catalogue stands at a place, by its id; nothing where the place is out of sight. Two queries."""
    try:
        place = get_place(slug, viewer=viewer)
    except NotVisibleError:
        return {}
    return {one.id: one.standing for one in bonds_for(place.country, viewer, own_name=place.country_name)}


def rights_of(kind: str, things: Iterable[Any], *, place: str, viewer: Viewer) -> tuple[RightHere, ...]:
    """What stands beside these things of one kind, which exist for the viewer: for the margin of their page."""
    every = [Thing(kind, one.id, one.text, getattr(one, "lang", "")) for one in things]
    return rights_beside(every, place=place, viewer=viewer).of(every)


def rights_of_report(report_id: str, *, place: str, viewer: Viewer) -> tuple[RightHere, ...]:
    """What stands beside the paragraphs of a report that exists for the viewer. Which paragraph is the edition's to say."""
    one = kind_named("paragraph")
    ids = one.visible(viewer).filter(section__report_id=report_id, rights__isnull=False).values_list("pk", flat=True)
    every = [Thing("paragraph", pk) for pk in dict.fromkeys(ids)]
    return rights_beside(every, place=place, viewer=viewer).of(every)


def with_rights(page: IssuePage, *, viewer: Viewer) -> IssuePage:
    """An issue's page with the rights beside it and beside what stands in its bands."""
    own, bands = [Thing("issue", page.id, page.text, page.issue.lang)], things_of_bands(page)
    title = [_thing(page.title_said)] if page.title_said else []
    every = [*own, *title, *(one for things in bands.values() for one in things)]
    beside = rights_beside(dict.fromkeys(every), place=page.place_slug, viewer=viewer)
    mine = beside.of(own)
    keys = {one.to.key for one in mine}
    changed: dict[str, Any] = {
        name: replace(page.bands[name], rights=beside.of(things)) for name, things in bands.items()
    }
    return replace(page, rights=mine, also=tuple(one for one in beside.of(every) if one.to.key not in keys), **changed)


def things_of_bands(page: IssuePage) -> dict[str, list[Thing]]:
    """What rights can stand beside, band by band."""
    promises = [one for text in page.promised.texts for one in text.promises]
    clauses = {one.clause.id: one.clause for one in promises if one.clause}
    return {
        "say": [_thing(one) for one in (*page.say.sentences, *page.say.statements)],
        "why": [_thing(one) for one in _boxes(page.why.causes)],
        "want": [_thing(one) for one in page.want.sentences],
        "do": [_thing(one) for one in page.do.steps],
        "ask": [_thing(one.demand) for one in page.ask.demands],
        "promised": [_thing(one) for one in (*promises, *clauses.values())],
    }


def _boxes(nodes: Sequence[CauseNode]) -> Iterator[CauseNode]:
    for node in nodes:
        yield node
        yield from _boxes(node.children)


def _thing(line: Any) -> Thing:
    return Thing(line.kind, line.id, line.text, line.lang)


def _short(text: str) -> str:
    return str(Truncator(" ".join(text.split())).chars(LONGEST))
