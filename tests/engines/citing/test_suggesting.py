"""Rights for a text: terms, stems, pairs of parts, languages, and the three kinds of reason."""

from __future__ import annotations

import pytest

from smallplaces.engines.citing import Because, Lexicon, Norms, Term, Weights, language_of, suggest

NORMS = Norms(
    names=(("ICESCR", "code", "ICESCR"), ("CEDAW", "code", "CEDAW")),
    provisions={"ICESCR": {"11": ("food", "housing")}, "CEDAW": {"1": ("gender-equality",)}},
    whole={"CEDAW": ("gender-equality",)},
)


def rights(text: str, *terms: Term, lang: str | None = None) -> list[str]:
    return [one.right for one in suggest(text, Lexicon(terms), Weights(), NORMS, lang)]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (Term("en", "housing", "house"), "All HOUSES here"),
        (Term("en", "policing", "officer stops"), "the officer stopped us"),
        (Term("en", "housing", "evict*"), "they were evicted"),
        (Term("en", "water-and-sanitation", "cut .. water"), "they cut off our water"),
        (Term("en", "housing", "our heat"), "the heat"),
        (Term("es", "housing", "luz"), "cortaron la luz"),
        (Term("es", "minorities", "voz"), "nuestras voces"),
        (Term("fr", "water-and-sanitation", "eau"), "plus d’eau"),
        (Term("fr", "water-and-sanitation", "eau"), "les eaux usées"),
        (Term("fr", "housing", "expuls*"), "ils nous ont EXPULSÉS"),
        (Term("fr", "family-life", "sœur"), "ma soeur"),
    ],
)
def test_a_term_is_found_with_its_endings_accents_and_articles(term: Term, text: str) -> None:
    assert rights(text, term, lang=term.lang) == [term.right]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (Term("en", "housing", "rent"), "a different parent"),
        (Term("en", "water-and-sanitation", "cut .. water"), "cut the tree that stood beside the old well with water"),
        (Term("en", "water-and-sanitation", "cut .. water"), "water cut"),
        (Term("es", "housing", "casa"), "en este caso"),
        (Term("fr", "food", "pain"), "no pain"),
    ],
)
def test_a_term_is_not_found_inside_other_words_or_languages(term: Term, text: str) -> None:
    assert rights(text, term, lang="en" if text == "no pain" else term.lang) == []


def test_the_same_words_again_add_nothing() -> None:
    lexicon = Lexicon([Term("en", "housing", "rent")])
    once, often = (suggest(text, lexicon, Weights(), NORMS, "en")[0].score for text in ("rent", "rent rent rent"))
    assert once == often


def test_an_article_suggests_what_it_protects_and_an_instrument_what_it_is_about() -> None:
    assert rights("Art. 11 ICESCR") == ["food", "housing"]
    assert rights("CEDAW") == ["gender-equality"]
    assert rights("ICESCR") == []


def test_each_kind_of_reason_says_its_words() -> None:
    weights = Weights(("housing",), (0.0,), {"landlord": ((0, 2.0),)})
    lexicon = Lexicon([Term("en", "housing", "heat")])
    (one, _food) = suggest("No heat, says the landlord; Art. 11 ICESCR.", lexicon, weights, NORMS, "en")
    assert [(reason.kind, reason.words) for reason in one.because] == [
        (Because.LEXICON, "heat"),
        (Because.LEARNED, "landlord"),
        (Because.CITATION, "Art. 11 ICESCR"),
    ]


def test_what_was_learned_in_english_says_nothing_of_french() -> None:
    weights = Weights(("health",), (3.0,), {"pain": ((0, 2.0),)})
    assert suggest("il n'y a plus de pain", Lexicon([]), weights, NORMS) == ()


@pytest.mark.parametrize(
    ("text", "lang"),
    [("they have no water and the rent is due", "en"), ("no tenemos agua y el casero no viene", "es"),
     ("nous sommes sans eau depuis lundi", "fr"), ("CEDAW 1979", None), ("", None)],
)  # fmt: skip
def test_a_language_is_told_by_its_little_words(text: str, lang: str | None) -> None:
    assert language_of(text) == lang


def test_a_beginning_of_two_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="too short"):
        Lexicon([Term("en", "housing", "re*")])
