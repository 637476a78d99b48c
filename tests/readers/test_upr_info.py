"""The raw files of the UPR Info database: their odd bytes are read as they were meant, and each bad line is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallplaces.core.sandbox import read_in_sandbox
from smallplaces.readers import Refusal
from smallplaces.readers.upr_info import UprRecommendation, read_upr_info, recommendation_key

HEAD = "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session"
ROW = 'Osier,Asia,"OIC, AL","Hear  Hissène \'s\rneighbours, all of them ",&#40;Unknown&#41;,&#40;Unknown&#41;,,Accepted,4,"Right to water,Women\'s rights",9'
PLAIN = "Osier,,,Keep the river clean,Bend & Sons,WEOG,EU,Noted,5,Environment,9"


def raw(*rows: str, encoding: str = "mac_roman") -> bytes:
    return "\r".join([HEAD, *rows]).encode(encoding)


def refused(data: bytes) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(Refusal) as caught:
        read_upr_info(data, "1-5.csv")
    return caught.value.code, caught.value.params


def first(data: bytes) -> UprRecommendation:
    return read_upr_info(data, "").rows[0]


def test_one_row_as_it_was_meant():
    row = first(raw(ROW))
    assert (row.state, row.by, row.by_group) == ("Osier", "(Unknown)", "(Unknown)")
    assert row.text == "Hear Hissène 's neighbours, all of them"
    assert row.labels == ("Right to water", "Women's rights")
    assert (row.state_organisations, row.by_organisations) == (("OIC", "AL"), ())
    assert (row.response, row.answer, row.action, row.session, row.line) == ("Accepted", "accepted", 4, 9, 2)


def test_lines_are_counted_where_rows_begin():
    assert [row.line for row in read_upr_info(raw(ROW, PLAIN, PLAIN), "").rows] == [2, 4, 5]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_same_file_saved_in_utf_8_says_the_same(end):
    data = end.join([HEAD, ROW.replace("\r", " ")]).encode("utf-8-sig")
    assert first(data).key == first(raw(ROW)).key


def test_an_ampersand_is_no_entity():
    assert first(raw(PLAIN)).by == "Bend & Sons"


@pytest.mark.parametrize(
    ("said", "answer"),
    [("Noted", "noted"), ("rejected", "noted"), ("Voluntary Pledge", "pledge"), ("In the drawer", "")],
)
def test_a_response_that_is_not_known_stays_as_it_was_said(said, answer):
    row = first(raw(PLAIN.replace("Noted", said)))
    assert (row.response, row.answer) == (said, answer)


def test_the_key_folds_blanks_and_nothing_else():
    key = recommendation_key("Osier", "Bend", 9, "Keep  the river\n clean ")
    assert key == recommendation_key("Osier", "Bend", 9, "Keep the river clean")
    others = [("Osie", "rBend", 9, ""), ("Osier", "Bend", 8, ""), ("Osier", "Bend", 9, "keep the river clean")]
    assert key not in {recommendation_key(*other) for other in others}


@pytest.mark.parametrize(
    ("data", "code", "params"),
    [
        (b"", "table-empty", {}),
        (raw(), "table-empty", {}),
        (b"<html><body>Download", "table-html", {}),
        (b"PK\x03\x04 a spreadsheet", "table-not", {}),
        (raw(PLAIN).replace(b"Issue", b"Label"), "table-column", {"column": "Issue"}),
        (raw(ROW, PLAIN)[:-20], "table-cells", {"line": 4, "found": 8, "wanted": 11}),
        (raw(PLAIN, ROW)[:-90], "table-quotes", {"line": 3}),
        (raw(ROW, encoding="cp1252"), "table-encoding", {"line": 2}),
        (raw(ROW).replace(b"\r", b"\n"), "table-encoding", {"line": 2}),
        (raw(PLAIN.replace(",9", ",nine")), "table-number", {"line": 2, "column": "Session"}),
        (raw(PLAIN.replace(",5,", ",5a,")), "table-number", {"line": 2, "column": "Action"}),
        (raw(PLAIN.replace("Keep the river clean", " ")), "upr-no-words", {"line": 2}),
        (raw(PLAIN.replace("Osier", "")), "upr-no-state", {"line": 2}),
    ],
)
def test_a_bad_file_is_named_with_its_line(data, code, params):
    said, found = refused(data)
    assert (said, {name: found[name] for name in params}) == (code, params)
    assert found["file"] == "1-5.csv"


def test_a_refusal_from_the_limited_process_says_the_real_name():
    with pytest.raises(Refusal, match=r"^Sessions 1–5\.csv, line 1: the column To is missing\."):
        read_in_sandbox("upr-info", b"a,b\r1,2", name="/somewhere/of/hers/Sessions 1–5.csv")


@pytest.mark.parametrize("size", [10_000_000, 10_000_001])
def test_zeros(size):
    with pytest.raises(Refusal) as caught:
        read_in_sandbox("upr-info", bytes(size), name="x.csv")
    assert caught.value.code == ("table-not" if size == 10_000_000 else "table-long")


@given(st.lists(st.text(), min_size=4, max_size=4), st.sampled_from(["\r", "\n"]))
def test_any_words_end_in_rows_or_in_one_refusal(words, end):
    row = ",".join(['"' + one.replace('"', '""') + '"' for one in words] + ["", "", "", "Noted", "1", "General", "3"])
    try:
        rows = read_upr_info(f"{HEAD}{end}{row}".encode(), "x.csv").rows
    except Refusal:
        return
    assert len(rows) == 1
    assert rows[0].text.split() == rows[0].text.split(" ")


def test_the_real_files(shared_data):
    files = [shared_data / "upr" / name for name in ("1-5.csv", "6-9.csv")]
    rows = [row for file in files for row in read_in_sandbox("upr-info", file.read_bytes(), name=file.name)["rows"]]
    assert (len(rows), len({row["key"] for row in rows})) == (14_437, 14_436)
    assert sum(row["state"] == "United States" for row in rows) == 280
    assert len({label for row in rows for label in row["labels"]}) == 54
    assert {row["answer"] for row in rows} == {"accepted", "noted"}
    assert not [row for row in rows if "&#" in "".join((row["by"], row["text"], row["by_group"]))]
