"""What of a statement's answers everybody may read: laws that hold for any counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallplaces.engines.disclosure import HARDLY, NEARLY, SafeRow, about, safe_row

COUNT = st.integers(0, 3000)
SMALL = st.tuples(*[st.integers(0, 9)] * 3).filter(lambda three: sum(three) < 10)
ENOUGH = st.tuples(COUNT, COUNT, COUNT).filter(lambda three: sum(three) >= 10)


@given(SMALL)
def test_under_the_floor_nothing_is_told(answers: tuple[int, int, int]) -> None:
    assert safe_row(*answers) == SafeRow(None, None, None, None)


@given(SMALL, st.integers(0, 2))
def test_one_person_more_under_the_floor_changes_nothing(answers: tuple[int, int, int], which: int) -> None:
    more = [count + (at == which) for at, count in enumerate(answers)]

    if sum(more) < 10:
        assert safe_row(*more) == safe_row(*answers)


@given(ENOUGH)
def test_numbers_are_steps_of_five(answers: tuple[int, int, int]) -> None:
    row = safe_row(*answers)

    for number in (row.people, row.agree, row.disagree, row.passed):
        assert number is not None
        assert number % 5 == 0


@given(ENOUGH)
def test_numbers_are_near_the_truth(answers: tuple[int, int, int]) -> None:
    row, people = safe_row(*answers), sum(answers)

    assert row.people is not None
    assert abs(row.people - people) <= 2
    for share, count in zip((row.agree, row.disagree, row.passed), answers, strict=True):
        assert share is not None
        # One of ten is "hardly anybody".
        assert abs(share - 100 * count / people) <= (10 if share in {HARDLY, NEARLY} else 2.5)


@given(ENOUGH)
def test_few_among_many_are_never_counted(answers: tuple[int, int, int]) -> None:
    row, people = safe_row(*answers), sum(answers)

    for share, count in zip((row.agree, row.disagree, row.passed), answers, strict=True):
        assert (share == HARDLY) == (20 * count < people or count <= 1)
        assert (share == NEARLY) == (20 * count > 19 * people or people - count <= 1)


@given(st.integers(10, 60))
def test_one_person_on_a_side_is_not_told_from_nobody(people: int) -> None:
    alone, nobody = safe_row(people - 1, 1, 0), safe_row(people, 0, 0)

    assert (alone.agree, alone.disagree, alone.people) == (nobody.agree, nobody.disagree, nobody.people)


@given(st.integers(10, 3000), st.data())
def test_who_answered_last_does_not_show_in_the_total(people: int, data: st.DataObject) -> None:
    """Of five totals in a row only two rounded ones exist: a person more or less mostly changes nothing."""
    agrees = data.draw(st.integers(0, people))
    totals = {safe_row(agrees + more, people - agrees, 0).people for more in range(5)}

    assert len(totals) <= 2


@given(COUNT, COUNT, COUNT)
def test_order_of_the_answers_is_nobodys_advantage(agrees: int, disagrees: int, passes: int) -> None:
    row, turned = safe_row(agrees, disagrees, passes), safe_row(disagrees, agrees, passes)

    assert (row.agree, row.disagree) == (turned.disagree, turned.agree)


@pytest.mark.parametrize(
    ("answers", "row"),
    [
        ((5, 4, 0), SafeRow()),
        ((9, 1, 0), SafeRow(10, NEARLY, HARDLY, HARDLY)),
        ((8, 2, 0), SafeRow(10, 80, 20, HARDLY)),
        ((30, 3, 0), SafeRow(35, 90, 10, HARDLY)),
        ((96, 2, 2), SafeRow(100, NEARLY, HARDLY, HARDLY)),
        ((95, 5, 0), SafeRow(100, 95, 5, HARDLY)),
        ((3, 37, 0), SafeRow(40, 10, 95, HARDLY)),
        ((175, 50, 25), SafeRow(250, 70, 20, 10)),
    ],
)
def test_rows_as_they_are_read(answers: tuple[int, int, int], row: SafeRow) -> None:
    assert safe_row(*answers) == row


def test_all_people_are_told_in_full_tens() -> None:
    assert [about(people) for people in (0, 9, 10, 19, 164, 2031)] == [None, None, 10, 10, 160, 2030]


@pytest.mark.parametrize("wrong", [(-1, 20, 0, 10), (10, 10, 0, 4)])
def test_what_cannot_be_is_refused(wrong: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"people|floor"):
        safe_row(*wrong)
