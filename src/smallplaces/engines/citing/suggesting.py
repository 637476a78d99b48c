"""Rights for a text: what its words, its citations and what was learned say together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from smallplaces.engines.citing.citations import cite
from smallplaces.engines.citing.learned import LANG, Weights, chances
from smallplaces.engines.citing.lexicon import LANGS, Found, Lexicon
from smallplaces.engines.citing.model import Because, Norms, Reason, Suggestion
from smallplaces.engines.citing.words import LITTLE, Word, folded_words, language_of, words_of

# How much each of the three may say; learned by trial on the development sentences and one session (decision 0030).
_WORDS_OF_ONE = 0.2  # of a plain term exp(-0.2 * 2) is left of the doubt
_LEARNED = 0.97
_PROVISION, _INSTRUMENT = 0.95, 0.5
_SHARED = 0.15  # a provision of six rights says less of each
_LEAST = 0.05  # below it nothing is suggested
_REASONS = 6  # of one right


def suggest(  # noqa: PLR0917  (text first, then what is handed in, in the order of the docstring)
    text: str, lexicon: Lexicon, weights: Weights, norms: Norms, lang: str | None = None, limit: int = 10
) -> tuple[Suggestion, ...]:
    """The rights that a text seems to touch, best first; equal ones by their name. Raises nothing.

    `lang` is "en", "es" or "fr"; any other, or None, means: judge by the text's little words, and take all three where
    they do not tell. The score is 1 - (1 - words) * (1 - learned) * (1 - cited): one of the three is enough.
    """
    lang = lang if lang in LANGS else language_of(text)
    spoken = {one: words_of(text, one) for one in ((lang,) if lang else LANGS)}
    doubt: defaultdict[str, float] = defaultdict(lambda: 1.0)
    reasons: defaultdict[str, list[Reason]] = defaultdict(list)
    _by_citation(text, norms, doubt, reasons)
    _by_words(text, [one for of, words in spoken.items() for one in lexicon.find(words, of)], doubt, reasons)
    if LANG in spoken:
        _by_learning(text, spoken[LANG], weights, doubt, reasons)
    scored = sorted((-(1 - left), right) for right, left in doubt.items() if 1 - left >= _LEAST)
    return tuple(Suggestion(right, -score, _first(reasons[right])) for score, right in scored[:limit] if reasons[right])


def _by_citation(text: str, norms: Norms, doubt: dict[str, float], reasons: dict[str, list[Reason]]) -> None:
    said: dict[str, float] = {}
    for one in cite(text, norms):
        whole = not one.listed
        rights = norms.whole.get(one.instrument, ()) if whole else norms.provisions[one.instrument][one.listed]
        for right in rights:
            chance = _INSTRUMENT if whole else _PROVISION * len(rights) ** -_SHARED
            said[right] = max(said.get(right, 0.0), chance)
            reasons[right].append(Reason(Because.CITATION, one.words, one.start, one.end))
    for right, chance in said.items():
        doubt[right] *= 1 - chance


def _by_words(text: str, found: Iterable[Found], doubt: dict[str, float], reasons: dict[str, list[Reason]]) -> None:
    """Each stretch of text speaks once for a right, by its strongest term; the same words again add nothing."""
    best: dict[tuple[str, str], Found] = {}
    for one in found:
        key = (one.right, text[one.start : one.end].lower())
        if key not in best or best[key].weight < one.weight:
            best[key] = one
    heaviest: dict[str, Found] = {}
    for one in sorted(best.values(), key=lambda one: (one.start, -one.end, -one.weight)):
        whole = heaviest.get(one.right)
        if whole and one.end <= whole.end:  # inside a longer term for the same right, which weighs no less than it
            doubt[one.right] *= math.exp(-_WORDS_OF_ONE * max(0.0, one.weight - whole.weight))
            heaviest[one.right] = replace(whole, weight=max(one.weight, whole.weight))
            continue
        heaviest[one.right] = one
        doubt[one.right] *= math.exp(-_WORDS_OF_ONE * one.weight)
        reasons[one.right].append(Reason(Because.LEXICON, text[one.start : one.end], one.start, one.end))


def _by_learning(
    text: str, words: list[Word], weights: Weights, doubt: dict[str, float], reasons: dict[str, list[Reason]]
) -> None:
    likely, spans = chances(words, weights)
    likely = {right: chance for right, chance in likely.items() if chance >= _LEAST}
    speaking: defaultdict[str, list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    places = {right: weights.rights.index(right) for right in likely}
    wanted = {place: right for right, place in places.items()}
    for name, span in spans.items():
        for place, weight in weights.features[name]:
            if place in wanted and weight > 0:
                speaking[wanted[place]].append((-weight, span))
    for right, chance in likely.items():
        ranked = sorted(speaking[right])
        telling = [one for one in ranked if not _is_little(text, one[1])]
        if ranked:
            doubt[right] *= 1 - _LEARNED * chance
            best = telling or ([] if reasons[right] else ranked)
            reasons[right] += [Reason(Because.LEARNED, text[start:end], start, end) for _w, (start, end) in best[:3]]


def _is_little(text: str, span: tuple[int, int]) -> bool:
    """Whether only little words stand there: they may weigh, and say nothing to whoever reads why."""
    return all(word in LITTLE for word, _start, _end in folded_words(text[slice(*span)]))


def _first(reasons: list[Reason]) -> tuple[Reason, ...]:
    """What is shown: citations and terms before what was learned, each stretch once, in order of place."""
    kept: dict[tuple[int, int], Reason] = {}
    for one in sorted(reasons, key=lambda one: (one.kind is Because.LEARNED, one.start, one.end)):
        kept.setdefault((one.start, one.end), one)
    return tuple(sorted(list(kept.values())[:_REASONS], key=lambda one: (one.start, one.end)))
