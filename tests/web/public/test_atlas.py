"""The atlas and the timelines: real places alone, the same rows on the page, as JSON and as CSV."""

from __future__ import annotations

import csv
import gzip
import io
import json

import pytest
from django.test import Client

from smallplaces.core.viewers import command
from tests.factories.places import make_claim, make_milestone, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def registry():
    from smallplaces.commitments.actions import load_cards
    from smallplaces.places.actions import load_registry

    load_registry(by=command())
    load_cards(by=command())


def get(address: str) -> str:
    answer = Client().get(address, follow=True)
    assert answer.status_code == 200, address
    return answer.content.decode()


def slugs(address: str) -> set[str]:
    return {one["slug"] for one in json.loads(get(address))["places"]}


@pytest.mark.parametrize(
    ("asked", "there", "not_there"),
    [
        ("", {"seattle", "gwangju", "kati"}, {"osier-bend"}),
        ("?region=africa", {"kati", "nador"}, {"seattle"}),
        ("?country=US", {"seattle", "cook-county"}, {"york"}),
        ("?kind=county", {"cook-county"}, {"seattle"}),
        ("?by=seeking", {"gdansk"}, {"seattle"}),
        ("?by=formal&region=europe", {"utrecht"}, {"seattle", "montreal"}),
        ("?since=2015", {"cook-county"}, {"rosario", "timbuktu"}),
        ("?near=seattle&within=3", {"seattle"}, {"york", "miami"}),
        ("?kind=castle&by=best&since=soon", {"seattle", "york"}, set()),
    ],
)
def test_what_is_asked_for_is_shown(registry, asked: str, there: set[str], not_there: set[str]) -> None:
    found = slugs(f"/atlas.json{asked}")
    assert there <= found
    assert not found & not_there
    page = get(f"/atlas/{asked}")
    rows = csv.DictReader(io.StringIO(Client().get(f"/atlas.csv{asked}").content.decode("utf-8-sig")))
    assert {row["slug"] for row in rows} == found
    assert {slug for slug in found if f'href="/places/{slug}/" data-quoted' not in page} == set()


@pytest.mark.parametrize(
    "asked", ["?region=mars", "?country=XX", "?near=nowhere&within=3", "?near=seattle&within=9e9", "?country=%00"]
)
def test_a_look_at_nothing_is_not_there(registry, asked: str) -> None:
    assert Client().get(f"/atlas/{asked}").status_code == 404


def test_made_up_and_waiting_places_are_in_no_atlas_and_no_timeline() -> None:
    fiction = make_place(name="Fictionville", fictional=True, latitude=1, longitude=1, country="XC")
    make_place(name="Waitingham", standing="proposed", accepted_on=None, latitude=1, longitude=1)
    make_milestone(fiction, title="A supper that never was")
    for address in ("/atlas/", "/atlas.json", "/atlas.csv", "/timeline/", "/timeline.json", "/timeline.csv"):
        shown = Client().get(address).content.decode()
        assert not [word for word in ("Fictionville", "Waitingham", "never was") if word in shown], address
    assert "A supper that never was" in get(f"/places/{fiction.slug}/timeline/")


def test_an_empty_atlas_says_how_to_add_a_place() -> None:
    assert "/places/add/" in get("/atlas/")


def test_the_first_page_leads_to_the_atlas_last() -> None:
    main = get("/").partition("<main")[2].partition("</main>")[0]
    assert main.rpartition('href="')[2].startswith("/atlas/")


def test_all_pages_are_light_with_everything_loaded(registry) -> None:
    from smallplaces.commitments.models import Act

    for number in range(212):
        place = make_place(latitude=number % 60, longitude=number % 170, country="DE")
        make_claim(place, field="adopted", text="A plan", on="2020")
        make_milestone(place, text="What happened there, in a sentence of some length. " * 3)
    pages = ["/atlas/", "/timeline/", "/places/", "/places/gwangju/", "/places/gwangju/timeline/"]
    pages += [f"/acts/{Act.objects.get(code='registry:gwangju').pk}/"]
    assert {page: size for page in pages if (size := len(gzip.compress(get(page).encode()))) > 60_000} == {}


def test_the_number_of_queries_does_not_grow(registry, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(6):
        get("/atlas/")
    with django_assert_max_num_queries(6):
        get("/timeline/")


@pytest.mark.parametrize("address", ["/timeline", "/places/utrecht/timeline", "/places/seattle/timeline"])
def test_a_timeline_is_the_same_in_all_three(registry, address: str) -> None:
    page, entries = get(f"{address}/"), json.loads(get(f"{address}.json"))["entries"]
    rows = list(csv.DictReader(io.StringIO(Client().get(f"{address}.csv").content.decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == [one["id"] for one in entries]
    at = [page.index(f'id="{one["kind"]}-{one["id"]}"') for one in entries]
    assert at == sorted(at)
    dates = [one["on"] for one in entries if one["on"]]
    assert [date[:4] for date in dates] == sorted(date[:4] for date in dates)
    assert all(one["source"] and one["fictional"] is False for one in entries)


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("seattle", ["Sources differ", "The council voted on a Monday.", "14 December 2012"]),
        ("utrecht", ["Sources differ", "2011</span>, according to", "2013</span>, according to", "Utrecht (province)"]),
        ("gwangju", ["also called", "광주", "metropolitan city", "The text is not here yet:"]),
        ("chicago", ['<a href="/places/cook-county/" data-quoted>Cook County</a>']),
    ],
)
def test_the_page_of_a_place_shows_every_source(registry, slug: str, words: list[str]) -> None:
    shown = get(f"/places/{slug}/")
    assert [word for word in words if word not in shown] == []
    told = json.loads(get(f"/places/{slug}.json"))
    assert all(one["source"] for one in told["claims"])


def test_a_card_says_what_is_known_and_what_followed(registry) -> None:
    from smallplaces.commitments.models import Act

    shown = get(f"/acts/{Act.objects.get(code='registry:seattle').pk}/")
    known = ["Resolution 31420", "Seattle City Council (unanimous)", "December 2012", "The text is not here yet"]
    followed = ["Protecting Human Rights: review of the designation", "Drafted by the Seattle Human Rights Commission."]
    assert [word for word in (*known, *followed) if word not in shown] == []
    assert "?field=words" in shown
