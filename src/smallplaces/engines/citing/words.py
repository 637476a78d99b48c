"""A text as words: without accents, capitals and endings, each knowing where it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Letters with the accents that may follow them, or digits. The two sets are disjoint: the search is linear.
_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+|[0-9]+")
_LONGEST = 40  # letters of one word that are read
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})


def word_set(words: str) -> frozenset[str]:
    """Words with blanks between them, as a set."""
    return frozenset(words.split())


# Words that stand between the others and change nothing here: "the heat", "our heat" and "heat" are one.
SKIPPED = {
    "en": word_set("a an the my our your his her its their this that these those s t ll re ve d m"),
    "es": word_set(
        "el la los las un una unos unas lo mi mis tu tus su sus nuestro nuestra nuestros nuestras este "
        "esta estos estas ese esa esos esas"
    ),
    "fr": word_set(
        "le la les l un une des du d de mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs "
        "ce cet cette ces"
    ),
}
# What tells the three languages apart: little words that the others do not have.
_TELLING = {
    "en": word_set(
        "the and of to is are was were in my our we they he she it have has had with for not no on at "
        "that this when there their from who i you be do does been because after without"
    ),
    "es": word_set(
        "el los las y no del es son era en mi nos ellos una con para por se lo al que como pero mas muy hay "
        "esta estan desde cuando sin mis sus yo ya nadie fue nuestra nuestro le"
    ),
    "fr": word_set(
        "le les et du des est sont dans mon nous ils elle elles une avec pour pas sur ne au aux qui ce "
        "cette je on il depuis quand sans mes ses leur notre ont fait plus a l d n m qu"
    ),
}
# English little words, which tell a reader nothing as a reason.
LITTLE = (
    _TELLING["en"]
    | SKIPPED["en"]
    | word_set(
        "as by but or if so than then them him us me those what which how all any more most other some such only "
        "can could will would should may might shall must being am did done up out off over under into about also "
        "again before too very come comes get gets got end ends"
    )
)
_IRREGULAR = {
    "children": "child", "men": "man", "women": "woman", "mothers": "mother", "feet": "foot", "wives": "wife",
    "lives": "life", "people": "people", "mice": "mouse", "paid": "pay", "fed": "feed", "was": "was", "his": "his",
    "gas": "gas", "bus": "bus", "buses": "bus", "less": "less", "news": "news", "aids": "aids", "does": "does",
    "during": "during", "nothing": "nothing", "something": "something", "anything": "anything", "bring": "bring",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `key` is what it is compared by, `plain` the same with its ending, `text[start:end]` as written."""

    key: str
    plain: str
    start: int
    end: int


def fold(word: str) -> str:
    """Small letters without accents: "Éducation" -> "education"."""
    word = word[:_LONGEST].lower()
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word.translate(_LIGATURES))
    return "".join(one for one in parts if not unicodedata.combining(one))


def stem(word: str, lang: str) -> str:
    """A folded word without the commonest endings of its language. Light: "houses", "housing" -> "hous"."""
    if lang == "en":
        return _english(word)
    if len(word) <= 3:
        return word
    return _spanish(word) if lang == "es" else _french(word)


def _english(word: str) -> str:
    if word in _IRREGULAR or len(word) <= 3:
        return _IRREGULAR.get(word, word)
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and re.search("[aeiouy]", rest):
            word = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
            break
    word = word.removesuffix("e") if len(word) > 3 else word
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def _spanish(word: str) -> str:
    if word.endswith("ces"):
        return word[:-3] + "z"
    if word.endswith("es") and word[-3] not in "aeiou":
        return word[:-2]
    return word[:-1].removesuffix("e") if word.endswith("s") else word.removesuffix("e")


def _french(word: str) -> str:
    if word.endswith(("eaux", "oux", "eux")):
        return word[:-1]
    if word.endswith("aux"):
        return word[:-3] + "al"
    word = word[:-1] if word.endswith(("s", "x")) else word
    return word.removesuffix("e") if len(word) > 3 else word


def folded_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word of the text, folded, with where it stands; digits are words of their own."""
    for match in _WORD.finditer(text):
        yield fold(match.group()), match.start(), match.end()


def words_of(text: str, lang: str) -> list[Word]:
    """The words that count in a language, in order; articles and possessives are left out."""
    skipped = SKIPPED[lang]
    return [Word(stem(word, lang), word, start, end) for word, start, end in folded_words(text) if word not in skipped]


def language_of(text: str) -> str | None:
    """The language whose little words the text has most of; None where two have as many, or none has any."""
    counts = dict.fromkeys(_TELLING, 0)
    for word, _start, _end in folded_words(text):
        for lang, telling in _TELLING.items():
            counts[lang] += word in telling
    first, second, _third = sorted(counts.values(), reverse=True)
    return max(counts, key=lambda lang: counts[lang]) if first > second else None
