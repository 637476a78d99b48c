"""A marked sentence is taken back through the site; afterwards no table and no file holds it.

Each app that keeps words made from sentences adds a function to `ENDS`: it puts the sentence where its app keeps it.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.factories.groups import make_group
from tests.factories.meetings import inside, make_room, make_sentence

pytestmark = pytest.mark.django_db(transaction=True)


def typed_and_translated(mark: str, room: object) -> object:
    """What meetings keep: the words, and what a person and a machine made of them."""
    from smallplaces.meetings.actions import translate_sentence

    sentence = make_sentence(room, f"{mark} leaves before my shift ends", reach="public")
    for lang, machine in (("es", False), ("ar", True)):
        translate_sentence(sentence, text=f"{mark} {lang}", lang=lang, machine=machine, by=inside(room.meeting.group))
    return sentence


ENDS: list[Callable[[str, object], None]] = []


def in_tables(mark: str) -> Iterator[str]:
    """Every table of the database with a cell that holds the mark."""
    from django.db import connection

    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            if any(mark in str(cell) for row in cursor.fetchall() for cell in row):
                yield table


def in_files(mark: str) -> Iterator[str]:
    """Every file of the installation, of the database and of what people brought, that holds the mark."""
    from django.conf import settings
    from django.db import connection

    database = Path(str(connection.settings_dict["NAME"]))
    beside = list(database.parent.glob(f"{database.name}*")) if connection.vendor == "sqlite" else []
    kept = [path for folder in (settings.HOME, settings.MEDIA_ROOT) for path in Path(folder).rglob("*")]
    for path in {*beside, *kept}:
        if path.is_file() and mark.encode() in path.read_bytes():
            yield path.name


def take_back_on_the_site(sentence: object, group: object) -> str:
    """As a member does it: the page, then the button."""
    from tests.cast import person_in

    client = person_in(group).client
    address = f"/our-work/sentences/{sentence.pk}/take-back/"
    assert sentence.text in client.get(address).content.decode()
    return client.post(address).content.decode()


def test_nothing_keeps_the_words() -> None:
    mark, group = f"mark{secrets.token_hex(8)}", make_group()
    room = make_room(group)
    for number in range(150):  # Enough rows around it that the table spreads over pages and moves them.
        make_sentence(room, f"Sentence {number} " + "and more " * (number % 40))
    sentence = typed_and_translated(mark, room)
    for put in ENDS:
        put(mark, sentence)
    assert set(in_tables(mark)) >= {"meetings_sentence", "meetings_sentencetranslation"}
    page = take_back_on_the_site(sentence, group)
    assert "The words were taken back" in page
    assert mark not in page
    assert list(in_tables(mark)) == []
    assert list(in_files(mark)) == []


def test_the_search_through_files_can_fail() -> None:
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("looks into SQLite's file")
    mark = f"mark{secrets.token_hex(8)}"
    make_sentence(make_room(), mark)
    assert list(in_files(mark))
