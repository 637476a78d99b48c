"""Who runs this, and the door to files."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import Cast
from tests.factories.core import make_file

pytestmark = pytest.mark.django_db
SAID = {"name": "Weir Places", "run_by": "The Weir League", "paid_by": "Its members", "lang": "en"}


def test_the_page_tells_what_is_not_sealed_even_before_a_steward_wrote(client: Client) -> None:
    page = client.get("/about/").content.decode()
    assert "The people who run this machine can read all that is not sealed. Nothing here is sealed yet." in page
    assert page.count("have not said so yet") == 3


def test_a_steward_says_who_runs_it_and_the_former_words_are_kept(cast: Cast) -> None:
    from smallplaces.core.history import changes_of
    from smallplaces.core.models import Installation

    for by in ("The Weir League", "The Ford League"):
        assert cast.steward.client.post("/about/change/", SAID | {"run_by": by})["Location"] == "/about/"
    assert "The Ford League" in cast.resident.client.get("/about/").content.decode()
    former = {change.before for change in changes_of("installation", Installation.objects.get().pk)}
    assert "The Weir League" in former


@pytest.mark.parametrize(("who", "status"), [("resident", 302), ("member", 403), ("holder", 403)])
def test_nobody_else_changes_it(cast: Cast, who: str, status: int) -> None:
    for answer in (
        cast.everybody[who].client.get("/about/change/"),
        cast.everybody[who].client.post("/about/change/", SAID),
    ):
        assert answer.status_code == status
    assert "Weir Places" not in cast.resident.client.get("/about/").content.decode()


def test_a_file_is_something_to_save_and_never_runs_here(client: Client) -> None:
    row = make_file(b"<script>alert(1)</script>", name="ä sheet.html", media_type="text/html", visibility="public")
    answer = client.get(f"/files/{row.pk}/")
    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    ("who", "status"), [("member", 200), ("holder", 200), ("resident", 404), ("elsewhere", 404), ("steward", 404)]
)
def test_a_private_file_is_its_groups_alone(cast: Cast, who: str, status: int) -> None:
    row = make_file(group_id=cast.group.pk)
    answer = cast.everybody[who].client.get(f"/files/{row.pk}/")
    answer.close()
    assert answer.status_code == status


def test_a_file_whose_bytes_are_gone_is_not_there(client: Client) -> None:
    from smallplaces.core.files import path_of

    row = make_file(visibility="public")
    path_of(row.sha256).unlink()
    assert client.get(f"/files/{row.pk}/").status_code == 404


def test_the_style_page_stands_both_ways_round(client: Client) -> None:
    assert 'dir="ltr"' in client.get("/style/").content.decode()[:200]
    assert 'dir="rtl"' in client.get("/style/?dir=rtl").content.decode()[:200]
