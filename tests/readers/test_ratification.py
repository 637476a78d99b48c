"""Tables of ratification: one or several, each State once, and rows that contradict themselves are marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallplaces.core.sandbox import read_in_sandbox
from smallplaces.readers import Refusal
from smallplaces.readers.packed import packed
from smallplaces.readers.ratification import Standing, instrument_of, read_ratifications

HEAD = "iso2,member,state party,year ratification or accession,signatory,no action,status,note\n"
ROWS = (
    "XA,Osier,1,1994,0,0,state party,Found as Old Osier\nXB,Bend,0,,1,0,signatory state,\nXC,Corrow,0,,0,1,no action,\n"
)
FILE = (HEAD + ROWS).encode()


def first(row: str) -> Standing:
    return read_ratifications((HEAD + row).encode(), "x.csv").tables[0].standings[0]


def test_each_state_with_its_standing_and_year():
    [table] = read_ratifications(FILE, "hr_status_op_crc_ac.csv").tables
    assert table.instrument == "op_crc_ac"
    assert [(one.state, one.standing, one.year, one.sure, one.line) for one in table.standings] == [
        ("XA", "party", 1994, True, 2),
        ("XB", "signatory", None, True, 3),
        ("XC", "none", None, True, 4),
    ]
    assert table.standings[0].note == "Found as Old Osier"


@pytest.mark.parametrize(
    "row",
    [
        "XA,Osier,0,1993,0,0,state party,",
        "XA,Osier,1,1990,0,1,state party,",
        "XA,Osier,1,,0,0,state party,",
        "XA,Osier,0,,0,0,no action,",
        "XA,Osier,1,1980,,,state party,",
        "X,Osier,1,1980,0,0,state party,",
    ],
)
def test_a_row_that_contradicts_itself_is_unsure(row):
    assert not first(row).sure
    assert first(row).standing == ("none" if "no action" in row else "party")


def test_a_file_without_notes():
    data = "\n".join(line.rpartition(",")[0] for line in (HEAD + ROWS).splitlines()).encode()
    assert [one.note for one in read_ratifications(data, "").tables[0].standings] == ["", "", ""]


def test_several_files_in_one_zip():
    value = read_in_sandbox("ratifications", packed({"hr_status_cat.csv": FILE, "README.md": b"", "b.csv": FILE}))
    assert [(one["file"], one["instrument"]) for one in value["tables"]] == [
        ("b.csv", ""),
        ("hr_status_cat.csv", "cat"),
    ]


def test_a_name_that_says_no_instrument():
    assert instrument_of("who ratified what.csv") == ""


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "table-empty", None),
        (HEAD.encode(), "table-empty", None),
        (b"<html>", "table-html", None),
        (FILE.replace(b"no action,status", b"none,status"), "table-column", None),
        (FILE[:-20], "table-cells", 4),
        (FILE.replace(b"1994", b"MCMXCIV"), "table-number", 2),
        (FILE.replace(b"signatory state", b"thinking about it"), "ratification-status", 3),
        (FILE.replace(b"Bend", b""), "ratification-state", 3),
        (FILE.replace(b"Bend", b"Osier"), "ratification-twice", 3),
        (FILE.replace(b"Old Osier", "Côte".encode("latin-1")), "table-encoding", 2),
        (packed({"README.md": b""}), "ratification-none", None),
        (packed({"a.csv": FILE})[:-9], "zip-damaged", None),
        (packed({"a/x.csv": FILE, "b/x.csv": FILE}), "zip-twice", None),
        (bytes(10_000_001), "table-long", None),
    ],
)
def test_a_bad_file_is_named_with_its_line(data, code, line):
    with pytest.raises(Refusal) as caught:
        read_in_sandbox("ratifications", data, name="who.csv")
    assert (caught.value.code, caught.value.params.get("line")) == (code, line)


@given(st.text("XA,10\n\"' é", max_size=80))
def test_any_rows_end_in_standings_or_in_one_refusal(words):
    try:
        [table] = read_ratifications((HEAD + words).encode(), "x.csv").tables
    except Refusal:
        return
    assert len({one.name for one in table.standings}) == len(table.standings)


def test_the_real_files(shared_data):
    folder = shared_data / "ratification"
    value = read_in_sandbox("ratifications", packed({path.name: path.read_bytes() for path in folder.glob("*.csv")}))
    rows = [(table["instrument"], one) for table in value["tables"] for one in table["standings"]]
    assert (len(value["tables"]), len(rows)) == (18, 3474)
    usa = {name: (one["standing"], one["year"]) for name, one in rows if one["state"] == "US"}
    assert (usa["iccpr"], usa["cedaw"], usa["icmw"]) == (("party", 1992), ("signatory", None), ("none", None))
    assert sum(not one["sure"] for _name, one in rows) == 12
    assert [one["name"] for _name, one in rows if not one["state"]] == ["South Sudan"]
