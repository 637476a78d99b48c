"""Seats, roles that changed, names and alliances go along and come back, also without the other groups."""

from __future__ import annotations

from pathlib import Path

from smallplaces.archive.reading import read_archive
from smallplaces.archive.writing import write_archive
from smallplaces.core.viewers import command
from tests.archive.test_round_trip import empty_everything, every_row
from tests.cast import Cast
from tests.factories.groups import make_harm, make_member_group, make_named_person, make_seat


def begin(cast: Cast) -> None:
    """A group that is an alliance, with a role that a decision changed and one decision after another."""
    from smallplaces.groups.actions import change_role, record_decision

    cast.group.kind = "alliance"
    cast.group.save()
    by, words = cast.holder.viewer, {"text": "Three hold it", "result": "agreed"}
    first = record_decision(cast.group, **words, by=by)
    record_decision(cast.group, **words, follows=first, by=by)
    own = cast.group.memberships.get(account=cast.member.account)
    change_role(own, role="holder", decision=first, by=by)
    make_seat(cast.group, state="filled", name="Rosa")
    make_harm(cast.group)
    make_named_person(cast.group, cast.holder.account)
    make_member_group(cast.group)
    make_member_group(cast.group, group=cast.other_group)


def test_a_whole_installation_keeps_its_alliances(cast: Cast, tmp_path: Path) -> None:
    begin(cast)
    write_archive(tmp_path / "all.zip", group=None, by=command())
    before = every_row()
    empty_everything()

    read_archive(tmp_path / "all.zip", by=command())

    assert len(before["groups.membergroup"]) == 2
    assert every_row() == before


def test_a_group_that_moves_takes_its_seats_and_leaves_other_groups_behind(cast: Cast, tmp_path: Path) -> None:
    begin(cast)
    write_archive(tmp_path / "own.zip", group=cast.group, by=cast.holder.viewer)
    empty_everything()

    read_archive(tmp_path / "own.zip", by=command())
    rows = every_row()

    kinds = ("seat", "harm", "namedperson", "membergroup", "decision", "group", "account", "membership")
    assert [len(rows[f"groups.{kind}"]) for kind in kinds] == [1, 1, 1, 1, 2, 1, 3, 4]
