"""The atlas: outlines of countries, places as marks, and closer looks by plain links. No database, no script.

    world()                              -> {country: path}      in the coordinates of `look(spots)`
    look(spots, region=, country=, ...)  -> View                 the world, or closer
    project(latitude, longitude, view)   -> (x, y)
    points(spots, view, address, apart)  -> [Point]              near ones are one mark that leads closer
    picture(spots, view, address)        -> Picture              all that `_components/atlas.html` draws

Whoever calls hands in what may be shown: **a fictional place is never among the spots**, and no place that is out of sight.
A place without a point stands in the list under the map alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from smallplaces.engines.mapping import Frame, Mark, frame_around, gather, middle_of, path_of, sides
from smallplaces.places.outlines import bounds_of, rings_of
from smallplaces.places.regions import REGIONS, region_of

# A little east of Greenwich, the edge of the map runs through the Bering Strait and parts no country in two.
MIDDLE = 11.0
WORLD_EDGES = [(83.5, MIDDLE), (-56.0, MIDDLE), (0.0, MIDDLE - 180 + 1e-6), (0.0, MIDDLE + 180 - 1e-6)]
# West, south, east, north.
WINDOWS = {
    "africa": (-19, -36, 53, 38),
    "asia": (26, -13, 147, 55),
    "europe": (-24, 34, 44, 71),
    "latin-america-and-the-caribbean": (-118, -56, -34, 33),
    "north-america": (-168, 18, -52, 72),
    "oceania": (112, -48, 190, 15),
}
WIDE, TALL = 0.5, 0.7  # least and greatest height of a closer look, by its width
STEPS = (8.0, 3.0, 1.0)  # degrees around a place, closer and closer
# Marks of 44 px must not meet: by what part of its 1000 units a map of 320 px, and one of 1050 px, holds them apart.
APART_ON_A_PHONE, APART_ON_A_DESK = 130.0, 42.0
A_LETTER, HALF_A_DOT, HALF_A_MARK = 10.0, 12.0, 18.0  # on a desk


@dataclass(frozen=True, slots=True)
class Spot:
    """A real place with its point, as the page hands it in."""

    slug: str
    label: str
    href: str
    country: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Zoom:
    """What to look at: nothing is the world; `near` is the slug of a place and `within` the degrees around it."""

    region: str = ""
    country: str = ""
    near: str = ""
    within: float = 0.0


# The page's address of a look; of None, the list under the map, where no closer look parts the places of a mark.
Address = Callable[[Zoom | None], str]


@dataclass(frozen=True, slots=True)
class View:
    """A look at the world or at a part of it."""

    zoom: Zoom
    frame: Frame

    @property
    def box(self) -> str:
        """The viewBox of the SVG."""
        return f"0 0 1000 {self.frame.height}"


@dataclass(frozen=True, slots=True)
class Point:
    """A mark: one place, or several that stand too near one another. `href` leads to the place, or closer."""

    x: int
    y: int
    spots: tuple[Spot, ...]
    href: str
    side: str = ""  # where a name has room beside it: "right", "left", or nowhere

    @property
    def alone(self) -> bool:
        return len(self.spots) == 1

    @property
    def label(self) -> str:
        return ", ".join(spot.label for spot in self.spots)


@dataclass(frozen=True, slots=True)
class Picture:
    """What the component draws: land, the countries that it is about, and marks for a narrow and for a wide screen."""

    view: View
    land: str
    here: str
    narrow: list[Point]
    wide: list[Point]


def look(spots: Sequence[Spot], zoom: Zoom = Zoom()) -> View | None:
    """The view that was asked for; None where there is no such region, country or place."""
    if zoom.near:
        return _look_near(spots, zoom)
    if zoom.country:
        return _look_at_country(seen(spots, zoom), zoom)
    if zoom.region:
        return _look_at_region(seen(spots, zoom), zoom)
    return View(zoom, world_frame())


@lru_cache(maxsize=1)
def world_frame() -> Frame:
    """The whole world without Antarctica, areas as they are."""
    return frame_around(WORLD_EDGES, MIDDLE, shape=(0.1, 1.0), margin=0.005, true_shapes=False)


def _look_at_region(spots: Sequence[Spot], zoom: Zoom) -> View | None:
    if zoom.region not in REGIONS:
        return None
    west, south, east, north = WINDOWS[zoom.region]
    centre = (west + east) / 2
    corners = [(lat, lon) for lat in (south, (south + north) / 2, north) for lon in (west, centre, east)]
    corners += [(spot.latitude, spot.longitude) for spot in spots]
    return View(zoom, frame_around(corners, centre, shape=(WIDE, TALL), margin=0.02))


def _look_at_country(spots: Sequence[Spot], zoom: Zoom) -> View | None:
    box = bounds_of(zoom.country)
    corners = [(spot.latitude, spot.longitude) for spot in spots]
    if box:
        west, south, east, north = box
        corners += [
            (lat, lon) for lat in (south, (south + north) / 2, north) for lon in (west, (west + east) / 2, east)
        ]
    return _look_around(corners, zoom) if corners else None


def _look_near(spots: Sequence[Spot], zoom: Zoom) -> View | None:
    middle = next((spot for spot in spots if spot.slug == zoom.near), None)
    if middle is None or zoom.within not in STEPS:
        return None
    corners = [
        (max(-85.0, min(85.0, middle.latitude + up)), middle.longitude + along)
        for up in (-zoom.within, zoom.within)
        for along in (-zoom.within, zoom.within)
    ]
    return _look_around(corners, zoom)


def _look_around(corners: Sequence[tuple[float, float]], zoom: Zoom) -> View:
    """A view of these corners with some land around them, never closer than the outlines bear."""
    first = corners[0][1]
    turned = [(lat, lon - round((lon - first) / 360) * 360) for lat, lon in corners]
    centre = (min(lon for _, lon in turned) + max(lon for _, lon in turned)) / 2
    middle = (min(lat for lat, _ in turned) + max(lat for lat, _ in turned)) / 2
    turned += [(middle - 1, centre), (middle + 1, centre)]
    return View(zoom, frame_around(turned, centre, shape=(WIDE, TALL)))


def project(latitude: float, longitude: float, view: View | None = None) -> tuple[float, float]:
    """Where a place stands on the world's map, or in a view."""
    return (view.frame if view else world_frame()).at(latitude, longitude)


def world() -> dict[str, str]:
    """Country -> its outline on the world's map; small islands may have none."""
    return outlines(world_frame(), close=False)


@lru_cache(maxsize=64)
def outlines(frame: Frame, *, close: bool) -> dict[str, str]:
    """Country -> its part of the frame, as the `d` of a path; a country outside it is not among them."""
    step = 3 if close else 2  # a close look draws finer outlines, and more of them
    paths = (
        (country, path_of(rings, frame, step=step)) for country, rings in rings_of("near" if close else "far").items()
    )
    return {country: path for country, path in paths if path}


def points(spots: Sequence[Spot], view: View, address: Address, apart: float = APART_ON_A_DESK) -> list[Point]:
    """The marks of a view. Places nearer than `apart` are one mark with their number; its link looks closer."""
    placed = [(spot, view.frame.at(spot.latitude, spot.longitude)) for spot in seen(spots, view.zoom)]
    shown = [(spot, at) for spot, at in placed if view.frame.holds(at)]
    marks = []
    for numbers in gather([at for _, at in shown], apart):
        group = tuple(shown[number][0] for number in sorted(numbers))
        x, y = middle_of([shown[number][1] for number in numbers])
        marks.append(Point(round(x), round(y), group, _leads_to(group, view, address)))
    return sorted(marks, key=lambda mark: (mark.x, mark.y))  # west to east: the order of the Tab key


def seen(spots: Sequence[Spot], zoom: Zoom) -> list[Spot]:
    """The places that a look is about: of a region, of a country, or around a place whatever border runs there."""
    if zoom.near:
        return list(spots)
    if zoom.country:
        return [spot for spot in spots if spot.country == zoom.country]
    return [spot for spot in spots if not zoom.region or region_of(spot.country) == zoom.region]


def named(marks: Sequence[Point]) -> list[Point]:
    """The marks with a name beside each single place, where there is room for it."""
    sizes = [
        Mark(mark.x, mark.y, HALF_A_DOT, len(mark.label) * A_LETTER)
        if mark.alone
        else Mark(mark.x, mark.y, HALF_A_MARK, 0)
        for mark in marks
    ]
    return [replace(mark, side=side) for mark, side in zip(marks, sides(sizes), strict=True)]


def _leads_to(group: tuple[Spot, ...], view: View, address: Address) -> str:
    return group[0].href if len(group) == 1 else address(closer(group, view.zoom))


def closer(group: Sequence[Spot], zoom: Zoom) -> Zoom | None:
    """The next look at a group of places: their region, their country, or around one of them; None at the closest."""
    countries, regions = {spot.country for spot in group}, {region_of(spot.country) for spot in group}
    if not zoom.near and not zoom.country:
        if len(countries) == 1:
            return Zoom(country=group[0].country)
        if not zoom.region and len(regions) == 1:
            return Zoom(region=regions.pop())
    middle = _middle_one(group)
    reach = max(_apart(middle, spot) for spot in group)
    steps = [step for step in STEPS if not zoom.within or step < zoom.within]
    holding = [step for step in steps if step > reach]
    if holding:
        return replace(zoom, near=middle.slug, within=holding[-1])
    if zoom.near or zoom.country or zoom.region:
        return replace(zoom, near=middle.slug, within=steps[0]) if steps else None
    return Zoom(region=region_of(middle.country))


def _middle_one(group: Sequence[Spot]) -> Spot:
    return min(group, key=lambda one: (max(_apart(one, other) for other in group), one.slug))


def _apart(one: Spot, other: Spot) -> float:
    """Degrees between two places, roughly: the larger of the two ways."""
    along = abs(one.longitude - other.longitude) % 360
    return max(abs(one.latitude - other.latitude), min(along, 360 - along))


def picture(spots: Sequence[Spot], view: View, address: Address) -> Picture:
    """All that the component draws of these places in this view."""
    is_world = view.zoom == Zoom()
    paths = outlines(view.frame, close=not is_world)
    tinted = {spot.country for spot in seen(spots, view.zoom)} | {view.zoom.country}
    wide = points(spots, view, address, APART_ON_A_DESK)
    return Picture(
        view=view,
        land="".join(path for country, path in paths.items() if country not in tinted),
        here="".join(path for country, path in paths.items() if country in tinted),
        narrow=points(spots, view, address, APART_ON_A_PHONE),
        wide=wide if is_world else named(wide),
    )
