"""Photographs of the wall: only the cleaned bytes are kept, for those inside, until somebody removes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError
from smallplaces.core.viewers import ANYBODY
from tests.factories.groups import make_group
from tests.factories.meetings import behind_link, inside, make_meeting, make_photo
from tests.readers import picture_files as files

pytestmark = pytest.mark.django_db


def on_disk() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_only_what_was_written_anew_is_kept() -> None:
    from smallplaces.core.files import bytes_of

    before = set(on_disk())
    photo = make_photo(caption="the tree of causes")

    (kept,) = set(on_disk()) - before
    assert kept.read_bytes() == bytes_of(photo.file)
    assert [sign for sign in files.SIGNS if sign in kept.read_bytes()] == []
    assert (photo.file.name, photo.file.media_type, photo.file.group_id, photo.file.visibility) == (
        "wall.jpg",
        "image/jpeg",
        photo.meeting.group_id,
        "private",
    )


def test_faces_are_looked_at_first() -> None:
    with pytest.raises(RefusedError) as refused:
        make_photo(faces_looked_at=False)
    assert refused.value.field == "faces_looked_at"


@pytest.mark.parametrize("picture", [b"%PDF-1.7", files.huge(), files.moving(), files.jpeg()[:300], bytes(10_000_001)])
def test_what_is_no_good_picture_is_not_kept(picture: bytes) -> None:
    meeting, before = make_meeting(), on_disk()
    with pytest.raises(RefusedError) as refused:
        make_photo(meeting, picture)
    assert refused.value.field == "picture"
    assert meeting.photos.count() == 0
    assert on_disk() == before


def test_the_same_photograph_twice_stays_one() -> None:
    meeting = make_meeting()
    assert make_photo(meeting) == make_photo(meeting)
    assert meeting.photos.count() == 1


def test_there_are_at_most_forty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smallplaces.meetings.actions.photos.MOST_PHOTOS", 1)
    meeting = make_meeting()
    make_photo(meeting)
    with pytest.raises(RefusedError, match="Remove some first"):
        make_photo(meeting, files.png())


@pytest.mark.django_db(transaction=True)
def test_removing_takes_the_bytes_at_once() -> None:
    from smallplaces.core.files import path_of
    from smallplaces.core.models import File
    from smallplaces.meetings.actions import remove_photo

    photo = make_photo()
    path = path_of(photo.file.sha256)
    assert path.exists()
    remove_photo(photo, by=behind_link(photo.meeting))
    assert not path.exists()
    assert not File.objects.exists()


def test_photographs_are_for_those_inside() -> None:
    from smallplaces.meetings.actions import remove_photo
    from smallplaces.meetings.queries import find_photo, photos_of_meeting, picture_of

    photo = make_photo(make_meeting(visibility="public"))
    other = make_meeting(photo.meeting.group)
    for viewer in (inside(photo.meeting.group), behind_link(photo.meeting)):
        assert [one.id for one in photos_of_meeting(photo.meeting_id, viewer=viewer)] == [photo.pk]
        assert picture_of(photo.pk, viewer=viewer).startswith(b"\xff\xd8")
    for viewer in (ANYBODY, inside(make_group()), behind_link(other)):
        assert photos_of_meeting(photo.meeting_id, viewer=viewer) == []
        for read in (find_photo, picture_of):
            with pytest.raises(NotVisibleError):
                read(photo.pk, viewer=viewer)
        with pytest.raises(NotAllowedError):
            remove_photo(photo, by=viewer)
