"""What can be said of a thing and rights: what stands beside it, and what its words suggest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from smallplaces.core.enums import Standing
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import direction
from smallplaces.norms.enums import LinkReason
from smallplaces.norms.linking import Linkable, Said
from smallplaces.norms.models import Provision
from smallplaces.norms.queries.choosing import rights_present
from smallplaces.norms.queries.links import (
    LinkShown,
    Pointed,
    kind_named,
    links_of,
    own_thing,
    provisions_in_sight,
    provisions_in_words,
    rights_in_words,
    walk,
)
from smallplaces.norms.suggesting import cited, suggest_rights

MOST = 8
# Below this score a right is a guess, and no help to somebody who reads the list.
LEAST = 0.25
STRONGEST = (LinkReason.CITATION, LinkReason.LEXICON, LinkReason.LEARNED)
Span = tuple[int, int]


@dataclass(frozen=True)
class Cause:
    """The words that caused a suggestion, and why they did, in a few words."""

    reason: str
    reason_words: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Suggested:
    """A right or an article that the words of a thing suggest. `because` is its strongest reason."""

    to: Pointed
    because: str
    causes: tuple[Cause, ...]
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Piece:
    """A stretch of the words of a thing; marked where it caused a suggestion."""

    text: str
    marked: bool


@dataclass(frozen=True, kw_only=True)
class RightsDesk:
    """Everything about one thing and rights, for the people who may change it. `waiting` came with a source and waits for a person."""

    kind: str
    id: str
    of_id: str
    lang: str
    dir: str
    fictional: bool
    pieces: tuple[Piece, ...]
    links: tuple[LinkShown, ...]
    waiting: tuple[LinkShown, ...]
    offered: tuple[Suggested, ...]


def rights_desk(kind: str, thing_id: str, *, viewer: Viewer) -> RightsDesk:
    """A thing with what stands beside it and what its words suggest. Raises NotVisibleError where it is not the viewer's to link."""
    one, thing = kind_named(kind), own_thing(kind, thing_id, viewer=viewer)
    said = one.said(thing)
    offered = _offered(one, thing_id, said, viewer)
    return RightsDesk(
        kind=kind,
        id=thing_id,
        of_id=_stands_in(thing),
        lang=said.lang,
        dir=direction(said.lang),
        fictional=_is_fictional(one, thing),
        pieces=_pieces(said.text, [span for each in offered for span in each.spans]),
        links=links_of(kind, [thing_id], viewer=viewer).get(thing_id, ()),
        waiting=links_of(kind, [thing_id], viewer=viewer, standing=Standing.PROPOSED).get(thing_id, ()),
        offered=offered,
    )


def suggestions_for(kind: str, thing_id: str, *, viewer: Viewer) -> tuple[Suggested, ...]:
    """What the words of a thing suggest, best first, without what was settled before. Raises NotVisibleError."""
    one, thing = kind_named(kind), own_thing(kind, thing_id, viewer=viewer)
    return _offered(one, thing_id, one.said(thing), viewer)


def _offered(one: Linkable, thing_id: str, said: Said, viewer: Viewer) -> tuple[Suggested, ...]:
    if not said.text:
        return ()
    settled = {
        key for row in one.links.filter(**{f"{one.kind}_id": thing_id}) for key in (row.right_id, row.provision_id)
    }
    articles, by_words = _articles(said, viewer), _rights(said)
    fresh = [one for one in (*articles, *by_words) if (one.to.right_id or one.to.provision_id) not in settled]
    return tuple(fresh[:MOST])


def _rights(said: Said) -> list[Suggested]:
    """Rights, best first. Two queries."""
    found = [one for one in suggest_rights(said.text, said.lang) if one.score >= LEAST]
    slugs = [each.right for each in found]
    named = {one.slug: one for one in rights_in_words(rights_present().filter(slug__in=slugs))} if slugs else {}
    return [
        _suggested(named[each.right], [(str(why.kind), why.start, why.end) for why in each.because], said)
        for each in found
        if each.right in named
    ]


def _articles(said: Said, viewer: Viewer) -> list[Suggested]:
    """The articles that the words name, in their order. One query a text that is named."""
    spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for each in cited(said.text, said.lang):
        if each.listed:
            spans[each.instrument, each.listed].append((each.start, each.end))
    found: dict[tuple[str, str], Provision] = {}
    for code in {code for code, _number in spans}:
        rows = provisions_in_sight(viewer).filter(version__norm__code=code).select_related("version__norm")
        numbers = [number for its, number in spans if its == code]
        for row in rows.filter(number__in=numbers).order_by("version__position"):
            found[code, row.number] = row
    named = provisions_in_words(Provision.objects.filter(pk__in=[row.pk for row in found.values()])) if found else []
    by_id = {one.provision_id: one for one in named}
    citation = LinkReason.CITATION.value
    return [
        _suggested(by_id[found[key].pk], [(citation, start, end) for start, end in its], said)
        for key, its in spans.items()
        if key in found
    ]


def _suggested(to: Pointed, reasons: Sequence[tuple[str, int, int]], said: Said) -> Suggested:
    grouped: dict[str, list[str]] = defaultdict(list)
    for reason, start, end in reasons:
        grouped[reason].append(said.text[start:end])
    causes = tuple(
        Cause(reason.value, str(reason.label), tuple(dict.fromkeys(grouped[reason.value])))
        for reason in STRONGEST
        if reason.value in grouped
    )
    return Suggested(to, causes[0].reason, causes, tuple((start, end) for _reason, start, end in reasons))


def _pieces(text: str, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """The words cut where something in them caused a suggestion. Spans may overlap."""
    marked: list[Span] = []
    for start, end in sorted(spans):
        if marked and start <= marked[-1][1]:
            marked[-1] = (marked[-1][0], max(end, marked[-1][1]))
        else:
            marked.append((start, end))
    pieces, at = [], 0
    for start, end in marked:
        pieces += [Piece(text[at:start], marked=False), Piece(text[start:end], marked=True)]
        at = end
    return tuple(one for one in (*pieces, Piece(text[at:], marked=False)) if one.text)


def _stands_in(thing: Any) -> str:
    """The record on whose page at the desk a thing stands, where it has no page of its own there."""
    return next(filter(None, (walk(thing, path) for path in ("version__act_id", "section__report_id"))), "")


def _is_fictional(one: Linkable, thing: Any) -> bool:
    place: Any = thing
    for name in one.place_path.removesuffix("_id").split("__") if one.place_path else ():
        place = getattr(place, name)
    return bool(one.place_path and place.fictional)
