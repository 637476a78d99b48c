"""Outlines of countries: the bytes of a file of the npm package `world-atlas` (TopoJSON), as simpler rings of degrees.

The build reads these files, and nothing but the standard library is there then: this module imports nothing else.
A line that two countries share is simplified once, so that they still meet.
The format: TopoJSON 1.0. The simplification: Douglas and Peucker, 1973.
"""

from __future__ import annotations

import json
import math
from itertools import accumulate
from typing import Any

Point = tuple[float, float]
Line = list[Point]

ANTARCTICA = "010"
TURN = 360.0


def read_outlines(data: bytes, tolerance: float) -> dict[str, list[Line]]:
    """The outer rings of each country, as (longitude, latitude); no line strays by more than `tolerance` degrees.

    The key is the country's ISO 3166-1 number, or its name where it has none. Antarctica is left out.
    A ring across 180 degrees is whole: it runs on beyond 180 or -180. Lakes are land.
    Raises `ValueError` for bytes that are no TopoJSON of countries.
    """
    try:
        held: dict[str, Any] = json.loads(data)
        arcs = [simplify(_placed(arc, **held["transform"]), tolerance) for arc in held["arcs"]]
        found: dict[str, list[Line]] = {}
        for shape in held["objects"]["countries"]["geometries"]:
            key = shape.get("id") or shape["properties"]["name"]
            polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
            rings = [_ring(polygon[0], arcs) for polygon in polygons]
            found.setdefault(key, []).extend(ring for ring in rings if len(ring) > 2)
    except (KeyError, IndexError, TypeError, UnicodeDecodeError) as error:
        raise ValueError("This is no file of the outlines of countries.") from error
    found.pop(ANTARCTICA, None)
    return {key: rings for key, rings in found.items() if rings}


def _placed(arc: list[list[int]], scale: list[float], translate: list[float]) -> Line:
    """An arc in degrees: the file holds steps on a grid."""
    columns = accumulate(x for x, _ in arc)
    rows = accumulate(y for _, y in arc)
    return unwrapped(
        [(x * scale[0] + translate[0], y * scale[1] + translate[1]) for x, y in zip(columns, rows, strict=True)]
    )


def _ring(numbers: list[int], arcs: list[Line]) -> Line:
    """Arcs one after another; a number below zero is an arc backwards. The first point is not said twice."""
    ring: Line = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[:-1]
    return unwrapped(ring)


def unwrapped(line: Line) -> Line:
    """The line without a leap from 180 to -180 or back: each point stands within 180 degrees of the one before it."""
    whole: Line = []
    turned = 0.0
    for x, y in line:
        if whole:
            turned -= round((x + turned - whole[-1][0]) / TURN) * TURN
        whole.append((x + turned, y))
    return whole


def simplify(line: Line, tolerance: float) -> Line:
    """The line with fewer points; its ends stay."""
    keep = {0, len(line) - 1}
    open_parts = [(0, len(line) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        if last - first < 2:
            continue
        far, at = max((_distance(line[at], line[first], line[last]), at) for at in range(first + 1, last))
        if far > tolerance:
            keep.add(at)
            open_parts += [(first, at), (at, last)]
    return [line[at] for at in sorted(keep)]


def _distance(point: Point, one: Point, other: Point) -> float:
    """Degrees of latitude from a point to the stretch between two others."""
    narrow = math.cos(math.radians(point[1]))
    along = ((other[0] - one[0]) * narrow, other[1] - one[1])
    out = ((point[0] - one[0]) * narrow, point[1] - one[1])
    length = along[0] ** 2 + along[1] ** 2
    share = 0.0 if length == 0 else max(0.0, min(1.0, (along[0] * out[0] + along[1] * out[1]) / length))
    return math.hypot(out[0] - share * along[0], out[1] - share * along[1])
