"""One row of a safe table."""

from __future__ import annotations

from dataclasses import dataclass

FLOOR = 10
LOWEST_FLOOR = 5
STEP = 5
TENS = 10
HARDLY, NEARLY = 0, 100  # shares under 5 % and over 95 %, or a single person on one side
ONE = 1


@dataclass(frozen=True, slots=True)
class SafeRow:
    """What may be told: about how many people answered, and three shares in steps of five per cent; or nothing."""

    people: int | None = None
    agree: int | None = None
    disagree: int | None = None
    passed: int | None = None

    @property
    def hidden(self) -> bool:
        """Whether fewer people answered than may be told."""
        return self.people is None


def safe_row(agrees: int, disagrees: int, passes: int, floor: int = FLOOR) -> SafeRow:
    """The row of these answers. Nothing in it when they are fewer than `floor`."""
    _refuse_impossible((agrees, disagrees, passes), floor)
    people = agrees + disagrees + passes
    if people < floor:
        return SafeRow()
    shares = (_share(count, people) for count in (agrees, disagrees, passes))
    return SafeRow(_nearest(people, 1), *shares)


def about(people: int, floor: int = FLOOR) -> int | None:
    """How many people in all, rounded down to tens; None when they are fewer than `floor`, or than ten."""
    _refuse_impossible((people,), floor)
    return people // TENS * TENS if people >= max(floor, TENS) else None


def _share(count: int, people: int) -> int:
    """Of ten people 10 % are one person: one on either side is not told from nobody."""
    if count <= ONE or count * 100 < STEP * people:
        return HARDLY
    if people - count <= ONE or count * 100 > (100 - STEP) * people:
        return NEARLY
    return _nearest(count * 100, people)


def _nearest(above: int, below: int) -> int:
    """The multiple of five nearest to a fraction; of two equally near ones the greater. In whole numbers, without a rounding error."""
    return (2 * above + STEP * below) // (2 * STEP * below) * STEP


def _refuse_impossible(counts: tuple[int, ...], floor: int) -> None:
    if any(count < 0 for count in counts):
        raise ValueError("a count of people is never negative")
    if floor < LOWEST_FLOOR:
        raise ValueError("no floor under five hides a person")
