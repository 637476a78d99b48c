"""The demonstration place for tests: loaded once through its own actions, then put back as the rows that it came to."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, transaction

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

    from smallplaces.core.viewers import Viewer
    from smallplaces.groups.models import Account, Group
    from smallplaces.places.models import Place

TODAY = dt.date(2026, 3, 1)


@dataclass(frozen=True)
class Demonstration:
    """Osier Bend as it stands on 1 March 2026."""

    place: Place
    laundry: Group
    holder: Account
    today: dt.date = TODAY

    @property
    def viewer(self) -> Viewer:
        """A holder of the Laundry Circle."""
        from smallplaces.groups.queries import viewer_of

        return viewer_of(self.holder)


class _UndoError(Exception):
    """Ends the transaction in which the place was loaded for writing it down."""


@dataclass(frozen=True)
class Snapshot:
    """The rows of the whole place by table, and its files: read once a process, put back in a twentieth of a second."""

    rows: dict[str, tuple[list[str], list[tuple[Any, ...]]]]
    files: Path


def _kept_tables() -> list[str]:
    """Every table that an archive would hold: the same rows as if the place had come here in one."""
    from django.apps import apps

    from smallplaces.archive.scope import LEFT_OUT

    models = apps.get_models(include_auto_created=True)
    return [one._meta.db_table for one in models if one._meta.label_lower not in LEFT_OUT]


def _rows_of(table: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        columns = [column[0] for column in cursor.description]
        return columns, [tuple(map(_bindable, row)) for row in cursor.fetchall()]


def _bindable(value: object) -> object:
    """As a database takes it back: SQLite gives times of the day out and takes none in."""
    return value.isoformat() if isinstance(value, dt.time) else value


@pytest.fixture(scope="session")
def demonstration_rows(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Snapshot:
    """The whole place as rows, read once a process; the database is empty again afterwards."""
    from django.test import override_settings

    from smallplaces.cli.demo.load import load

    folder = tmp_path_factory.mktemp("demonstration")
    rows = {}
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder):
        try:
            with transaction.atomic():
                load(TODAY)
                rows = {table: _rows_of(table) for table in _kept_tables()}
                raise _UndoError  # noqa: TRY301  (the only way out of a transaction without keeping it)
        except _UndoError:
            pass
    return Snapshot({table: found for table, found in rows.items() if found[1]}, folder)


def bring_in(snapshot: Snapshot) -> Demonstration:
    """The place in the present database and file folder."""
    from django.conf import settings

    from smallplaces.groups.models import Account, Group

    shutil.copytree(snapshot.files, settings.MEDIA_ROOT, dirs_exist_ok=True)
    with transaction.atomic(), connection.cursor() as cursor:
        for table, (columns, rows) in snapshot.rows.items():
            names = ", ".join(map(connection.ops.quote_name, columns))
            values = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {connection.ops.quote_name(table)} ({names}) VALUES ({values})", rows)
    laundry = Group.objects.select_related("place").get(slug="laundry-circle")
    return Demonstration(laundry.place, laundry, Account.objects.get(username="laundry-1"))


@pytest.fixture
def osier_bend(db: None, demonstration_rows: Snapshot) -> Demonstration:
    """Osier Bend, in a test's own transaction."""
    return bring_in(demonstration_rows)


@pytest.fixture
def osier_bend_on_site(transactional_db: None, demonstration_rows: Snapshot) -> Demonstration:
    """Osier Bend for a running site."""
    return bring_in(demonstration_rows)


@pytest.fixture
def demonstration_file(db: None, demonstration_rows: Snapshot, tmp_path: Path) -> Path:
    """The whole place as an archive, in a database that is empty again."""
    from smallplaces.archive.writing import write_archive
    from smallplaces.core.viewers import command

    try:
        with transaction.atomic():
            bring_in(demonstration_rows)
            write_archive(tmp_path / "everything.zip", group=None, by=command())
            raise _UndoError  # noqa: TRY301  (as above)
    except _UndoError:
        pass
    return tmp_path / "everything.zip"
