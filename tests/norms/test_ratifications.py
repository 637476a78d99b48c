"""Who ratified what, from tables as they are passed on."""

from __future__ import annotations

from pathlib import Path

import pytest

from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY, command
from smallplaces.norms.actions.ratifications import StandingsBrought, import_ratifications
from smallplaces.norms.outside import tables_of_files
from smallplaces.norms.queries.norms import get_norm
from smallplaces.norms.queries.standing import bond
from tests.factories.norms import make_catalogue

pytestmark = pytest.mark.django_db
HEAD = "iso2,member,state party,year ratification or accession,signatory,no action,status,note\n"
PARTY = "KE,Kenya,1,1972,0,0,state party,\n"


@pytest.fixture(autouse=True)
def catalogue() -> None:
    make_catalogue()


def bring(rows: str, name: str = "hr_status_icescr.csv", checked: str = "2024") -> StandingsBrought:
    tables = tables_of_files({name: (HEAD + rows).encode()})
    return import_ratifications(tables, source="a newer list", checked=checked, by=command())


def words(country: str, slug: str = "icescr") -> str:
    return bond(get_norm(slug, viewer=ANYBODY), country).words


def test_a_changed_row_keeps_what_it_said_before() -> None:
    from smallplaces.core.models import Change

    done = bring("US,United States,1,2024,0,0,state party,\n" + PARTY)
    assert (done.made, done.changes, done.there) == (0, ["ICESCR, US: signed, not ratified → party, - → 2024"], 1)
    assert words("US") == "binds the United States since 2024"
    kept = {one.field: (one.before, one.after) for one in Change.objects.filter(kind="ratification")}
    assert (kept["standing"], kept["since"]) == (("signatory", "party"), ("", "2024"))
    assert bring("US,United States,1,2024,0,0,state party,\n").changes == []


def test_what_was_brought_in_survives_the_next_migrate() -> None:
    bring("US,United States,1,2024,0,0,state party,\n")
    make_catalogue()
    assert words("US") == "binds the United States since 2024"


def test_a_year_that_we_corrected_stays() -> None:
    done = bring("US,United States of America,1,1966,0,0,state party,\n", "hr_status_icerd.csv")
    assert (done.changes, done.kept) == ([], 1)
    assert words("US", "icerd") == "binds the United States since 1994"


def test_a_treaty_that_the_catalogue_does_not_have_is_told_and_not_made() -> None:
    from smallplaces.norms.models import Norm

    tables = tables_of_files(
        {"hr_status_opcat.csv": (HEAD + PARTY).encode(), "hr_status_cat.csv": (HEAD + PARTY).encode()}
    )
    done = import_ratifications(tables, source="a list", by=command())
    assert (done.tables, done.unknown) == (1, ["hr_status_opcat.csv"])
    assert Norm.objects.count() == 16
    with pytest.raises(RefusedError, match="None of these tables"):
        bring(PARTY, "hr_status_opcat.csv")


def test_letters_and_a_name_of_different_states_are_refused_by_their_line() -> None:
    done = bring("KE,Chad,1,1995,0,0,state party,\n" + "XX,Nowhere,1,1995,0,0,state party,\n")
    assert [one.split(":")[0] for one in done.refused] == [f"hr_status_icescr.csv, line {line}" for line in (2, 3)]
    assert (done.made, done.changes) == (0, [])


def test_letters_of_old_are_read_by_the_name() -> None:
    assert bring("TP,East Timor,1,2003,0,0,state party,\n").there == 1


@pytest.mark.parametrize(("checked", "source"), [("soon", "a list"), ("2024", " ")])
def test_it_must_say_from_where_and_when(checked: str, source: str) -> None:
    tables = tables_of_files({"hr_status_cat.csv": (HEAD + PARTY).encode()})
    with pytest.raises(RefusedError):
        import_ratifications(tables, source=source, checked=checked, by=command())


def test_only_stewards_bring_them_in() -> None:
    with pytest.raises(NotAllowedError):
        import_ratifications([], source="a list", by=ANYBODY)


@pytest.mark.parametrize("data", [b"", b"\xff\xff", b"a,b\n1,2\n", b"<html>", b"PK\x03\x04", HEAD.encode()])
def test_what_is_no_such_table_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(RefusedError) as refused:
        tables_of_files({"hr_status_cat.csv": data})
    assert refused.value.sentence.endswith(".")


def test_the_real_tables_agree_with_what_ships(shared_data: Path) -> None:
    files = {one.name: one.read_bytes() for one in (shared_data / "ratification").glob("*.csv")}
    done = import_ratifications(tables_of_files(files), source="a list", checked="2022", by=command())
    assert (done.tables, done.made, done.changes, done.refused) == (9, 0, [], [])
    assert (done.there, done.kept, len(done.unknown)) == (1736, 1, 9)
