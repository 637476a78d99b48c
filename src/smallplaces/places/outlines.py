"""The outlines of countries that the build wrote into `assets/atlas`: from afar for the world, near for a closer look."""

from __future__ import annotations

import json
import math
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "assets/atlas"
# An island or an exclave belongs to the look at a country when it is large, or of some size and not far off.
LARGE, SOME_SIZE, NOT_FAR = 0.3, 0.03, 3.0

Ring = tuple[tuple[float, float], ...]
Bounds = tuple[float, float, float, float]


@lru_cache(maxsize=2)
def rings_of(detail: str) -> dict[str, tuple[Ring, ...]]:
    """Country -> its rings (longitude, latitude); a ring may run beyond 180. `detail` is "far" or "near"."""
    held: dict[str, Any] = json.loads((FOLDER / f"{detail}.json").read_text(encoding="utf-8"))
    grid: float = held["grid"]
    return {
        country: tuple(_ring(steps, grid) for steps in rings) for country, rings in sorted(held["countries"].items())
    }


def _ring(steps: list[int], grid: float) -> Ring:
    columns, rows = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple((x * grid, y * grid) for x, y in zip(columns, rows, strict=True))


@lru_cache(maxsize=256)
def bounds_of(country: str) -> Bounds | None:
    """West, south, east and north of a country's main land and what belongs to it; None where it has no outline."""
    rings = sorted(rings_of("near").get(country, ()), key=_area, reverse=True)
    if not rings:
        return None
    main, bounds = _area(rings[0]), _bounds(rings[0])
    for ring in rings[1:]:
        its = _turned(_bounds(ring), bounds)
        if _area(ring) >= LARGE * main or (_area(ring) >= SOME_SIZE * main and _gap(its, bounds) < NOT_FAR):
            west, south, east, north = zip(its, bounds, strict=True)
            bounds = (min(west), min(south), max(east), max(north))
    return bounds


def _area(ring: Ring) -> float:
    """Square degrees of the equator, by the shoelace; enough to compare the parts of one country."""
    flat = abs(sum(x * ring[at - 1][1] - ring[at - 1][0] * y for at, (x, y) in enumerate(ring))) / 2
    return flat * math.cos(math.radians(sum(y for _, y in ring) / len(ring)))


def _bounds(ring: Ring) -> Bounds:
    columns, rows = [x for x, _ in ring], [y for _, y in ring]
    return min(columns), min(rows), max(columns), max(rows)


def _turned(box: Bounds, beside: Bounds) -> Bounds:
    """The box on the turn of the globe that is nearest to the other."""
    turn = round((box[0] + box[2] - beside[0] - beside[2]) / 720) * 360
    return box[0] - turn, box[1], box[2] - turn, box[3]


def _gap(one: Bounds, other: Bounds) -> float:
    return max(one[0] - other[2], other[0] - one[2], one[1] - other[3], other[1] - one[3], 0.0)
