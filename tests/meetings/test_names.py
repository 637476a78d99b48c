"""A gentle look for names: it finds what points at a person and leaves plain sentences alone."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Mr Smith raised the rent", "Ask Mrs. Okafor about it", "La Señora Lagos lo sabe", "Dr Núñez said no", "Frau Weiß wohnt dort",
        "Write to ana@example.org", "Call 555 123 4567", "+34 600-11-22-33", "السيدة فاطمة تعرف",
    ],
)  # fmt: skip
def test_what_points_at_a_person_is_found(text) -> None:
    from smallplaces.meetings.names import person_in

    assert person_in(text)
    assert person_in(text) in text


@pytest.mark.parametrize(
    "text",
    [
        "The last bus leaves before my shift ends.", "We waited 14 months, since 2019", "It costs 120,000 a year", "A bus at 23:40",
        "From 2019-2024 nothing", "The doctor is never in", "Miss a day and you lose the job", "no hay agua, señor dicen", "يقطعون الماء",
    ],
)  # fmt: skip
def test_a_plain_sentence_is_left_alone(text) -> None:
    from smallplaces.meetings.names import person_in

    assert person_in(text) == ""
