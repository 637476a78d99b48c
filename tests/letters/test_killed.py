"""A letter goes to each address once, whatever is killed when: real processes, a real mail server, a real file of SQLite."""

from __future__ import annotations

from pathlib import Path

from tests.harness.killing import send_and_kill

ADDRESSES, KILLS = 60, 5


def test_no_letter_is_lost_and_none_goes_twice_however_often_the_worker_is_killed(
    tmp_path: Path, record_property
) -> None:
    told = send_and_kill(ADDRESSES, KILLS, home=str(tmp_path), seed=11)

    assert told.kills >= 3
    assert (told.state, told.job_state) == ("sent", "done")
    assert (told.lost, told.twice) == (0, 0)
    # A kill leaves at most the one letter that was being handed over.
    assert len(told.unsure) <= told.kills
    assert told.sent + len(told.unsure) == ADDRESSES
    record_property(
        "told", f"a letter to {ADDRESSES}, {told.kills} kills: none lost, none twice, {len(told.unsure)} unsure"
    )
