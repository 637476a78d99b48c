"""Stewards bring official texts and ratifications in: a look first, then the press that writes."""

from __future__ import annotations

from io import BytesIO

import pytest

from tests.cast import Cast
from tests.factories.norms import make_catalogue

pytestmark = pytest.mark.django_db
TEXT = "/our-work/norms/text/"
TABLES = "/our-work/norms/ratifications/"
FACTS = {"instrument": "ICERD", "lang": "en", "source": "a book"}
CELLS = b"""iso2,member,state party,year ratification or accession,signatory,no action,status,note
US,United States,1,2024,0,0,state party,
"""


@pytest.fixture(autouse=True)
def catalogue() -> None:
    make_catalogue()


def file(data: bytes, name: str) -> BytesIO:
    made = BytesIO(data)
    made.name = name
    return made


def articles(number: int = 25) -> bytes:
    return "\n".join(f"### Article {one}\n\nWords of {one}.\n" for one in range(1, number + 1)).encode()


def test_a_text_is_looked_at_and_then_comes_in(cast: Cast) -> None:
    from smallplaces.norms.models import ArticleText

    steward = cast.steward.client
    look = steward.post(TEXT, FACTS | {"file": file(articles(), "icerd.md")})
    assert "25 articles (en): 25 new" in look.content.decode()
    assert not ArticleText.objects.exists()
    told = {"kept": look.context["kept"], **look.context["facts"]}
    assert steward.post(TEXT, told)["Location"] == "/norms/icerd/"
    assert ArticleText.objects.filter(source="a book").count() == 25
    assert steward.post(TEXT, told).status_code == 422


def test_a_table_is_looked_at_and_then_comes_in(cast: Cast) -> None:
    from smallplaces.norms.models import Ratification

    row = Ratification.objects.filter(state="US", norm__code="CRC")
    facts = {"checked": "2024", "source": "a list"}
    look = cast.steward.client.post(TABLES, facts | {"file": file(CELLS, "hr_status_crc.csv")})
    assert "CRC, US: signed, not ratified" in look.content.decode()
    assert row.get().standing == "signatory"
    cast.steward.client.post(TABLES, {"kept": look.context["kept"], **look.context["facts"]})
    assert (row.get().standing, row.get().checked) == ("party", "2024")


@pytest.mark.parametrize(
    ("address", "facts", "sent", "told"),
    [
        (TEXT, FACTS, (articles(24), "icerd.md"), "has 24 articles"),
        (TEXT, FACTS, (b"<html><p>x", "icerd.md"), "web page"),
        (TABLES, {"checked": "2024", "source": "a list"}, (b"a,b\n1,2\n", "hr_status_crc.csv"), "column"),
        (TABLES, {"checked": "soon", "source": "a list"}, (CELLS, "hr_status_crc.csv"), "2022"),
    ],
)
def test_a_bad_file_is_refused_in_the_form(
    cast: Cast, address: str, facts: dict[str, str], sent: tuple[bytes, str], told: str
) -> None:
    answer = cast.steward.client.post(address, facts | {"file": file(*sent)})
    assert answer.status_code == 422
    assert told in answer.content.decode()


@pytest.mark.parametrize("address", [TEXT, TABLES])
def test_both_doors_are_the_stewards(cast: Cast, address: str) -> None:
    assert cast.steward.client.get(address).status_code == 200
    assert cast.member.client.get(address).status_code == 403
    assert cast.anybody.client.get(address).status_code == 302
