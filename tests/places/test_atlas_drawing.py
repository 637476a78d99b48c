"""The component that draws the atlas: plain links with names, nothing that the content policy forbids."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from lxml import html

from smallplaces.places import atlas
from smallplaces.places.atlas import Spot, Zoom
from tests.places.test_atlas import address, spots

HOSTILE = '"><script>alert(1)</script>'


def drawing(zoom: Zoom, places: list[Spot] | None = None) -> str:
    places = spots() if places is None else places
    view = atlas.look(places, zoom)
    assert view
    picture = atlas.picture(places, view, address)
    return render_to_string("_components/atlas.html", {"atlas": picture, "atlas_label": "Map of places"})


@pytest.mark.parametrize("zoom", [Zoom(), Zoom(region="europe"), Zoom(country="US")], ids=str)
def test_drawing_is_light_and_has_no_style_or_script(zoom: Zoom) -> None:
    page = drawing(zoom)

    assert len(page.encode()) < 45_000
    assert not any(word in page for word in ("style=", "<script", "onclick", "data:", "fill="))


@pytest.mark.parametrize("zoom", [Zoom(), Zoom(region="europe"), Zoom(country="US")], ids=str)
def test_every_mark_is_a_link_with_a_name(zoom: Zoom) -> None:
    links = html.fromstring(drawing(zoom)).xpath("//a")

    assert links
    assert [link for link in links if not link.get("href") or not link.findtext("title").strip()] == []


def test_a_mark_says_how_many_places_and_which() -> None:
    titles = [link.findtext("title") for link in html.fromstring(drawing(Zoom(region="europe"))).xpath("//a")]

    assert "York" in titles
    assert "3 places: Graz, Vienna, Salzburg" in titles


def test_marks_for_a_phone_are_fewer() -> None:
    page = html.fromstring(drawing(Zoom()))
    narrow, wide = (page.xpath(f"count(//g[@class='atlas-{width}']/a)") for width in ("narrow", "wide"))

    assert 0 < narrow < wide


def test_names_stand_beside_places_in_a_closer_look_alone() -> None:
    assert html.fromstring(drawing(Zoom())).xpath("//text[contains(@class, 'name')]") == []
    assert "Bergen" in html.fromstring(drawing(Zoom(region="europe"))).xpath("//text/text()")


def test_a_country_is_marked_out_though_nobody_is_there_yet() -> None:
    here = html.fromstring(drawing(Zoom(country="FJ"))).xpath("string(//path[contains(@class, 'here')]/@d)")

    assert here.startswith("M")


def test_a_map_without_places_is_a_map() -> None:
    assert html.fromstring(drawing(Zoom(), [])).xpath("count(//a)") == 0


def test_a_hostile_name_stays_a_name() -> None:
    page = drawing(Zoom(country="NZ"), [Spot("x", HOSTILE, "/x/", "NZ", -41.3, 174.8)])

    assert "<script" not in page
    assert html.fromstring(page).xpath("//title/text()")[0].strip() == HOSTILE
