"""Finding: words as they are, then longer ones that begin so, then ones written much like them, then some of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from math import log

from smallplaces.core.search.asked import Asked, Entry, Term
from smallplaces.core.search.documents import Filters, Found, Hit, Reason, sources
from smallplaces.core.search.folding import phrases_of
from smallplaces.core.search.index import index_here
from smallplaces.core.search.near import near
from smallplaces.core.search.ranking import Group, Scale, needle
from smallplaces.core.search.snippets import marked, snippet
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import direction

LONGEST = 200
MOST_TERMS = 12
# Records that are put in order; whoever finds more adds a word.
MOST = 200
# So few are "little was found": then words that are nearly the same are tried too.
FEW = 5
# With a page full of records that have the words themselves, longer words are not looked for.
ENOUGH = 20
RARE = 1000
RAREST = 3
ORDER = list(Reason)


@dataclass(frozen=True)
class Candidate:
    """An entry that was found, and why."""

    kind: str
    id: str
    entry: Entry
    reason: Reason
    score: float


class Search:
    """One search under way: what was found so far, and by which terms."""

    def __init__(self, terms: Sequence[Term], kinds: Sequence[str], filters: Filters) -> None:
        self.terms = terms
        self.asked = Asked((), facets=_facets(filters), kinds=tuple(kinds))
        self.found: dict[tuple[str, str], Candidate] = {}
        self.used: set[Term] = set(terms)
        self.like: tuple[str, ...] = ()
        self.more = False

    def run(self) -> None:
        """Each way of looking, until enough is found."""
        self._look([(term,) for term in self.terms], Reason.WORDS)
        begun = [term.begun(alone=len(self.terms) == 1) for term in self.terms]
        if len(self.found) < ENOUGH and begun != list(self.terms):
            self._look([(term, longer) for term, longer in zip(self.terms, begun, strict=True)], Reason.BEGINNING)
        if len(self.found) < FEW:
            counts = self._how_often([(term,) for term in self.terms])
            groups = self._spelled(begun, counts)
            if len(self.found) < FEW and len(groups) > 1:
                self._some(groups, counts)

    def _how_often(self, groups: Sequence[Group]) -> list[int]:
        return index_here().how_many([replace(self.asked, groups=(tuple(group),)) for group in groups], RARE)

    def _spelled(self, begun: Sequence[Term], counts: Sequence[int]) -> list[Group]:
        """Looks with words that are written like those which are hardly anywhere. Returns what each word became."""
        groups: list[Group] = []
        for term, longer, times in zip(self.terms, begun, counts, strict=True):
            close = near(term.words[0]) if times < FEW and len(term.words) == 1 else ()
            groups.append((term, longer, *(Term((word,)) for word in close)))
        others = [term for group in groups for term in group[2:]]
        if others:
            new = self._look(groups, Reason.SPELLING)
            words = [f" {candidate.entry.words} " for candidate in new]
            self.like = tuple(term.key for term in others if any(needle(term) in one for one in words))
        return groups

    def _some(self, groups: Sequence[Group], counts: list[int]) -> None:
        """Looks for records with the rarest of the words."""
        seldom = [place for place, times in enumerate(counts) if times < FEW]
        if seldom:
            for place, times in zip(seldom, self._how_often([groups[place] for place in seldom]), strict=True):
                counts[place] = times
        known = sorted((times, place) for place, times in enumerate(counts) if times)[:RAREST]
        chosen = [groups[place] for _times, place in known]
        weights = [log(1 + RARE / times) for times, _place in known]
        self._look(chosen, Reason.SOME, weights)

    def _look(self, groups: Sequence[Group], reason: Reason, weights: Sequence[float] = ()) -> list[Candidate]:
        """Takes in what answers and was not found before: short records, and first of all those with it in the title."""
        asked = replace(self.asked, groups=tuple(map(tuple, groups)), any_group=reason is Reason.SOME)
        if not groups:
            return []
        entries = index_here().find(asked, MOST + 1)
        if len(entries) > MOST:
            self.more = True
            entries += index_here().find(replace(asked, in_title=True), MOST)
        self.used.update(asked.terms)
        scale = Scale(groups, weights)
        new = []
        for entry in entries:
            kind, thing_id, _rest = entry.shown.split(" ", 2)
            known = self.found.get((kind, thing_id))
            if known is None or known.reason is reason:
                one = Candidate(kind, thing_id, entry, reason, scale.score(entry))
                if known is None or (one.score, -entry.number) > (known.score, -known.entry.number):
                    self.found[kind, thing_id] = one
                    new.append(one)
        return new

    def in_order(self) -> list[Candidate]:
        """The best first: by reason, by score, by the order of kinds, then by their numbers."""
        kinds = list(sources())
        every = [one for one in self.found.values() if one.kind in sources()]
        every.sort(
            key=lambda one: (ORDER.index(one.reason), -one.score, kinds.index(one.kind), one.entry.number, one.id)
        )
        return every[:MOST]


def search(
    words: str,
    *,
    kinds: Sequence[str] = (),
    filters: Filters | None = None,
    viewer: Viewer,
    limit: int = 20,
    offset: int = 0,
) -> Found:
    """Common records that answer to words, best first. Any text may be asked for; no text is an error."""
    words = " ".join(words.split())[:LONGEST]
    terms = [Term(phrase) for phrase in dict.fromkeys(phrases_of(words))][:MOST_TERMS]
    if not terms:
        return Found(words, 0, more=False, hits=())
    under_way = Search(terms, kinds, filters or Filters())
    under_way.run()
    every = under_way.in_order()
    page = every[max(0, offset) : max(0, offset) + limit]
    hits = tuple(_hit(one, under_way.used) for one in _in_sight(page, viewer))
    return Found(words, len(every), more=under_way.more, hits=hits, like=under_way.like)


def _facets(filters: Filters) -> tuple[str, ...]:
    wanted = {"place": filters.place_id, "country": filters.country, "lang": filters.lang.partition("-")[0].lower()}
    named = tuple(f"{name}:{value}" for name, value in wanted.items() if value)
    return (*named, *filters.facets, *(() if filters.fictional else ("real",)))


def _in_sight(page: Sequence[Candidate], viewer: Viewer) -> Iterator[Candidate]:
    """Those that their app says this viewer may read now."""
    ids: dict[str, set[str]] = defaultdict(set)
    for one in page:
        ids[one.kind].add(one.id)
    seen: dict[str, Collection[str]] = {kind: sources()[kind].visible(its, viewer) for kind, its in ids.items()}
    return (one for one in page if one.id in seen[one.kind])


def _hit(one: Candidate, terms: Collection[Term]) -> Hit:
    shown = json.loads(one.entry.shown.split(" ", 2)[2])
    return Hit(
        kind=one.kind,
        id=one.id,
        title=marked(shown["title"], terms),
        snippet=snippet(shown["text"], terms),
        lang=shown["lang"],
        dir=direction(shown["lang"]),
        around=shown["around"],
        parts=tuple(shown["parts"]),
        fictional=shown["fictional"],
        reason=one.reason,
    )
