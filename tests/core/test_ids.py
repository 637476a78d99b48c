"""Random ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallplaces.core.ids import ALPHABET, as_id, fixed_id, is_id, new_id


def test_ids_do_not_repeat_and_do_not_rise_with_time():
    made = [new_id() for _number in range(200)]

    assert len(set(made)) == 200
    assert made != sorted(made)


@given(st.integers(min_value=0, max_value=2**128 - 1))
def test_no_bit_of_a_number_is_lost_in_its_id(value: int):
    text = as_id(value)

    assert is_id(text)
    assert sum(ALPHABET.index(letter) << 5 * place for place, letter in enumerate(reversed(text))) == value


@pytest.mark.parametrize("text", ["", "0" * 25, "0" * 27, "l" * 26, "0" * 25 + "\n", "../.." + "0" * 21])
def test_other_texts_are_no_ids(text: str):
    assert not is_id(text)


def test_a_shipped_row_has_one_id_everywhere():
    assert fixed_id("profile", "home") == fixed_id("profile", "home")
    assert fixed_id("profile", "home") != fixed_id("profileh", "ome")
