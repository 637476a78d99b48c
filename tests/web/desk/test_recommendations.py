"""Bringing recommendations in by the page, accepting labels, tying promises."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import Cast
from tests.cli.test_recommendations import HEAD, ROW
from tests.factories.commitments import make_promise
from tests.factories.norms import make_catalogue
from tests.factories.recommendations import make_recommendation

pytestmark = pytest.mark.django_db
ADD = "/our-work/recommendations/add/"


@pytest.fixture(autouse=True)
def catalogue(db: None) -> None:
    make_catalogue()


def upload(text: str, name: str = "6-9.csv") -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, text.encode("mac_roman")), "state": ""}


def test_the_first_press_shows_and_the_second_writes(cast: Cast) -> None:
    from smallplaces.core.models import File
    from smallplaces.norms.models import Recommendation

    page = cast.steward.client.post(ADD, upload(f"{HEAD}\r{ROW}\r"))
    assert "1 recommendation is new" in page.content.decode()
    assert not Recommendation.objects.exists()
    done = cast.steward.client.post(ADD, {"kept": page.context["kept"], "state": ""})
    assert done["Location"] == "/recommendations/"
    assert Recommendation.objects.count() == 1
    assert not File.objects.exists()


def test_a_bad_file_is_refused_in_one_sentence(cast: Cast) -> None:
    page = cast.steward.client.post(ADD, upload("<!doctype html><html>no</html>"))
    assert page.status_code == 422
    assert "web page" in page.content.decode()


def test_a_word_of_another_door_opens_nothing(cast: Cast) -> None:
    from smallplaces.core.uploads import keep_upload

    word = keep_upload(b"whatever", name="x.csv", what="another")
    page = cast.steward.client.post(ADD, {"kept": word, "state": ""})
    assert page.status_code == 422
    assert "Choose the file once more" in page.content.decode()


def test_one_press_accepts_what_the_labels_say(cast: Cast) -> None:
    row = make_recommendation()
    assert "suggestion" in cast.steward.client.get("/recommendations/to/FJ/").content.decode()
    cast.steward.client.post("/our-work/recommendations/to/FJ/accept/")
    assert row.rights.get().standing == "accepted"
    assert "suggestion" not in cast.anybody.client.get("/recommendations/to/FJ/").content.decode()


def test_a_promise_of_ours_answers_and_everybody_reads_it(cast: Cast) -> None:
    cast.place.country = "FJ"
    cast.place.save()
    promise, row = make_promise(place=cast.place), make_recommendation()
    address = f"/our-work/recommendations/{row.pk}/"
    cast.member.client.post(address, {"promise-to": promise.pk, "promise-made_in": "circle"})
    assert promise.text in cast.anybody.client.get(f"/recommendations/{row.pk}/").content.decode()
    assert row.text in cast.anybody.client.get(f"/places/{cast.place.slug}/recommendations/").content.decode()
    cast.member.client.post(f"{address}untie/", {"promise": promise.pk})
    assert promise.text not in cast.anybody.client.get(f"/recommendations/{row.pk}/").content.decode()


def test_json_and_csv_say_what_the_page_says(cast: Cast) -> None:
    row = make_recommendation()
    told = cast.anybody.client.get("/recommendations/to/FJ.json").json()
    assert [one["text"] for one in told["lines"]] == [row.text]
    assert row.text in cast.anybody.client.get("/recommendations/to/FJ.csv").content.decode()
    assert cast.anybody.client.get("/recommendations.json").json()[0]["number"] == 1


def test_a_state_without_recommendations_has_no_page(cast: Cast) -> None:
    assert cast.anybody.client.get("/recommendations/to/KE/").status_code == 404
    assert cast.anybody.client.get(f"/places/{cast.place.slug}/recommendations/").status_code == 404
