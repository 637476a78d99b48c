"""Outlines of countries, as the npm package brings them."""

from __future__ import annotations

import json

import pytest

from smallplaces.readers.outlines import read_outlines, simplify, unwrapped
from tests.repository.sources import ROOT

FILES = ROOT / "node_modules/world-atlas"
# Two squares side by side: arc 0 is the line that they share; the second square runs across 180 degrees.
TWO = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [[[179, 0], [0, 2]], [[179, 2], [-2, 0], [0, -2], [2, 0]], [[179, 2], [2, 0], [0, -2], [-2, 0]]],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "id": "001", "arcs": [[0, 1]], "properties": {"name": "West"}},
                {"type": "MultiPolygon", "arcs": [[[0, 2]]], "properties": {"name": "East"}},
            ]
        }
    },
}

real_files = pytest.mark.skipif(not FILES.is_dir(), reason="npm brings these files: make install")


def test_countries_are_rings_of_degrees_by_number_or_name() -> None:
    found = read_outlines(json.dumps(TWO).encode(), 0.1)

    assert found == {
        "001": [[(179, 0), (179, 2), (177, 2), (177, 0)]],
        "East": [[(179, 0), (179, 2), (181, 2), (181, 0)]],
    }


def test_an_arc_is_read_backwards_where_its_number_is_below_zero() -> None:
    turned = json.loads(json.dumps(TWO))
    turned["objects"]["countries"]["geometries"][0]["arcs"] = [[~1, ~0]]

    assert read_outlines(json.dumps(turned).encode(), 0.1)["001"] == [[(179, 0), (177, 0), (177, 2), (179, 2)]]


def test_simplified_line_keeps_its_ends_and_what_strays() -> None:
    assert simplify([(0, 0), (1, 0.01), (2, 0), (3, 1), (4, 0)], 0.1) == [(0, 0), (2, 0), (3, 1), (4, 0)]


def test_a_leap_at_the_edge_of_the_map_is_none_on_the_globe() -> None:
    assert unwrapped([(179, 0), (-179, 1), (-178, 0), (178, 0)]) == [(179, 0), (181, 1), (182, 0), (178, 0)]


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"\xff\xfe", b'{"transform": 1}', b"<html>", b'{"arcs": [[1]]}'])
def test_what_is_no_topojson_of_countries_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (json's own is one as well)
        read_outlines(data, 0.1)


@real_files
def test_russia_is_whole_beyond_180_and_antarctica_is_left_out() -> None:
    found = read_outlines((FILES / "countries-110m.json").read_bytes(), 0.1)

    assert "010" not in found
    assert max(x for ring in found["643"] for x, _ in ring) > 189
    assert all(max(x for x, _ in ring) - min(x for x, _ in ring) < 180 for rings in found.values() for ring in rings)
