"""Norm citations: a name, and the numbers that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from smallplaces.engines.citing.model import Citation, Norms
from smallplaces.engines.citing.names import Name, names_in
from smallplaces.engines.citing.numbers import Group, group_after, groups_in, in_catalogue

# What may stand between "article 25" and the name of what it is an article of, and the other way round.
_FILLER = (
    r"of|the|in|to|this|that|same|said|such|un|u|n|united|nations|international|de|del|la|el|los|las|esta|este|dicha|dicho|en|des|du|le|les"
    r"|cette|ce|ladite|ledit|dudit|dans|unies|naciones|unidas|onu|internacional|internationale|l|d|19[0-9]{2}|20[0-9]{2}"
)
_BETWEEN = re.compile(rf"[\s\u00a0,(:]{{0,3}}(?:(?:{_FILLER})\b[\s\u00a0.'’]{{0,3}}){{0,8}}", re.IGNORECASE)
_BACK = re.compile(
    r"(?:['’]s\b)?[\s\u00a0]{0,2}[,(:;–-]?[\s\u00a0]{0,2}"
    r"(?:(?:in|under|at|says|states|provides|its|en|dans|dit|dice|establece|su|sus|son|ses|à|a|l|el|los|las|les)\b['’\s\u00a0]{0,2}){0,4}",
    re.IGNORECASE,
)
_OF_SOMETHING = re.compile(r"[\s\u00a0]{0,3}(?:of|de|del|du|des|dans|in)\b", re.IGNORECASE)
_JOINED = re.compile(
    r"\s{0,3}(?:,|;|and|or|y|e|et|ou|o|as well as|as)\s{1,3}(?:(?:in|of|the|el|los|l['’]|les|del|de)\s{0,3}){0,2}",
    re.IGNORECASE,
)
_FARTHEST = 90  # characters between a number and its name


def cite(text: str, norms: Norms, lang: str | None = None) -> tuple[Citation, ...]:
    """The norms that a text names, in order. Raises nothing; the cost is linear in the length of the text.

    A provision is named by its number with the name of its instrument, or with "the Convention" and the like where only
    one can be meant. A number that the instrument does not have is left out; where two could be meant, neither is.
    `lang` is accepted for the sake of callers: names are looked for in all languages, since people mix them.
    """
    del lang
    names = names_in(text, norms)
    groups = list(groups_in(text))
    owners = _owners(text, names, groups)
    found = list(_of_groups(text, norms, groups, owners))
    taken = {id(name) for name in owners.values()}
    for name in names:
        if name.instrument == "SDG" and id(name) not in taken and (group := group_after(text, name.end)):
            numbered = list(_of_group(text, norms, group, name))
            found += numbered
            taken |= {id(name)} if numbered else set()
        if id(name) not in taken:
            found.append(Citation(name.instrument, "", "", text[name.start : name.end], name.start, name.end))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _owners(text: str, names: list[Name], groups: list[Group]) -> dict[int, Name]:
    """Place of a group -> the instrument whose provisions it lists. First what follows, then what stands before."""
    starts = {name.start: name for name in names}
    ends = sorted((name.end, place) for place, name in enumerate(names))
    owners: dict[int, Name] = {}
    for place, group in enumerate(groups):
        match = _BETWEEN.match(text, group.end, group.end + _FARTHEST)
        if match and match.end() in starts:
            owners[place] = starts[match.end()]
    for place, (one, after) in reversed(list(enumerate(pairwise(groups)))):
        joined = _JOINED.match(text, one.end, one.end + 30)
        if place not in owners and place + 1 in owners and joined and joined.end() == after.start:
            owners[place] = owners[place + 1]
    last = -1
    for place, group in enumerate(groups):
        while last + 1 < len(ends) and ends[last + 1][0] <= group.start:
            last += 1
        if place not in owners and last >= 0 and not _OF_SOMETHING.match(text, group.end):
            match = _BACK.fullmatch(text, ends[last][0], min(group.start, ends[last][0] + 30))
            if match and match.end() == group.start:
                owners[place] = names[ends[last][1]]
    return owners


def _of_groups(text: str, norms: Norms, groups: list[Group], owners: dict[int, Name]) -> Iterator[Citation]:
    for place, name in owners.items():
        numbered = list(_of_group(text, norms, groups[place], name))
        yield from numbered
        if not numbered and name.kind != "back":
            yield Citation(name.instrument, "", "", text[name.start : name.end], name.start, name.end)


def _of_group(text: str, norms: Norms, group: Group, name: Name) -> Iterator[Citation]:
    start, end = min(group.start, name.start), max(group.end, name.end)
    if end - start > 2 * _FARTHEST + 200:
        start, end = group.start, group.end  # joined from afar: its own words alone
    listed = norms.provisions.get(name.instrument, {})
    for number in group.numbers:
        cited, known = in_catalogue(number, listed)
        if known:
            yield Citation(name.instrument, cited, known, text[start:end], start, end)
