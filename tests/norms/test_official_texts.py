"""Official texts of treaties, from the two real layouts and from bad copies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY, command
from smallplaces.norms.actions.texts import OfficialText, import_norm_text
from smallplaces.norms.outside import text_of_file
from smallplaces.norms.queries.official import norm_of_code, official_texts
from tests.factories.norms import make_catalogue

pytestmark = pytest.mark.django_db
ICERD = "International Convention on the Elimination of All Forms of Racial Discrimination"


@pytest.fixture(autouse=True)
def catalogue() -> None:
    make_catalogue()


def bring(code: str = "ICERD", number: int = 25, **fields: Any) -> tuple[int, int]:
    articles = [("", f"Article {one} says so.") for one in range(1, number + 1)]
    text = {"lang": "en", "title": ICERD, "articles": articles, "source": "a book"} | fields
    done = import_norm_text(norm_of_code(code), OfficialText(**text), by=command())
    return done.made, done.changed


def article(number: str, code: str = "ICERD", lang: str = "en") -> str:
    version = norm_of_code(code).versions.get()
    return " ".join(official_texts(version.pk, number)[lang].paragraphs)


def test_an_article_comes_in_once_and_its_lettered_headings_point_into_it() -> None:
    assert (bring(), bring()) == ((25, 0), (0, 0))
    assert article("5(e)(iii)") == "Article 5 says so."


def test_a_better_copy_replaces_the_former_text_and_leaves_a_name_of_a_field() -> None:
    from smallplaces.core.models import AuditRow, Change

    bring()
    better = [("", f"Article {one} says so.") for one in range(1, 25)] + [("", "The end.")]
    assert bring(articles=better) == (0, 1)
    assert article("25") == "The end."
    assert AuditRow.objects.filter(kind="norm", fields=["text_en"]).count() == 2
    assert not Change.objects.exists()


def test_two_languages_stand_beside_each_other() -> None:
    assert (bring(), bring(lang="ar", title="")) == ((25, 0), (25, 0))
    assert set(official_texts(norm_of_code("ICERD").versions.get().pk, "1")) == {"en", "ar"}


@pytest.mark.parametrize("number", [24, 26])
def test_a_text_with_other_articles_than_ours_is_refused_whole(number: int) -> None:
    from smallplaces.norms.models import ArticleText

    with pytest.raises(RefusedError, match=f"has {number} articles, and {ICERD} has 25"):
        bring(number=number)
    assert not ArticleText.objects.exists()


def test_another_treaty_with_as_many_articles_is_refused_by_its_title() -> None:
    with pytest.raises(RefusedError, match="titled “Vienna Convention on Diplomatic Relations”"):
        bring("ICCPR", number=53, title="Vienna Convention on Diplomatic Relations")


def test_the_declaration_is_here_already() -> None:
    from smallplaces.norms.models import ArticleText

    assert bring("UDHR", number=30, title="Universal Declaration of Human Rights") == (0, 0)
    assert not ArticleText.objects.exists()


def test_only_stewards_bring_texts_in_and_only_of_what_the_catalogue_has() -> None:
    with pytest.raises(NotAllowedError):
        import_norm_text(norm_of_code("ICERD"), OfficialText("en", ICERD, [], "-"), by=ANYBODY)
    with pytest.raises(RefusedError, match=r"no text called “abc”\. Known here: CAT, "):
        norm_of_code("abc")


def real(folder: Path, name: str, lang: str) -> OfficialText:
    file = folder / "treaties" / name
    return text_of_file(file.read_bytes(), name=file.name, lang=lang)


def test_the_real_copies_come_in_and_the_one_with_a_corrupt_article_does_not(shared_data: Path) -> None:
    with pytest.raises(RefusedError, match="Article 25"):
        real(shared_data, "data/icerd.json", "en")
    icerd = import_norm_text(norm_of_code("ICERD"), real(shared_data, "nl_markdown/ICERD.md", "en"), by=command())
    iccpr = import_norm_text(norm_of_code("ICCPR"), real(shared_data, "data/iccpr.json", "zh"), by=command())
    assert (icerd.made, iccpr.made, iccpr.lang) == (25, 53, "zh-Hant")
    assert article("6", "ICCPR", "zh-Hant")
    again = import_norm_text(norm_of_code("ICERD"), real(shared_data, "nl_markdown/ICERD.md", "en"), by=command())
    assert (again.made, again.changed) == (0, 0)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"%PDF-1.7", b"PK\x03\x04", b"<!doctype html><p>x", b'{"articles": [', b"\0" * 9999]
)
def test_what_is_no_text_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(RefusedError) as refused:
        text_of_file(data, name="icerd.json", lang="en")
    assert refused.value.sentence.endswith(".")
