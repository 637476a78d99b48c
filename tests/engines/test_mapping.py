"""The projection against figures of others, frames, clipping, and marks that keep apart."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallplaces.engines.mapping import (
    WIDTH,
    Mark,
    clipped,
    equal_earth,
    frame_around,
    gather,
    middle_of,
    path_of,
    sides,
    upright,
)

EUROPE = [(34.0, -24.0), (71.0, 44.0)]


# The unit globe's half width and half height; its authors say that a pole is 0.59247 of the equator.
@pytest.mark.parametrize(
    ("place", "point"),
    [
        ((0, 0), (0, 0)),
        ((0, 180), (2.706629, 0)),
        ((90, 0), (0, 1.317362)),
        ((90, 180), (0.59247 * 2.706629, 1.317362)),
    ],
)
def test_projection_is_that_of_its_authors(place: tuple[float, float], point: tuple[float, float]) -> None:
    assert equal_earth(*place) == pytest.approx(point, abs=1e-3)


@given(st.floats(-80, 80), st.floats(-170, 170))
def test_areas_are_those_of_the_globe(latitude: float, longitude: float) -> None:
    """A small square of the globe keeps its area, as the name of the projection promises."""
    step = 1e-4
    x, y = equal_earth(latitude, longitude)
    east, north = equal_earth(latitude, longitude + step), equal_earth(latitude + step, longitude)
    area = (east[0] - x) * (north[1] - y) - (east[1] - y) * (north[0] - x)

    assert area == pytest.approx(math.radians(step) ** 2 * math.cos(math.radians(latitude)), rel=1e-2)


@pytest.mark.parametrize("latitude", [-50, 0, 40, 65])
def test_a_close_look_has_true_shapes_at_its_middle(latitude: float) -> None:
    frame = frame_around([(latitude - 1, -1), (latitude + 1, 1)], 0, shape=(0.5, 0.7))
    x, y = frame.at(latitude, 0)
    across = frame.at(latitude, 0.01)[0] - x
    up = y - frame.at(latitude + 0.01, 0)[1]

    assert across / math.cos(math.radians(latitude)) == pytest.approx(up, rel=0.01)
    assert frame.stretch == pytest.approx(upright(latitude))


def test_frame_holds_its_spots_with_room_around_them() -> None:
    frame = frame_around(EUROPE, 10, shape=(0.5, 0.7))

    assert all(frame.holds(frame.at(*spot)) for spot in EUROPE)
    assert 0.5 * WIDTH <= frame.height <= 0.71 * WIDTH


def test_places_on_both_sides_of_180_stand_side_by_side() -> None:
    frame = frame_around([(-18, 177), (-17, -179)], 179, shape=(0.5, 0.7))

    assert 0 < frame.at(-18, 177)[0] < frame.at(-17, -179)[0] < WIDTH


@given(st.lists(st.tuples(st.integers(-3000, 3000), st.integers(-3000, 3000)), min_size=3, max_size=12))
def test_clipped_rings_stay_in_the_frame(points: list[tuple[int, int]]) -> None:
    frame = frame_around(EUROPE, 10, shape=(0.5, 0.7))
    left = clipped([(float(x), float(y)) for x, y in points], frame)

    assert all(-1e-6 <= x <= WIDTH + 1e-6 and -1e-6 <= y <= frame.height + 1e-6 for x, y in left)


def test_path_is_steps_of_whole_numbers_and_leaves_out_what_is_beside() -> None:
    frame = frame_around(EUROPE, 10, shape=(0.5, 0.7))
    inside, beside = [(0, 40), (10, 40), (10, 50), (0, 50)], [(100, 40), (110, 40), (110, 50)]

    path = path_of([inside, beside], frame)

    assert re.fullmatch(r"M\d+ \d+l[-\d ]+z", path)


def test_near_points_are_gathered_and_far_ones_are_not() -> None:
    groups = gather([(0, 0), (3, 0), (100, 0), (0, 4), (200, 200)], 10)

    assert sorted(sorted(group) for group in groups) == [[0, 1, 3], [2], [4]]


@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(0, 500)), max_size=60))
def test_groups_hold_every_point_once_and_keep_apart(points: list[tuple[float, float]]) -> None:
    groups = gather(points, 42)
    middles = [middle_of([points[number] for number in group]) for group in groups]

    assert sorted(number for group in groups for number in group) == list(range(len(points)))
    assert all(math.dist(one, other) >= 42 for at, one in enumerate(middles) for other in middles[at + 1 :])


def test_words_stand_where_they_touch_nothing() -> None:
    marks = [Mark(500, 100, 10, 80), Mark(560, 100, 10, 80), Mark(980, 300, 10, 80), Mark(500, 400, 10, 0)]

    assert sides(marks) == ["left", "right", "left", ""]
