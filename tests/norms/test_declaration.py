"""The Universal Declaration in the languages of the package."""

from __future__ import annotations

import pytest

from smallplaces.norms.declaration import article, code_for, languages, tongue


def test_every_language_is_there_once() -> None:
    codes = [one.code for one in languages()]

    assert len(set(codes)) == len(codes) == 532
    assert {one.dir for one in languages()} == {"ltr", "rtl"}


def test_no_two_languages_of_the_list_read_the_same() -> None:
    labels = [one.label for one in languages()]

    assert [label for label in set(labels) if labels.count(label) > 1] == []


def test_a_text_that_lacks_articles_says_so_and_shows_what_it_has() -> None:
    spoken = tongue("taj")

    assert spoken is not None
    assert (spoken.complete, spoken.articles) == (False, 1)
    assert article("taj", 1)
    assert article("taj", 25) is None


def test_article_comes_with_its_language_and_direction() -> None:
    arabic, spanish = article("arb", 25), article("spa", 25)

    assert arabic
    assert spanish
    assert (arabic.lang, arabic.dir) == ("ar", "rtl")
    assert (spanish.title, len(spanish.paragraphs)) == ("Artículo 25", 2)
    assert "español" in tongue("spa").label


@pytest.mark.parametrize("number", [0, 31, -1])
def test_there_is_no_other_article(number: int) -> None:
    assert article("eng", number) is None


@pytest.mark.parametrize("code", ["", "../index", "index", "nobody"])
def test_a_code_of_nobody_opens_no_file(code: str) -> None:
    assert article(code, 1) is None


@pytest.mark.parametrize(
    ("lang", "code"),
    [
        ("en", "eng"),
        ("en-GB", "eng"),
        ("es", "spa"),
        ("fr", "fra"),
        ("ar", "arb"),
        ("ar-EG", "arb"),
        ("pt-BR", "por_BR"),
        ("pt", "por_PT"),
        ("zh", "cmn_hans"),
        ("zh-TW", "cmn_hant"),
        ("sr", "srp_latn"),
        ("ht", "hat_kreyol"),
        ("ro", "ron_2006"),
        ("so", "som"),
        ("ur", "urd"),
        ("pt_BR", "por_BR"),
        ("", ""),
        ("tlh", ""),
        ("x-nonsense", ""),
    ],
)
def test_best_text_for_a_language(lang: str, code: str) -> None:
    assert code_for(lang) == code
