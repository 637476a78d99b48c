"""Our own words never call a place a city that may be none. Names, titles and sources are theirs, and marked so."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from smallplaces.core.viewers import command
from tests.cast import Cast
from tests.factories.commitments import make_act, make_promise
from tests.factories.places import make_body, make_claim, make_milestone

pytestmark = pytest.mark.django_db
# The name of the movement, and of what places call themselves, is no word for this place.
CITY = re.compile(r"(?<!human rights )\b(city|cities|citywide|municipal)\b", re.IGNORECASE)
VOID = {"br", "hr", "img", "input", "link", "meta", "path", "source", "wbr"}


class OurWords(HTMLParser):
    """The words of a page that are ours: what stands in an element marked as quoted is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append("data-quoted" in dict(attrs))
        self.words += [value or "" for name, value in attrs if name in {"aria-label", "title", "placeholder"}]

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self.open):
            self.words.append(data)


def ours(html: str) -> str:
    """The words of a page that are ours."""
    reader = OurWords()
    reader.feed(html.partition("<main")[2].partition(">")[2].partition("</main>")[0])
    return " ".join(" ".join(reader.words).split())


@pytest.mark.parametrize("kind", ["nation", "village", "county"])
def test_no_page_of_a_place_calls_it_a_city(cast: Cast, kind: str) -> None:
    place = cast.place
    place.kind = kind
    place.save(update_fields=["kind"])
    make_claim(place, field="designation", value="formal", text="a human rights city by an official text")
    make_claim(place, field="history", text="The city of the ford.", lang="en", shown="disputed")
    day = make_milestone(place, title="A city fair")
    act = make_act(place=place, title="A plan for the city")
    make_promise(place=place, body=make_body(place))
    here = f"/places/{place.slug}/"
    pages = ["", "timeline/", "timeline/add/", "correct/", f"correct/act/{act.pk}/", f"correct/milestone/{day.pk}/"]
    for address in [*(here + page for page in (*pages, "acts/", "promises/", "name-a-body/")), f"/acts/{act.pk}/"]:
        answer = Client().get(address, follow=True)
        assert answer.status_code == 200
        said = re.sub(r"<option.*?</option>", "", answer.content.decode(), flags=re.DOTALL)
        assert CITY.findall(ours(said)) == [], address


@pytest.mark.parametrize("slug", ["cook-county", "seine-saint-denis", "wonosobo", "hawaii-county"])
def test_no_county_of_the_registry_is_called_a_city_by_us(slug: str) -> None:
    from smallplaces.commitments.actions import load_cards
    from smallplaces.commitments.models import Act
    from smallplaces.places.actions import load_registry

    load_registry(by=command())
    load_cards(by=command())
    act = Act.objects.get(code=f"registry:{slug}")
    for address in (f"/places/{slug}/", f"/places/{slug}/timeline/", f"/acts/{act.pk}/"):
        assert CITY.findall(ours(Client().get(address, follow=True).content.decode())) == [], address


def test_the_reader_sees_what_is_ours_and_leaves_out_what_is_quoted() -> None:
    page = '<main><p>the city <b data-quoted>of <i>a city</i></b> council<br> of <a title="a city">it</a></p></main>'
    assert ours(page) == "the city council of a city it"
