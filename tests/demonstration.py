"""The demonstration place for tests: loaded once through its own actions, then brought in by the product's own archive."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.db import transaction

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


@pytest.fixture(scope="session")
def demonstration_file(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The whole place as an archive, made once a process; the database is empty again afterwards."""
    from django.test import override_settings

    from smallplaces.archive.writing import write_archive
    from smallplaces.cli.demo.load import load
    from smallplaces.core.viewers import command

    folder = tmp_path_factory.mktemp("demonstration")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder / "files"):
        try:
            with transaction.atomic():
                load(TODAY)
                write_archive(folder / "everything.zip", group=None, by=command())
                raise _UndoError  # noqa: TRY301  (the only way out of a transaction without keeping it)
        except _UndoError:
            pass
    return folder / "everything.zip"


def bring_in(file: Path) -> Demonstration:
    """The place in the present database and file folder."""
    from smallplaces.archive.reading import read_archive
    from smallplaces.core.viewers import command
    from smallplaces.groups.models import Account, Group

    read_archive(file, by=command())
    laundry = Group.objects.select_related("place").get(slug="laundry-circle")
    return Demonstration(laundry.place, laundry, Account.objects.get(username="laundry-1"))


@pytest.fixture
def osier_bend(db: None, demonstration_file: Path) -> Demonstration:
    """Osier Bend, in a test's own transaction."""
    return bring_in(demonstration_file)


@pytest.fixture
def osier_bend_on_site(transactional_db: None, demonstration_file: Path) -> Demonstration:
    """Osier Bend for a running site."""
    return bring_in(demonstration_file)
