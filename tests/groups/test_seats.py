"""Seats of a committee: what can be said of one, who reads the name, and when it is gone."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from smallplaces.core.clock import fixed, today
from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError
from tests.cast import Cast
from tests.factories.groups import make_group, make_seat, make_viewer

pytestmark = pytest.mark.django_db
TOMORROW = today() + dt.timedelta(days=1)


def add(cast: Cast, **facts: Any) -> Any:
    from smallplaces.groups.actions import add_seat

    return add_seat(cast.group, **{"sector": "labour"} | facts, by=cast.member.viewer)


def read_by_everybody(cast: Cast) -> str:
    """The committee as a stranger reads it: page, JSON and CSV."""
    address = f"/groups/{cast.group.slug}/committee"
    return "".join(cast.anybody.client.get(address + end).content.decode() for end in ("/", ".json", ".csv"))


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"sector": "nobles"}, "sector"),
        ({"sector": "other"}, "community"),
        ({"state": "sold"}, "state"),
        ({"name": "Rosa"}, "state"),
        ({"state": "asked", "affiliation": "union hall"}, "state"),
        ({"state": "filled", "name_until": TOMORROW}, "name"),
        ({"state": "filled", "name": "Rosa", "name_until": today() - dt.timedelta(days=2)}, "name_until"),
        ({"state": "filled", "name": "Rosa", "name_until": today() + dt.timedelta(days=800)}, "name_until"),
        ({"since": TOMORROW, "until": today()}, "until"),
    ],
)
def test_what_cannot_be_said_of_a_seat(cast: Cast, facts: dict[str, Any], field: str) -> None:
    with pytest.raises(RefusedError) as refused:
        add(cast, **facts)

    assert refused.value.field == field


def test_a_group_on_its_way_publishes_no_seat() -> None:
    from smallplaces.groups.actions import add_seat

    group = make_group(state="opening", opened_on=None)
    with pytest.raises(RefusedError):
        add_seat(group, sector="labour", visibility="public", by=make_viewer(group))


@pytest.mark.parametrize("who", ["anybody", "elsewhere", "steward"])
def test_only_its_own_people_work_on_seats(cast: Cast, who: str) -> None:
    from smallplaces.groups.actions import add_seat, change_seat
    from smallplaces.groups.seats import committee_desk, get_seat

    viewer = cast.everybody[who].viewer
    with pytest.raises(NotAllowedError):
        add_seat(cast.group, sector="labour", by=viewer)
    with pytest.raises(NotAllowedError):
        change_seat(seat := make_seat(cast.group), note="no", by=viewer)
    with pytest.raises(NotVisibleError):
        get_seat(seat.pk, viewer=viewer)
    with pytest.raises(NotVisibleError):
        committee_desk(cast.group.slug, viewer=viewer)


def test_everybody_reads_how_many_seats_are_filled_and_how_many_names_are_private(cast: Cast) -> None:
    add(cast, state="filled", name="Rosa", name_until=TOMORROW, visibility="public")
    for name in ("Anwar", "Mina"):
        add(cast, state="filled", name=name, affiliation="the only clinic", visibility="public")
    add(cast, state="asked_twice", note="They want a date after exams.", visibility="public")
    add(cast, state="empty")

    read = read_by_everybody(cast)

    assert "4 seats, 3 filled (2 with the name kept private)" in read
    assert "Rosa" in read
    assert "They want a date after exams." in read
    assert not any(word in read for word in ("Anwar", "Mina", "only clinic"))


def test_past_its_day_a_name_is_gone_for_everybody_and_the_sweep_empties_it(cast: Cast) -> None:
    from smallplaces.groups.ending import end_names

    kept = add(cast, state="filled", name="Mina", visibility="public")
    seat = add(cast, state="filled", name="Rosa", affiliation="at the weir", name_until=TOMORROW, visibility="public")
    with fixed(TOMORROW):
        end_names()
        assert "Rosa" in read_by_everybody(cast)
    with fixed(TOMORROW + dt.timedelta(days=1)):
        read = read_by_everybody(cast)
        end_names()
    for row in (seat, kept):
        row.refresh_from_db()

    assert "Rosa" not in read
    assert "at the weir" not in read
    assert (seat.state, seat.name, seat.affiliation, seat.name_until, kept.name) == ("filled", "", "", None, "Mina")


def test_a_seat_can_be_changed_after_the_day_of_its_name(cast: Cast) -> None:
    from smallplaces.groups.actions import change_seat

    seat = add(cast, state="filled", name="Rosa", name_until=TOMORROW)
    with fixed(TOMORROW + dt.timedelta(days=5)):
        change_seat(seat, note="On the night shift till May.", by=cast.member.viewer)

    assert seat.note == "On the night shift till May."


def test_we_ask_and_ask_again_and_a_filled_seat_is_not_asked_for(cast: Cast) -> None:
    from smallplaces.groups.actions import ask_for_seat, change_seat, empty_seat

    seat, by = add(cast, note="After the exams."), cast.member.viewer
    states = [ask_for_seat(seat, by=by).state for _time in range(3)]
    change_seat(seat, state="filled", name="Rosa", since=today(), by=by)
    with pytest.raises(RefusedError):
        ask_for_seat(seat, by=by)
    empty_seat(seat, by=by)

    assert states == ["asked", "asked_twice", "asked_twice"]
    assert (seat.state, seat.name, seat.since, seat.note) == ("empty", "", None, "After the exams.")


def test_the_sectors_without_a_seat_are_told_to_the_group_alone(cast: Cast) -> None:
    add(cast, sector="labour", visibility="public")
    desk = cast.member.client.get(f"/our-work/groups/{cast.group.slug}/committee/").content.decode()
    line = desk.partition("No seat yet for:")[2].partition("</p>")[0]

    assert "faith communities" in line
    assert "workers and unions" not in line
    assert "that is for you to weigh" in line
    assert "faith communities" not in read_by_everybody(cast)


def test_a_term_that_has_run_out_is_said_in_words(cast: Cast) -> None:
    add(cast, state="filled", since=dt.date(2024, 1, 1), until=dt.date(2024, 5, 3), visibility="public")

    assert (
        "the term ended on 3 May 2024"
        in cast.anybody.client.get(f"/groups/{cast.group.slug}/committee/").content.decode()
    )


def test_the_audit_holds_no_name(cast: Cast) -> None:
    from smallplaces.core.models import AuditRow

    seat = add(cast, state="filled", name="Rosa", affiliation="at the weir")
    rows = json.dumps(list(AuditRow.objects.filter(thing_id=seat.pk).values()), default=str)

    assert "seat.added" in rows
    assert "Rosa" not in rows


def test_no_seat_of_a_closed_group_is_public(cast: Cast) -> None:
    add(cast, state="filled", name="Rosa", name_until=TOMORROW, visibility="public", community="the night shift")
    cast.group.state = "closed"
    cast.group.save()

    assert "the night shift" not in read_by_everybody(cast)
