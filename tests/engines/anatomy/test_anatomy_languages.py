"""Spanish, French and Portuguese, with and without being told the language."""

import pytest

from smallplaces.engines.anatomy import split

TEXTS = {
    "es": (
        (
            "Considerando que el agua es de todas;\nConsiderando que el río huele;\nEl Concejo Municipal RESUELVE:\n"
            "Artículo 1.º Nadie quedará sin agua.\nArtículo 2.º Habrá un panel."
        ),
        ["recital", "recital", "formula", "operative", "operative"],
    ),
    "es-MX": (
        "CONSIDERANDO:\nQue el agua es de todas.\nQue el río huele.\nPor tanto, se resuelve:\nPRIMERO.- Nadie quedará sin agua.\nSEGUNDO.- Habrá un panel.",
        ["recital", "recital", "recital", "formula", "operative", "operative"],
    ),
    "fr": (
        (
            "Vu le code des communes ;\nConsidérant que l'eau est à toutes ;\nLe conseil municipal,\nDécide :\n"
            "Article 1er\nPersonne ne sera privé d'eau.\nArticle 2 - Un comité est créé."
        ),
        ["recital", "recital", "formula", "operative", "operative"],
    ),
    "pt": (
        "Considerando que a água é de todas;\nConsiderando que o rio cheira mal;\nRESOLVE:\nArt. 1º Ninguém ficará sem água.\nArt. 2º Haverá um painel.",
        ["recital", "recital", "formula", "operative", "operative"],
    ),
}


@pytest.mark.parametrize("lang", TEXTS)
def test_resolution(lang):
    text, expected = TEXTS[lang]
    for told in (lang, "", "de"):
        anatomy = split(text, lang=told)
        assert [piece.kind.value for piece in anatomy.pieces] == expected
        assert anatomy.binds


def test_a_wrong_language_does_no_harm():
    text, expected = TEXTS["fr"]
    assert [piece.kind.value for piece in split(text, lang="es").pieces] == expected


def test_in_running_text():
    text = "Considerando que llueve; Considerando que el techo gotea; se resuelve que se arregle el techo."
    assert [piece.kind.value for piece in split(text, lang="es").pieces] == ["recital", "recital", "operative"]


@pytest.mark.parametrize(
    "pledge",
    [
        "Nos comprometemos a cuidar el río.",
        "Nous nous engageons à garder la rivière.",
        "Comprometemo-nos a cuidar do rio.",
    ],
)
def test_pledges(pledge):
    assert [piece.kind.value for piece in split(pledge).pieces] == ["operative"]


def test_an_accent_typed_as_two_characters():
    import unicodedata

    text = unicodedata.normalize("NFD", "Considérant que l'eau est à toutes ;\nDécide de la rendre.")
    assert [piece.kind.value for piece in split(text).pieces] == ["recital", "operative"]
