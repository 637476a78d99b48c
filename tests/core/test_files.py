"""Files on disk and their rows."""

from __future__ import annotations

import hashlib
import os
from types import MappingProxyType

import pytest
from django.db import transaction
from pytest_django import Settings

from smallplaces.core.files import bytes_of, file_for, keep_bytes, keep_file, path_of, remove_file, sweep
from smallplaces.core.models import File
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import ANYBODY, Viewer
from tests.factories.core import make_file

pytestmark = pytest.mark.django_db


def test_bytes_lie_under_their_checksum_and_for_the_owner_alone():
    file = make_file(b"words")

    path = path_of(file.sha256)
    assert path.name == hashlib.sha256(b"words").hexdigest()
    assert bytes_of(file) == b"words"
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd"])
def test_a_name_that_climbs_keeps_only_its_last_part(name: str):
    assert make_file(name=name).name == "passwd"


def test_a_file_that_is_too_large_leaves_nothing(settings: Settings):
    settings.FILE_BYTES_MAX = 4

    with pytest.raises(RefusedError, match="larger than"):
        keep_file(b"12345", name="a.txt", media_type="text/plain")
    assert not File.objects.exists()
    assert not path_of(hashlib.sha256(b"12345").hexdigest()).exists()


def test_a_private_file_opens_for_its_group_alone():
    file = make_file(group_id="ours")
    member = Viewer(account_id="a", roles=MappingProxyType({"ours": "member"}))
    other = Viewer(account_id="b", is_steward=True, roles=MappingProxyType({"theirs": "holder"}))

    assert file_for(file.pk, viewer=member) == file
    for stranger in (other, ANYBODY):
        with pytest.raises(NotVisibleError):
            file_for(file.pk, viewer=stranger)


def test_the_last_row_takes_the_bytes_with_it(django_capture_on_commit_callbacks):
    first, second = make_file(b"same"), make_file(b"same")

    with django_capture_on_commit_callbacks(execute=True):
        remove_file(first)
    assert bytes_of(second) == b"same"
    with django_capture_on_commit_callbacks(execute=True):
        remove_file(second)

    assert not path_of(second.sha256).exists()


@pytest.mark.django_db(transaction=True)
def test_bytes_stay_when_the_removal_is_undone():
    file = make_file(b"kept")

    with transaction.atomic():
        remove_file(file)
        transaction.set_rollback(True)

    assert bytes_of(File.objects.get()) == b"kept"


def test_sweeping_takes_old_bytes_without_a_row():
    kept, left, young = make_file(b"with a row"), keep_bytes(b"left over"), keep_bytes(b"just written")
    for sha256 in (kept.sha256, left):
        os.utime(path_of(sha256), (0, 0))

    assert sweep() == 1
    assert [path_of(one).exists() for one in (kept.sha256, left, young)] == [True, False, True]
