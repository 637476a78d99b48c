"""Exports of Polis: the last vote of each person counts, nobody can be found in what comes out, and bad files are named."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallplaces.core.sandbox import read_in_sandbox
from smallplaces.readers import Refusal
from smallplaces.readers.packed import packed
from smallplaces.readers.polis import known_name, read_polis, read_polis_zip
from smallplaces.readers.polis_votes import unpack
from tests.readers.polis_files import COMMENTS, NEWER_COMMENTS, PEOPLE, SUMMARY, VOTES, export


def refused(files: dict[str, bytes]) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(Refusal) as caught:
        read_polis(files)
    return caught.value.code, caught.value.params


def rows(files: dict[str, bytes]) -> list[list[tuple[int, int]]]:
    """What each person voted, people in an order of the tests' own."""
    people: dict[int, list[tuple[int, int]]] = {}
    for person, statement, vote in zip(*unpack(asdict(read_polis(files).votes)), strict=True):
        people.setdefault(person, []).append((statement, vote))
    return sorted(people.values())


def test_statements_keep_their_words_and_what_moderators_did():
    first, rejected, waiting = read_polis(export()).statements
    assert first.text == 'The stairs are dark, and the "night bus" is late.\n\nBoth.'
    assert [one.moderated for one in (first, rejected, waiting)] == [1, -1, 0]
    assert (waiting.number, waiting.is_meta, waiting.is_seed) == (12, None, None)


def test_the_last_vote_counts_wherever_it_stands_and_the_tallies_of_the_export_stay_beside_it():
    found = read_polis(export())
    assert rows(export()) == [[(0, -1)], [(0, 1), (1, -1), (12, 0)]]
    assert (found.events, found.votes.count, found.people, found.source) == (6, 4, 2, "votes.csv")
    first = found.statements[0]
    assert (first.said_agrees, first.said_disagrees) == (2, 1)
    assert (first.agrees, first.disagrees, first.passes) == (1, 1, 0)


def test_without_events_the_rows_of_people_are_read():
    found = read_polis(export(votes=""))
    assert rows(export(votes="")) == rows(export())
    assert (found.events, found.people, found.source) == (4, 2, "participants-votes.csv")
    assert found.without_group == 1


def test_the_newer_columns_are_read():
    people = "participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,2,3\n0,someone@example.org,0,1,1,1,0,1,\n"
    files = export(comments=NEWER_COMMENTS, votes="", participants_votes="") | {
        "participant-votes.csv": people.encode()
    }
    market, meta = read_polis(files).statements
    assert (market.is_meta, market.is_seed, meta.is_meta, meta.is_seed) == (False, True, True, False)
    assert rows(files) == [[(2, 1)]]


@pytest.mark.parametrize(("earlier", "later"), [("1403054214", "1403054215000"), ("1403054214000", "1403054215")])
def test_seconds_and_milliseconds_are_told_apart(earlier, later):
    votes = f"timestamp,datetime,comment-id,voter-id,vote,important\n{later},x,0,1,1,\n{earlier},x,0,1,-1,true\n"
    assert rows(export(votes=votes)) == [[(0, 1)]]


def test_what_the_conversation_was_about():
    found = read_polis(export())
    assert (found.topic, found.url) == ("Stairs and buses", "https://polis.example/2demo")
    assert found.description == "What is it like\nto come home late?"
    assert read_polis(export(summary="")).topic == ""


def test_nobody_can_be_found_in_what_comes_out():
    people = PEOPLE.replace("participant,", "participant,xid,").replace("7002,", "7002,someone@example.org,")
    files = export(participants_votes=people.replace("7001,", "7001,a,").replace("7003,", "7003,b,"))
    said = json.dumps(asdict(read_polis(files)))
    assert not [trace for trace in ("700", "14030", "Wed Jun", "someone@", "group-id") if trace in said]


def test_the_numbers_of_people_are_drawn_by_lot():
    people = "participant,group-id,0,1,12\n" + "".join(f"{n},0,{'-1' if n else '1'},,\n" for n in range(8))
    files = export(votes="", participants_votes=people)
    columns = [unpack(asdict(read_polis(files).votes))[2] for _again in range(40)]
    assert len({column.index(1) for column in columns}) > 1


@pytest.mark.parametrize(
    ("file", "words", "code", "params"),
    [
        ("comments", "", "polis-missing", {"file": "comments.csv"}),
        ("comments", "<!doctype html><p>Sign in", "table-html", {"file": "comments.csv"}),
        ("comments", " \n", "table-empty", {"file": "comments.csv"}),
        ("comments", COMMENTS[:170], "table-quotes", {"line": 2}),
        ("comments", COMMENTS.replace("moderated", "shown"), "table-column", {"column": "moderated"}),
        ("comments", COMMENTS.replace(",-1,Shouting", ",2,Shouting"), "polis-moderated", {"line": 5}),
        ("comments", COMMENTS.replace(",12,7003", ",0,7003"), "polis-statement-twice", {"line": 6, "number": 0}),
        ("comments", COMMENTS.replace(",12,7003", ",one,7003"), "table-number", {"line": 6, "column": "comment-id"}),
        ("comments", COMMENTS.replace(",Wait", ",Wait, what"), "table-cells", {"line": 6, "found": 9, "wanted": 8}),
        ("comments", NEWER_COMMENTS.replace("false,true", "no,true"), "polis-flag", {"column": "is-meta"}),
        ("votes", VOTES.replace(",vote\n", ",value\n"), "table-column", {"file": "votes.csv", "column": "vote"}),
        ("votes", VOTES.replace(",1,7002,-1", ",5,7002,-1"), "polis-no-statement", {"line": 5, "number": 5}),
        ("votes", VOTES.replace("7002,-1", "7002,-2"), "polis-vote", {"line": 5}),
        ("votes", VOTES[:-8], "table-cells", {"line": 7, "found": 3}),
        ("votes", VOTES.replace("1403054214000,first", "yesterday,first"), "table-number", {"column": "timestamp"}),
        ("summary", SUMMARY + "cut", "table-cells", {"file": "summary.csv", "wanted": 2}),
    ],
)
def test_a_bad_file_is_named_with_its_line(file, words, code, params):
    said, found = refused(export(**{file: words}))
    assert (said, {name: found[name] for name in params}) == (code, params)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (PEOPLE.replace("1,-1,0", "1,-1,9"), "polis-vote"),
        (PEOPLE.replace(",1,12\n", ",1,13\n"), "polis-no-statement"),
        (PEOPLE.replace(",1,12\n", ",1,1\n"), "table-column-twice"),
        (PEOPLE.replace("7003,", "7002,"), "polis-person-twice"),
        (PEOPLE.replace("participant,", "someone,"), "table-column"),
        ("", "polis-missing"),
    ],
)
def test_bad_rows_of_people(words, code):
    assert refused(export(votes="", participants_votes=words))[0] == code


def test_letters_that_cannot_be_read_are_named_with_their_line():
    files = export() | {"comments.csv": COMMENTS.replace("Shouting", "Ärger").encode("latin-1")}
    assert refused(files) == ("table-encoding", {"file": "comments.csv", "line": 5})


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Votes.CSV", "votes.csv"),
        ("3demo-participants-votes.csv", "participants-votes.csv"),
        ("2026_comments.csv", "comments.csv"),
        ("stats-history.csv", ""),
        ("novotes.csv", ""),
    ],
)
def test_files_are_known_by_their_names(name, file):
    assert known_name(name) == file


def test_a_zip_with_a_folder_and_the_twins_that_a_computer_adds():
    files = {f"export/{name}": data for name, data in export().items()}
    files |= {"__MACOSX/export/._votes.csv": b"\0\0", "export/comment-groups.csv": b"what else there is"}
    assert read_polis_zip(packed(files)).people == 2


def locked() -> bytes:
    data = bytearray(packed({"comments.csv": b"words"}))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(sign) + offset] |= 1
    return bytes(data)


def squeezed(size: int) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("votes.csv", bytes(size))
    return written.getvalue()


def lying() -> bytes:
    """A ZIP whose member says that it is three bytes long."""
    data, said = bytearray(squeezed(3_000_000)), (3_000_000).to_bytes(4, "little")
    return bytes(data).replace(said, (3).to_bytes(4, "little"))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"timestamp,comment-id", "zip-not"),
        (b"", "zip-not"),
        (packed(export())[:-40], "zip-damaged"),
        (packed(export()).replace(b"Shouting", b"Shoutinh"), "zip-damaged"),
        (packed({"a/votes.csv": b"x", "b/votes.csv": b"x"}), "zip-twice"),
        (packed({"notes.txt": b"x"}), "polis-missing"),
        (packed({f"{n}.txt": b"" for n in range(2001)}), "zip-bomb"),
        (squeezed(3_000_000), "zip-bomb"),
        (squeezed(61_000_000), "zip-bomb"),
        (lying(), "zip-damaged"),
        (locked(), "zip-locked"),
        (bytes(20_000_000), "zip-not"),
        (bytes(60_000_001), "polis-long"),
    ],
)
def test_bad_zips_each_have_their_sentence(data, code):
    with pytest.raises(Refusal) as caught:
        read_in_sandbox("polis", data, name="export.zip")
    assert caught.value.code == code


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4), st.sampled_from([1, 0, -1])), min_size=1))
def test_events_and_rows_of_people_tell_the_same(events):
    comments = COMMENTS.split("\n", 1)[0] + "\n" + "".join(f"1,x,{n},9,0,0,1,s{n}\n" for n in range(5))
    votes = "timestamp,comment-id,voter-id,vote\n" + "".join(f"{t},{s},{p},{v}\n" for t, (p, s, v) in enumerate(events))
    last = {(person, statement): vote for person, statement, vote in events}
    people = "participant,0,1,2,3,4,group-id\n" + "".join(
        f"{person}," + ",".join(str(last.get((person, n), "")) for n in range(5)) + ",\n" for person in range(10)
    )
    by_events = export(comments=comments, votes=votes, participants_votes="")
    by_people = export(comments=comments, votes="", participants_votes=people)
    assert rows(by_events) == rows(by_people)
    assert read_polis(by_events).votes.count == len(last)


@pytest.mark.parametrize(
    ("folder", "figures"),
    [
        ("american-assembly.bowling-green", (2031, 896, 225_524, 225_524, 450)),
        ("15-per-hour-seattle", (339, 54, 2995, 2872, 201)),
        ("bg2050-volunteers", (126, 371, 14_341, 14_283, 18)),
    ],
)
def test_three_real_conversations(shared_data, folder, figures):
    files = {path.name: path.read_bytes() for path in (shared_data / "polis" / folder).glob("*.csv")}
    value = read_in_sandbox("polis", packed(files))
    found = (
        value["people"],
        len(value["statements"]),
        value["events"],
        value["votes"]["count"],
        value["without_group"],
    )
    assert found == figures
    assert value["votes"]["count"] == len(unpack(value["votes"])[0])


def test_the_two_files_of_votes_of_a_real_conversation_agree(shared_data):
    folder = shared_data / "polis" / "bg2050-volunteers"
    files = {path.name: path.read_bytes() for path in folder.glob("*.csv")}
    by_events = rows(files)
    del files["votes.csv"]
    assert rows(files) == by_events
