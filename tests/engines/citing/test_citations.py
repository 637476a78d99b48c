"""Norms that a text names: full names, short ones, letters, lists; and nothing where two could be meant."""

from __future__ import annotations

import pytest

from smallplaces.norms.suggesting import cited
from tests.engines.citing.norms_of_tests import found

ENGLISH = {
    "article 25 of the Universal Declaration": ["UDHR 25"],
    "Art. 11 ICESCR": ["ICESCR 11"],
    "We hold up CEDAW here.": ["CEDAW"],
    "UDHR, arts. 3, 5": ["UDHR 3", "UDHR 5"],
    "article 12 of the Convention on the Rights of the Child": ["CRC 12"],
    "articles 6 to 9 of the International Covenant on Economic, Social and Cultural Rights": [
        "ICESCR 6",
        "ICESCR 7",
        "ICESCR 8",
        "ICESCR 9",
    ],
    "Articles 2(1), 3 & 26 ICCPR": ["ICCPR 2(1)", "ICCPR 3", "ICCPR 26"],
    "article 6 and article 7 of the ICESCR": ["ICESCR 6", "ICESCR 7"],
    "ICERD article 5(e)(iii)": ["ICERD 5(e)(iii)"],
    "Article 11, paragraph 1, of the ICESCR": ["ICESCR 11(1)"],
    "Article XVI of the European Charter for the Safeguarding of Human Rights in the City": ["ECSHRC XVI"],
    "principle 3 of the Jemez Principles": ["JEMEZ 3"],
    "SDG 11.2": ["SDG 11.2"],
    "UNDRIP, article 19": ["UNDRIP 19"],
}
SPANISH_AND_FRENCH = {
    "el artículo 25 de la Declaración Universal de Derechos Humanos": ["UDHR 25"],
    "el art. 25 de la DUDH": ["UDHR 25"],
    "artículos 6 y 7 del PIDCP": ["ICCPR 6", "ICCPR 7"],
    "el artículo 11, párrafo 1, del PIDESC": ["ICESCR 11(1)"],
    "la CEDAW en su artículo 11": ["CEDAW 11"],
    "art. 24 de la CDPD": ["CRPD 24"],
    "los ODS 6 y 11": ["SDG 6", "SDG 11"],
    "l'article 25 de la Déclaration universelle": ["UDHR 25"],
    "l’article 11 du PIDESC": ["ICESCR 11"],
    "les articles 6 à 8 du Pacte international relatif aux droits civils et politiques": [
        "ICCPR 6",
        "ICCPR 7",
        "ICCPR 8",
    ],
    "art. 31 CDE": ["CRC 31"],
    "la Convention relative aux droits des personnes handicapées": ["CRPD"],
}
POINTING_BACK = {
    "The ICESCR binds us. Articles 6, 7 and 9 of the Covenant say so.": [
        "ICESCR",
        "ICESCR 6",
        "ICESCR 7",
        "ICESCR 9",
    ],
    "We read the ICESCR, and article 11 thereof.": ["ICESCR", "ICESCR 11"],
    "La CEDAW. El artículo 12 de la Convención.": ["CEDAW", "CEDAW 12"],
    "Le PIDESC. L'article 12 du Pacte.": ["ICESCR", "ICESCR 12"],
}
NOTHING = [
    "the Convention",
    "article 11 of the Covenant",
    "article 11 thereof",
    "the cat sat on article 3",
    "THE CAT IS OUT",
    "Article 3 of the Convention on Biological Diversity",
    "the Optional Protocol to CEDAW",
    "the CEDAW Committee",
    "American Declaration on the Rights of Indigenous Peoples, article 3",
    "la Déclaration universelle des droits linguistiques",
    "Art. 3 CEDH",
    "article 25 of the Constitution",
    "",
]


@pytest.mark.parametrize(("text", "expected"), [*ENGLISH.items(), *SPANISH_AND_FRENCH.items(), *POINTING_BACK.items()])
def test_a_norm_is_found_by_the_names_that_people_use(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_named_where_nothing_is_meant(text: str) -> None:
    assert found(text) == []


def test_two_candidates_are_no_answer() -> None:
    assert found("The ICESCR and the ICCPR; article 7 of the Covenant, and article 11 thereof.") == ["ICESCR", "ICCPR"]


def test_a_convention_that_is_not_ours_makes_the_convention_unclear() -> None:
    assert found("CEDAW and the Istanbul Convention. Article 3 of the Convention.") == ["CEDAW"]


def test_an_article_of_something_else_is_not_taken_for_the_one_before() -> None:
    assert found("CEDAW, article 25 of the Constitution") == ["CEDAW"]
    assert found("article 25 of the Constitution and the UDHR") == ["UDHR"]


def test_a_number_that_the_instrument_does_not_have_is_left_out() -> None:
    assert found("articles 6, 7 and 99 of the UDHR") == ["UDHR 6", "UDHR 7"]
    assert found("UDHR article 31") == ["UDHR"]


def test_the_closest_number_of_the_catalogue_stands_beside_the_cited_one() -> None:
    (one,) = cited("CEDAW art. 11(1)(f)")
    assert (one.provision, one.listed) == ("11(1)(f)", "11")


def test_accents_in_two_pieces_are_the_same_name() -> None:
    assert found("arti\u0301culo 25 de la Declaracio\u0301n Universal") == ["UDHR 25"]
