"""Trainings of a place: page, JSON and CSV say the same."""

from __future__ import annotations

import csv
import io

from tests.factories.meetings import inside, make_meeting, make_training
from tests.factories.places import make_body


def test_coverage_by_body_with_numbers_that_were_released(cast) -> None:
    from smallplaces.meetings.actions import count_heads, release_head_count

    body = make_body(cast.place, name="Bus office")
    make_body(cast.place, name="Harbour office")
    by = inside(cast.group)
    told, kept = [make_meeting(cast.group, kind="training", visibility="public") for _one in range(2)]
    for meeting, count in ((told, 4711), (kept, 8244)):
        make_training(meeting, body=body, audience=f"Drivers {count}", side="by")
        count_heads(meeting.room, count, by=by)
    release_head_count(told.room, by=by)
    make_training(make_meeting(cast.group, kind="training", visibility="public"), audience="Neighbours")
    page = cast.anybody.client.get(f"/places/{cast.place.slug}/trainings/").content.decode()
    assert page.count("<bdi>Bus office</bdi>") == 1
    assert "None can be read here yet for:" in page
    assert page.index("Harbour office") > page.index("Of no public body")
    assert page.index("Bus office") < page.index("Drivers 4711") < page.index("Of no public body")
    assert "4711 people came" in page
    assert "8244 people" not in page
    rows = list(
        csv.DictReader(
            io.StringIO(cast.anybody.client.get(f"/places/{cast.place.slug}/trainings.csv").content.decode("utf-8-sig"))
        )
    )
    read = cast.anybody.client.get(f"/places/{cast.place.slug}/trainings.json").json()["trainings"]
    assert [row["audience"] for row in rows] == [one["audience"] for one in read]
    assert sorted(row["head_count"] for row in rows) == ["", "", "4711"]


def test_the_place_leads_there_once_there_is_one(cast) -> None:
    address, link = f"/places/{cast.place.slug}/", f"/places/{cast.place.slug}/trainings/"
    assert link not in cast.anybody.client.get(address).content.decode()
    private = make_training(make_meeting(cast.group, kind="training"), audience="Among us")
    assert link not in cast.anybody.client.get(address).content.decode()
    assert "Among us" not in cast.anybody.client.get(link).content.decode()
    assert "No training is written down yet." in cast.anybody.client.get(link).content.decode()
    private.meeting.visibility = "public"
    private.meeting.save()
    assert link in cast.anybody.client.get(address).content.decode()
