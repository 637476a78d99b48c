"""Outlines and places as one flat drawing, in the Equal Earth projection around any longitude.

    equal_earth(latitude, longitude)         -> (x, y)     of the unit globe, y up
    frame_around(spots, centre, shape, ...)  -> Frame      what a drawing shows, 1000 units wide, y down
    frame.at(latitude, longitude)            -> (x, y)     in the drawing
    path_of(rings, frame)                    -> str        the `d` of an SVG path, whole numbers, clipped to the frame
    gather(points, apart)                    -> groups of numbers of points that stand too near one another
    sides(marks, height)                     -> on which side of each mark its words have room

Degrees in, longitudes of any turn. The projection: Šavrič, Patterson and Jenny, "The Equal Earth map projection", 2018.
A close view is stretched upwards so that shapes at its middle are true. Clipping: Sutherland and Hodgman, 1974.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Ring = Sequence[Point]

WIDTH = 1000
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
HALF_ROOT = math.sqrt(3) / 2


def equal_earth(latitude: float, longitude: float) -> Point:
    """Where a point of the globe lies, x from -2.7 to 2.7 and y from -1.3 to 1.3; the longitude counts from the middle."""
    bent = math.asin(HALF_ROOT * math.sin(math.radians(latitude)))
    square = bent * bent
    sixth = square * square * square
    x = math.radians(longitude) * math.cos(bent) / (HALF_ROOT * _slope(square, sixth))
    return x, bent * (A1 + A2 * square + sixth * (A3 + A4 * square))


def _slope(square: float, sixth: float) -> float:
    return A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)


def upright(latitude: float) -> float:
    """By how much to stretch a drawing upwards so that shapes at this latitude are true."""
    bent = math.asin(HALF_ROOT * math.sin(math.radians(latitude)))
    slope = _slope(bent**2, bent**6)
    across = math.cos(bent) / (HALF_ROOT * slope)
    up = slope * HALF_ROOT * math.cos(math.radians(latitude)) / math.cos(bent)
    return across / (math.cos(math.radians(latitude)) * up)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a drawing shows: its middle longitude, its upper left corner on the stretched plane, its scale and height."""

    centre: float
    stretch: float
    left: float
    top: float
    scale: float
    height: int

    def at(self, latitude: float, longitude: float) -> Point:
        """Where a place stands in the drawing, on the turn that is nearest to the middle."""
        return self.on_turn(latitude, longitude - turns(longitude, self.centre))

    def on_turn(self, latitude: float, longitude: float) -> Point:
        """The same for a longitude that is already on the right turn."""
        x, y = equal_earth(latitude, longitude - self.centre)
        return (x - self.left) * self.scale, (self.top - y * self.stretch) * self.scale

    def holds(self, point: Point) -> bool:
        """Whether a point of the drawing is inside it."""
        return 0 <= point[0] <= WIDTH and 0 <= point[1] <= self.height


def turns(longitude: float, centre: float) -> float:
    """The degrees, a multiple of 360, by which a longitude is away from the turn around the middle."""
    return round((longitude - centre) / 360) * 360.0


def frame_around(
    spots: Sequence[Point], centre: float, *, shape: tuple[float, float], margin: float = 0.06, true_shapes: bool = True
) -> Frame:
    """The frame that holds all spots (latitude, longitude), with a margin; `shape` is its least and greatest height by width."""
    middle = (min(lat for lat, _ in spots) + max(lat for lat, _ in spots)) / 2
    stretch = upright(max(-70.0, min(70.0, middle))) if true_shapes else 1.0
    flat = [equal_earth(lat, lon - turns(lon, centre) - centre) for lat, lon in spots]
    left, right = min(x for x, _ in flat), max(x for x, _ in flat)
    low, top = min(y for _, y in flat) * stretch, max(y for _, y in flat) * stretch
    wide = max(right - left, (top - low) / shape[1]) * (1 + 2 * margin)
    high = max((top - low) * (1 + 2 * margin), wide * shape[0])
    scale = WIDTH / wide
    return Frame(
        centre=centre,
        stretch=stretch,
        left=(left + right - wide) / 2,
        top=(top + low + high) / 2,
        scale=scale,
        height=math.ceil(high * scale),
    )


def path_of(rings: Iterable[Ring], frame: Frame, *, step: int = 2) -> str:
    """The part of the rings (longitude, latitude) inside the frame; points nearer than `step` to the last are left out."""
    return "".join(_written(points) for ring in rings if len(points := _drawn(ring, frame, step)) > 2)


def _drawn(ring: Ring, frame: Frame, step: int) -> list[tuple[int, int]]:
    turned = turns(sum(x for x, _ in ring) / len(ring), frame.centre)
    if _beside(ring, turned, frame):
        return []
    points = [frame.on_turn(y, x - turned) for x, y in ring]
    if not all(frame.holds(point) for point in points):
        points = clipped(points, frame)
    thin: list[tuple[int, int]] = []
    for x, y in points:
        point = (round(x), round(y))
        if not thin or abs(point[0] - thin[-1][0]) + abs(point[1] - thin[-1][1]) >= step:
            thin.append(point)
    return thin


def _beside(ring: Ring, turned: float, frame: Frame) -> bool:
    """Whether no part of a ring can be in the frame; cheaper than drawing it."""
    west, east = min(x for x, _ in ring) - turned, max(x for x, _ in ring) - turned
    south, north = min(y for _, y in ring), max(y for _, y in ring)
    levels = [south, north, *([0.0] if south < 0 < north else [])]
    corners = [frame.on_turn(latitude, longitude) for latitude in levels for longitude in (west, east)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return max(across) < 0 or min(across) > WIDTH or max(down) < 0 or min(down) > frame.height


def clipped(points: Sequence[Point], frame: Frame) -> list[Point]:
    """A ring cut to the frame, one side after another."""
    sides: list[tuple[int, float, Callable[[float, float], bool]]] = [
        (0, 0.0, float.__ge__),
        (0, float(WIDTH), float.__le__),
        (1, 0.0, float.__ge__),
        (1, float(frame.height), float.__le__),
    ]
    left = list(points)
    for axis, edge, inside in sides:
        left = list(_cut(left, axis, edge, inside))
    return left


def _cut(points: list[Point], axis: int, edge: float, inside: Callable[[float, float], bool]) -> Iterator[Point]:
    for at, point in enumerate(points):
        before = points[at - 1]
        if inside(point[axis], edge) != inside(before[axis], edge):
            share = (edge - before[axis]) / (point[axis] - before[axis])
            crossing = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            yield (edge, crossing) if axis == 0 else (crossing, edge)
        if inside(point[axis], edge):
            yield point


def _written(points: Sequence[tuple[int, int]]) -> str:
    """One ring as SVG, in steps from point to point; a minus separates as well as a blank."""
    moves = [(x - was_x, y - was_y) for (was_x, was_y), (x, y) in pairwise(points)]
    numbers = " ".join(f"{x} {y}" for x, y in moves).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{numbers}z"


def gather(points: Sequence[Point], apart: float) -> list[list[int]]:
    """Numbers of the points, in groups whose middles stand at least `apart` from one another."""
    cells: dict[Point, list[int]] = {}  # whatever shares one is too near; a thousand places become a few cells
    for number, (x, y) in enumerate(points):
        cells.setdefault((x * 2 // apart, y * 2 // apart), []).append(number)
    groups = list(cells.values())
    middles = [middle_of([points[number] for number in group]) for group in groups]
    while near := _nearest(middles, apart):
        one, other = near
        groups[one] += groups.pop(other)
        middles.pop(other)
        middles[one] = middle_of([points[number] for number in groups[one]])
    return groups


def middle_of(points: Sequence[Point]) -> Point:
    """The mean of points."""
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _nearest(middles: Sequence[Point], apart: float) -> tuple[int, int] | None:
    """The two that stand nearest to one another, if that is too near."""
    found, least = None, apart
    order = sorted(range(len(middles)), key=lambda number: middles[number])
    for at, one in enumerate(order):
        for other in order[at + 1 :]:
            if middles[other][0] - middles[one][0] >= least:
                break
            distance = math.dist(middles[one], middles[other])
            if distance < least:
                found, least = (min(one, other), max(one, other)), distance
    return found


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on the drawing: its middle, half of its width, and how long the words beside it are (0 for none)."""

    x: float
    y: float
    half: float
    words: float


def sides(marks: Sequence[Mark], height: float = 20.0) -> list[str]:
    """For each mark "right", "left" or "": where its words, of this height, touch no mark and no other words."""
    taken = [(mark.x - mark.half, mark.y - mark.half, mark.x + mark.half, mark.y + mark.half) for mark in marks]
    chosen = []
    for mark in marks:
        top, bottom = mark.y - height / 2, mark.y + height / 2
        right = (mark.x + mark.half, top, mark.x + mark.half + mark.words, bottom)
        left = (mark.x - mark.half - mark.words, top, mark.x - mark.half, bottom)
        free = [(side, box) for side, box in (("right", right), ("left", left)) if _free(box, taken)]
        chosen.append(free[0][0] if mark.words and free else "")
        taken += [box for _side, box in free[:1] if mark.words]
    return chosen


def _free(box: tuple[float, float, float, float], taken: Iterable[tuple[float, float, float, float]]) -> bool:
    """Whether a box is inside the drawing from left to right, and touches none of the others by more than an edge."""
    left, top, right, bottom = box
    if left < 0 or right > WIDTH:
        return False
    return all(right <= its[0] or its[2] <= left or bottom <= its[1] or its[3] <= top for its in taken)
