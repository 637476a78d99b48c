"""The names of norms in a text: full, short, as letters, and "the Convention" where only one can be meant."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from smallplaces.engines.citing.model import Norms
from smallplaces.engines.citing.phrases import Phrases
from smallplaces.engines.citing.words import fold, folded_words, word_set

OTHER = ""  # an instrument that is not in the catalogue
NOUNS = {
    "convention": "convention", "convencion": "convention",
    "covenant": "covenant", "pacto": "covenant", "pacte": "covenant",
    "declaration": "declaration", "declaracion": "declaration",
    "charter": "charter", "carta": "charter", "charte": "charter",
}  # fmt: skip
_POINTING = word_set(
    "the this that said same such its la esta esa dicha el este ese dicho del al le du au cette ce ladite "
    "ledit dudit la meme presente present mencionada mencionado"
)
# "the Convention on ...": another one, unless the whole name is known.
_GOES_ON = word_set(
    "on of against for to relating concerning sobre contra para relativa relativo de del relative "
    "relatif sur contre pour des du internationale international internacional europeenne europea "
    "americana americaine africaine africana interamericana interamericaine mundial mondiale "
    "universal universelle"
)
_NOT_OURS_BEFORE = word_set("american european african arab islamic asean cairo ohada")
_BODY_AFTER = word_set("committee committees comite comites op opi opii protocol")
_PROTOCOL = ("protocol", "protocols", "protocolo", "protocolos", "protocole", "protocoles")
_REFERS = {("thereof",), ("de", "la", "misma"), ("del", "mismo"), ("de", "celle", "ci"), ("de", "celui", "ci")}
_BEGINS = frozenset(NOUNS) | {shape[0] for shape in _REFERS}


@dataclass(frozen=True, slots=True)
class Name:
    """An instrument named between two places. `kind` is the name's own, or "back" for one that points back."""

    instrument: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    words: list[str]
    spans: list[tuple[int, int]]

    def word(self, place: int) -> str:
        return self.words[place] if 0 <= place < len(self.words) else ""

    def written(self, place: int) -> str:
        return self.text[slice(*self.spans[place])] if 0 <= place < len(self.words) else ""

    def touches(self, place: int) -> bool:
        """Whether only blanks or a hyphen stand between a word and the one before it."""
        return place > 0 and self.text[self.spans[place - 1][1] : self.spans[place][0]].strip(" \u00a0-\n") == ""


@lru_cache(maxsize=4)
def _phrases(names: tuple[tuple[str, str, str], ...]) -> Phrases[tuple[str, str, str]]:
    phrases: Phrases[tuple[str, str, str]] = Phrases()
    for instrument, kind, name in names:
        phrases.add([word for word, _start, _end in folded_words(name)], (instrument, kind, name))
    return phrases


@lru_cache(maxsize=4)
def _noun_of(names: tuple[tuple[str, str, str], ...]) -> dict[str, str]:
    """Which noun points back to an instrument: "convention" to CEDAW. From its names."""
    found: dict[str, str] = {}
    for instrument, _kind, name in names:
        for word, _start, _end in folded_words(name):
            if word in NOUNS:
                found.setdefault(instrument, NOUNS[word])
    return found


def names_in(text: str, norms: Norms) -> list[Name]:
    """Every name, in order, none inside another. One that could be two instruments, or none of ours, is left out."""
    found = list(folded_words(text))
    words = _Text(text, [one[0] for one in found], [one[1:] for one in found])
    nouns, phrases = _noun_of(norms.names), _phrases(norms.names)
    named: dict[str, set[str]] = {noun: set() for noun in NOUNS.values()}
    every: set[str] = set()
    names, place = [], 0
    while place < len(words.words):
        if words.words[place] not in _BEGINS and not phrases.begin_with(words.words[place]):
            place += 1
            continue
        length, name = _named(words, place, phrases)
        if name:
            every.add(name.instrument)
            if name.instrument in nouns:
                named[nouns[name.instrument]].add(name.instrument)
        elif length:
            _somebody_else(words.words[place : place + length], named, every)
        else:
            length, name = _pointed(words, place, named, every)
        if name:
            names.append(name)
        place += length or 1
    return names


def _somebody_else(words: list[str], named: dict[str, set[str]], every: set[str]) -> None:
    """Whoever then says "the Convention" may mean one that is not ours."""
    for noun in {NOUNS[word] for word in words if word in NOUNS}:
        named[noun].add(OTHER)
        every.add(OTHER)


def _named(words: _Text, place: int, phrases: Phrases[tuple[str, str, str]]) -> tuple[int, Name | None]:
    """How many words the longest name here has, 0 for none; and the name, unless it is somebody else's."""
    longest = 0
    found: set[tuple[str, str]] = set()
    for length, (instrument, kind, name) in phrases.at(words.words, words.words, place):
        if _as_written(words, place, length, kind, name):
            found = found if length == longest else set()
            longest = length
            found.add((instrument, kind))
    if not longest:
        return 0, None
    start, end = words.spans[place][0], words.spans[place + longest - 1][1]
    instruments = {instrument for instrument, _kind in found}
    if len(instruments) > 1 or _somebody_elses(words, place, longest):
        return longest, None
    return longest, Name(instruments.pop(), min(kind for _instrument, kind in found), start, end)


def _as_written(words: _Text, place: int, length: int, kind: str, name: str) -> bool:
    if kind == "code":
        return words.written(place) == name and not (len(name) <= 3 and _shouted(words, place))
    if kind == "loose":
        return words.written(place)[:1].isupper()
    after = words.word(place + length)
    if kind == "short":  # "the Universal Declaration on ..." is another one
        goes_on = after in _GOES_ON and words.touches(place + length) and not words.word(place + length + 1).isdigit()
        return not goes_on
    return True


def _shouted(words: _Text, place: int) -> bool:
    """THE CAT IS OUT: in capitals among capitals."""
    around = [words.written(place - 1), words.written(place + 1)]
    return all(one.isupper() and len(one) > 1 for one in around if one) and any(around)


def _somebody_elses(words: _Text, place: int, length: int) -> bool:
    """Its committee, a protocol to it, or a regional one of nearly the same name."""
    before = [words.word(one) for one in range(place - 6, place)]
    protocol = any(word in _PROTOCOL for word in before)
    regional = words.word(place - 1) in _NOT_OURS_BEFORE and words.touches(place)
    body = words.word(place + length) in _BODY_AFTER and words.touches(place + length)
    return protocol or regional or body or (words.word(place - 1) in ("op", "committee") and words.touches(place))


def only(named: set[str]) -> str:
    """The one instrument that was named; "" where none was, or several, or one that is not ours."""
    return next(iter(named)) if len(named) == 1 else OTHER


def _pointed(words: _Text, place: int, named: dict[str, set[str]], every: set[str]) -> tuple[int, Name | None]:
    """ "the Convention" or "thereof": the only one that was named, else nothing; how many words it has."""
    for shape in _REFERS:
        if tuple(words.words[place : place + len(shape)]) == shape:
            span = words.spans[place][0], words.spans[place + len(shape) - 1][1]
            return len(shape), Name(only(every), "back", *span) if only(every) else None
    noun = NOUNS.get(words.word(place), "")
    if not noun or not words.written(place)[:1].isupper():
        return 0, None
    after = words.written(place + 1)
    goes_on = words.touches(place + 1) if place + 1 < len(words.words) else False
    known_after = fold(after) in ("article", "articles", "articulo", "articulos", "art", "arts")
    other = goes_on and (fold(after) in _GOES_ON or (after[:1].isupper() and not known_after))
    if other or words.word(place - 1) not in _POINTING:
        named[noun].add(OTHER)
        every.add(OTHER)
        return 0, None
    if (
        len(named[noun]) != 1
        or OTHER in named[noun]
        or any(word in _PROTOCOL for word in words.words[max(0, place - 4) : place])
    ):
        return 1, None
    return 1, Name(only(named[noun]), "back", *words.spans[place])
