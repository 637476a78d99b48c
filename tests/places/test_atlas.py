"""The atlas: its size, its edges, closer looks, and marks that are one where places stand near one another."""

from __future__ import annotations

import csv
import gzip
import re
from itertools import accumulate

import pytest

from smallplaces.places import atlas
from smallplaces.places.atlas import Spot, View, Zoom
from smallplaces.places.outlines import bounds_of, rings_of
from smallplaces.places.regions import FOLDER, REGIONS

# Islands and cities too small for an outline at the scale of 1 : 50 million.
TOO_SMALL = {"BQ", "CC", "CX", "GF", "GI", "GP", "MQ", "RE", "SJ", "TK", "TV", "VA", "YT"}


def spots() -> list[Spot]:
    with (FOLDER / "places.csv").open(encoding="utf-8", newline="") as lines:
        return [
            Spot(row["slug"], row["name"], f"/{row['slug']}/", row["country"], float(row["lat"]), float(row["lon"]))
            for row in csv.DictReader(lines)
            if row["lat"]
        ]


def view_of(**wish: str | float) -> View:
    view = atlas.look(spots(), Zoom(**wish))
    assert view
    return view


def address(zoom: Zoom | None) -> str:
    return "#places" if zoom is None else f"?{zoom.region}|{zoom.country}|{zoom.near}|{zoom.within:g}"


def drawn(path: str) -> list[tuple[int, int]]:
    """Every point of a path, from its steps."""
    points = []
    for ring in re.findall(r"M(\d+) (\d+)l([-\d ]+)z", path):
        steps = [int(number) for number in re.findall(r"-?\d+", ring[2])]
        columns, rows = accumulate(steps[::2], initial=int(ring[0])), accumulate(steps[1::2], initial=int(ring[1]))
        points += zip(columns, rows, strict=True)
    return points


LOOKS = [
    {},
    *({"region": region} for region in REGIONS),
    *({"country": code} for code in ("US", "FR", "RU", "FJ", "NZ")),
]


@pytest.mark.parametrize("wish", LOOKS, ids=str)
def test_no_outline_leaves_the_drawing(wish: dict[str, str]) -> None:
    view = view_of(**wish)
    points = [point for path in atlas.outlines(view.frame, close=bool(wish)).values() for point in drawn(path)]

    assert points
    assert all(0 <= x <= 1000 and 0 <= y <= view.frame.height for x, y in points)


@pytest.mark.parametrize("wish", LOOKS, ids=str)
def test_a_drawing_is_light(wish: dict[str, str]) -> None:
    paths = "".join(atlas.outlines(view_of(**wish).frame, close=bool(wish)).values()).encode()

    assert len(paths) < 40_000
    assert len(gzip.compress(paths)) < 16_000


def test_every_country_of_the_list_has_an_outline_or_is_too_small_for_one() -> None:
    with (FOLDER / "regions.csv").open(encoding="utf-8", newline="") as lines:
        listed = {row["country"] for row in csv.DictReader(lines)}

    assert listed - set(rings_of("near")) == TOO_SMALL


@pytest.mark.parametrize(
    ("place", "south_east_of"),
    [((52.52, 13.4), (53.48, -2.24)), ((-33.87, 151.2), (1.35, 103.8)), ((-54.8, -68.3), (4.6, -74.1))],
)
def test_places_stand_as_on_the_globe(place: tuple[float, float], south_east_of: tuple[float, float]) -> None:
    x, y = atlas.project(*place)
    other_x, other_y = atlas.project(*south_east_of)

    assert x > other_x
    assert y > other_y


@pytest.mark.parametrize(("country", "width"), [("FJ", 8), ("RU", 170), ("NZ", 15), ("US", 60)])
def test_a_country_across_180_is_not_as_wide_as_the_world(country: str, width: float) -> None:
    bounds = bounds_of(country)

    assert bounds
    assert bounds[2] - bounds[0] < width


def test_hawaii_stands_in_the_look_at_its_country() -> None:
    view = view_of(country="US")
    hawaii = next(spot for spot in spots() if spot.slug == "hawaii-county")

    assert view.frame.holds(view.frame.at(hawaii.latitude, hawaii.longitude))


@pytest.mark.parametrize("apart", [atlas.APART_ON_A_PHONE, atlas.APART_ON_A_DESK])
@pytest.mark.parametrize("wish", [{}, {"region": "europe"}, {"country": "US"}], ids=str)
def test_every_place_is_in_one_mark(wish: dict[str, str], apart: float) -> None:
    view = view_of(**wish)
    marks = atlas.points(spots(), view, address, apart)
    held = [spot.slug for mark in marks for spot in mark.spots]

    assert sorted(held) == sorted(spot.slug for spot in atlas.seen(spots(), view.zoom))


def test_a_mark_of_several_leads_closer_until_they_part_or_to_the_list() -> None:
    open_looks, looked_at, ends = {Zoom()}, set(), set()
    while open_looks:
        zoom = open_looks.pop()
        looked_at.add(zoom)
        view = atlas.look(spots(), zoom)
        assert view, zoom
        for mark in atlas.points(spots(), view, address):
            closer = atlas.closer(mark.spots, zoom) if not mark.alone else None
            assert closer != zoom
            ends.add(mark.href) if closer is None else open_looks.add(closer)
        open_looks -= looked_at

    assert {f"/{spot.slug}/" for spot in spots() if spot.slug in {"seattle", "york", "gwangju", "thies"}} <= ends


def test_counties_and_their_towns_end_at_the_list() -> None:
    marks = atlas.points(spots(), view_of(country="US", near="allegheny-county", within=1.0), address)

    assert [mark.href for mark in marks if len(mark.spots) > 1] == ["#places"]


@pytest.mark.parametrize(
    "zoom",
    [Zoom(region="atlantis"), Zoom(country="QQ"), Zoom(near="nowhere", within=1.0), Zoom(near="york", within=2.5)],
)
def test_a_look_at_what_is_not_there_is_none(zoom: Zoom) -> None:
    assert atlas.look(spots(), zoom) is None


def test_a_country_without_outline_is_looked_at_by_its_places() -> None:
    spot = Spot("funafuti", "Funafuti", "/funafuti/", "TV", -8.52, 179.2)
    view = atlas.look([spot], Zoom(country="TV"))

    assert view
    assert view.frame.at(-8.52, 179.2) == pytest.approx((500, view.frame.height / 2), abs=20)


def test_a_thousand_places_are_gathered_at_once() -> None:
    many = [Spot(f"p{n}", f"P{n}", "/", "FR", 43 + n % 40 / 8, -1 + n // 40 / 4) for n in range(1000)]
    marks = atlas.points(many, atlas.View(Zoom(), atlas.world_frame()), address)

    assert sum(len(mark.spots) for mark in marks) == 1000
    assert len(marks) < 5
