"""The page of photographs, behind a facilitator's link and at the desk."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cast import Cast
from tests.factories.meetings import make_meeting, make_photo
from tests.readers import picture_files as files
from tests.web.listening.test_door import come_in, soon

pytestmark = pytest.mark.django_db
YES = {"faces_looked_at": "on", "caption": "The paper by the door"}


def send(client: Client, data: bytes, name: str = "IMG_2026.jpg", **words: str) -> object:
    picture = SimpleUploadedFile(name, data, content_type="image/jpeg")
    return client.post("/room/photos/", {"picture": picture, **(words or YES)})


def test_a_photograph_goes_in_and_shows() -> None:
    meeting = soon()
    client = come_in(meeting)

    assert send(client, files.heic(), "IMG.HEIC")["Location"] == "/room/photos/"

    page = client.get("/room/photos/").content.decode()
    photo = meeting.photos.get()
    assert 'alt="The paper by the door"' in page
    assert f"/room/photos/{photo.pk}/" in page


def test_the_picture_can_do_nothing_where_it_is_opened() -> None:
    photo = make_photo(soon())
    answer = come_in(photo.meeting).get(f"/room/photos/{photo.pk}/")

    assert answer.content.startswith(b"\xff\xd8")
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("data", "name", "words", "why"),
    [
        (b"%PDF-1.7 words", "wall.jpg", YES, "no picture that can be opened"),
        (b"", "wall.jpg", YES, "no picture that can be opened"),
        (files.jpeg()[:400], "wall.jpg", YES, "incomplete or damaged"),
        (files.moving(), "wall.png", YES, "This picture moves"),
        (files.huge(), "wall.png", YES, "more points than can be opened"),
        (bytes(10_000_001), "wall.jpg", YES, "larger than 10 MB"),
        (bytes(20_000_000), "wall.jpg", YES, "larger than 10 MB"),
        (files.jpeg(), "wall.jpg", {"caption": "The paper by the door"}, "Look at the faces first"),
    ],
)
def test_a_bad_picture_has_one_sentence_and_the_words_stay(data: bytes, name: str, words: dict, why: str) -> None:
    meeting = soon()
    answer = send(come_in(meeting), data, name, **words)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert why in page
    assert len(data) > 11_000_000 or "The paper by the door" in page
    assert meeting.photos.count() == 0


def test_the_original_never_touches_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_about: object, **_more: object) -> None:
        raise AssertionError("a file was written")

    monkeypatch.setattr("django.core.files.uploadedfile.tempfile.NamedTemporaryFile", never)
    picture = files.made("PNG", files.Image.effect_noise((1500, 1200), 90))
    assert len(picture) > 1_500_000
    assert send(come_in(soon()), picture).status_code == 302


def test_a_form_from_elsewhere_is_refused() -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = come_in(soon()).cookies
    assert send(strict, files.jpeg()).status_code == 403


def test_one_photograph_is_removed(cast: Cast) -> None:
    photo = make_photo(make_meeting(cast.group))
    address = f"/our-work/meetings/{photo.meeting_id}/photos/"
    assert cast.member.client.get(address).status_code == 200
    assert cast.member.client.post(f"{address}{photo.pk}/remove/")["Location"] == address
    assert cast.member.client.get(f"{address}{photo.pk}/").status_code == 404


def test_a_link_shows_no_photographs_of_other_meetings() -> None:
    photo = make_photo()
    client = come_in(soon(group=photo.meeting.group))
    assert client.get(f"/room/photos/{photo.pk}/").status_code == 404
    assert client.post(f"/room/photos/{photo.pk}/remove/").status_code == 404
    assert client.get(f"/our-work/meetings/{photo.meeting_id}/photos/{photo.pk}/").status_code == 302
    assert client.get(f"/files/{photo.file_id}/").status_code == 404
