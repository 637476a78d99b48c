"""A marked sentence is taken back through the site; afterwards no table and no file holds it.

Each app that keeps words made from sentences adds a function to `ENDS`: it puts the sentence where its app keeps it.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.groups import make_group
from tests.factories.meetings import inside, make_room, make_sentence

if TYPE_CHECKING:
    from smallplaces.groups.models import Group

pytestmark = pytest.mark.django_db(transaction=True)


def typed_and_translated(mark: str, room: Any) -> Any:
    """What meetings keep: the words, and what a person and a machine made of them."""
    from smallplaces.meetings.actions import translate_sentence

    sentence = make_sentence(room, f"{mark} leaves before my shift ends", reach="public")
    for lang, machine in (("es", False), ("ar", True)):
        translate_sentence(sentence, text=f"{mark} {lang}", lang=lang, machine=machine, by=inside(room.meeting.group))
    return sentence


def in_an_issue(sentence: Any, group: Group) -> None:
    """An issue named by the sentence, with a box of its tree made from it."""
    from smallplaces.issues.actions import add_cause, open_issue

    by = inside(group)
    issue = open_issue(group, place=group.place, title_sentence=sentence, sentences=[sentence], by=by)
    add_cause(issue, level="shows", sentence=sentence, by=by)


def in_a_demand(sentence: Any, group: Group) -> None:
    """A demand in the sentence's own words."""
    from smallplaces.commitments.actions.demands import make_demand
    from smallplaces.issues.actions import open_issue

    issue = open_issue(group, place=group.place, text="The bus", by=inside(group))
    make_demand(issue, text=sentence.text, verbatim=[sentence], ourselves=True, by=inside(group))


def in_a_report_handed_in(sentence: Any, group: Group) -> None:
    """A paragraph that quotes it, in a draft and in an edition's files."""
    from tests.factories.reports import make_citation, make_edition, make_paragraph, make_report

    report = make_report(group)
    make_citation(
        make_paragraph(report, text=f"They say: {sentence.text}"), kind="sentence", thing=sentence, verbatim=True
    )
    make_edition(report)


ENDS: list[Callable[[Any, Group], None]] = [in_an_issue, in_a_demand, in_a_report_handed_in]


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


def take_back_on_the_site(sentence: Any, group: Group) -> str:
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
        put(sentence, group)
    assert set(in_tables(mark)) >= {"meetings_sentence", "meetings_sentencetranslation"}
    assert len(set(in_tables(mark))) > len(ENDS) + 1  # each of them keeps the words before they go
    assert len(set(in_files(mark))) > 1  # the database and what the report made
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
