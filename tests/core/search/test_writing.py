"""The index follows the records: in their transaction, and anew as a whole."""

from __future__ import annotations

import dataclasses

import pytest
from django.db import connection, transaction

from smallplaces.core import search
from tests.core.search.library import clause, found, here, library

__all__ = ["library"]
pytestmark = pytest.mark.usefixtures("library")


def put(document):
    here[document.kind, document.thing_id] = document
    search.index(document.kind, [document.thing_id])


def test_a_new_record_is_found():
    put(clause("bus", "Buses are free for children."))

    assert found("buses") == ["bus"]


def test_a_new_word_is_known_to_the_correction_of_typing_errors():
    put(clause("bus", "Children ride the tramway for nothing."))

    assert found("tramwya") == ["bus"]


def test_a_changed_record_is_found_by_its_new_words_alone():
    put(dataclasses.replace(here["t-clause", "heat"], text="Radiators are checked each autumn."))

    assert (found("radiators"), found("landlord")) == (["heat"], [])


def test_a_record_that_is_public_no_more_leaves_the_index():
    del here["t-clause", "heat"]
    search.index("t-clause", ["heat"])

    assert found("landlord") == []


def test_a_removed_record_leaves_the_index():
    search.unindex("t-clause", ["heat"])

    assert found("landlord") == []


def test_a_record_in_several_languages_is_one_record(monkeypatch):
    both = [clause("two", "A bicycle for all."), clause("two", "Une bicyclette pour tous, bicycle.", lang="fr")]
    monkeypatch.setitem(
        search.documents._sources, "t-clause", search.Source(lambda _ids: iter(both), lambda ids, _v: ids)
    )
    search.index("t-clause", ["two"])

    assert (found("bicycle"), found("bicyclette"), found("pour tous")) == (["two"], ["two"], ["two"])


def test_what_is_undone_is_not_in_the_index():
    with transaction.atomic():
        put(clause("bus", "Buses are free for children."))
        transaction.set_rollback(True)
    del here["t-clause", "bus"]

    assert found("buses") == []


def test_nobody_registered_the_kind_and_nothing_happens():
    search.index("t-unknown", ["one"])

    assert found("one") == []


def test_made_anew_it_says_the_same():
    before = found("the")
    search.reindex()

    assert found("the") == before


def test_it_knows_when_it_was_made_otherwise(monkeypatch):
    assert search.up_to_date()

    monkeypatch.setattr("smallplaces.core.search.writing.RECIPE", "another")
    assert not search.up_to_date()

    search.reindex()
    assert search.up_to_date()


def test_it_knows_when_it_was_never_made():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_made")

    assert not search.up_to_date()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite only")
def test_row_numbers_do_not_tell_what_came_first():
    put(clause("later", "Bus."))

    with connection.cursor() as cursor:
        cursor.execute("SELECT rowid, shown FROM search_entry ORDER BY rowid LIMIT 1")
        assert "later" in cursor.fetchone()[1]


def test_a_text_longer_than_any_is_cut_and_found_by_its_beginning():
    put(clause("long", "Quince jam. " + "and more " * 100_000))

    assert found("quince") == ["long"]
