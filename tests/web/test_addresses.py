"""From a thing to its address, for every kind."""

from __future__ import annotations

import pytest


def ref(kind: str, **fields):
    from smallplaces.thread.refs import Ref

    return Ref(kind=kind, id="a1", **{"text": "No home cut off"} | fields)


ADDRESSES = [
    ("meeting", {}, "/meetings/a1/"),
    ("room", {}, "/rooms/a1/"),
    ("sentence", {}, "/sentences/a1/"),
    ("issue", {"place_slug": "reed-quay"}, "/places/reed-quay/issues/a1/no-home-cut-off/"),
    ("issue", {}, "/issues/a1/"),
    ("cause", {"of_id": "i1"}, "/issues/i1/#cause-a1"),
    ("demand", {}, "/demands/a1/"),
    ("act", {"text": "Water is for living"}, "/acts/a1/water-is-for-living/"),
    ("clause", {"of_id": "t1", "note": "Resolution 41, clause 3"}, "/acts/t1/resolution-41-clause-3/#clause-a1"),
    ("clause", {}, "/clauses/a1/"),
    ("promise", {}, "/promises/a1/"),
    ("followup", {"of_id": "p1"}, "/promises/p1/#followup-a1"),
    ("assessment", {"of_id": "p1"}, "/promises/p1/#assessment-a1"),
    ("step", {}, "/steps/a1/"),
    ("report", {}, "/reports/a1/"),
    ("edition", {"of_id": "r1"}, "/reports/r1/#edition-a1"),
    ("borrowing", {"of_id": "t1", "note": "Taken up"}, "/acts/t1/taken-up/#borrowing-a1"),
    ("place", {"place_slug": "reed-quay"}, "/places/reed-quay/"),
]


@pytest.mark.parametrize(("kind", "fields", "expected"), ADDRESSES)
def test_each_kind_has_its_address(kind, fields, expected) -> None:
    from smallplaces.web.templatetags.addresses import address

    assert address(ref(kind, **fields)) == expected


def test_every_kind_of_the_walk_has_a_way() -> None:
    from smallplaces.thread.kinds import KINDS
    from smallplaces.web.templatetags.addresses import WAYS

    assert set(KINDS) <= set(WAYS)


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("They cut the water!", "they-cut-the-water"),
        ("La factura llegó en inglés", "la-factura-llegó-en-inglés"),
        ("نريد الماء", "نريد-الماء"),
        ("???", "words"),
        ("Tree", "words"),
        ("", "taken-back"),
    ],
)
def test_a_tail_keeps_the_letters_of_every_script(words, made) -> None:
    from smallplaces.web.templatetags.addresses import tail

    assert tail(words) == made


def test_a_long_tail_is_cut() -> None:
    from smallplaces.web.templatetags.addresses import LONGEST_TAIL, tail

    assert len(tail("a long story " * 30)) <= LONGEST_TAIL


def test_nothing_has_no_address() -> None:
    from smallplaces.web.templatetags.addresses import address

    assert address(None) == ""
    assert address(ref("weather")) == ""


def test_a_long_list_of_knots_says_how_many_more() -> None:
    from smallplaces.web.templatetags.addresses import MOST_KNOTS, knots

    tied = knots([ref("demand")] * (MOST_KNOTS + 3))
    assert len(tied) == MOST_KNOTS + 1
    assert tied[-1]["text"] == "and 3 more"


def test_taken_back_words_are_no_knot_of_words() -> None:
    from smallplaces.web.templatetags.addresses import knots

    tied = knots([ref("sentence", text="", taken_back=True)])
    assert (tied[0]["text"], tied[0]["taken_back"]) == ("", True)
