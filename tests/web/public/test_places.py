"""A place and the list of places: page, JSON and CSV say the same."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from django.test import Client

from tests.demonstration import Demonstration
from tests.factories.core import DAY
from tests.factories.issues import make_issue, make_public_issue
from tests.factories.meetings import make_meeting
from tests.factories.places import make_place


def rows(answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


@pytest.fixture
def on_the_day():
    from smallplaces.core.clock import fixed

    with fixed(DAY):
        yield


def test_the_page_begins_with_who_when_and_the_issues(cast, on_the_day) -> None:
    issue = make_public_issue(cast.group)
    make_meeting(
        cast.group,
        on=DAY + dt.timedelta(days=3),
        visibility="public",
        childcare=True,
        spoken="Arabic",
        fare_paid=True,
        step_free="yes",
    )
    page = cast.anybody.client.get(f"/places/{cast.place.slug}/").content.decode()
    body = page[page.index("<main") :]
    order = [
        body.index(words)
        for words in (
            cast.place.name,
            cast.group.name,
            "meets next",
            "childcare",
            "Arabic",
            "step-free",
            "we pay it",
            issue.text,
            "About this place",
        )
    ]
    assert order == sorted(order)


def test_json_and_csv_say_what_the_page_says(cast) -> None:
    issue = make_public_issue(cast.group)
    make_issue(cast.group, text="Only for us")
    told = cast.anybody.client.get(f"/places/{cast.place.slug}.json").json()
    table = rows(cast.anybody.client.get(f"/places/{cast.place.slug}.csv"))
    assert [one["id"] for one in told["issues"]] == [one["id"] for one in table] == [issue.pk]
    assert told["fictional"] is False
    assert table[0]["fictional"] == "False"
    assert table[0]["text"] == issue.text


def test_a_private_issue_is_marked_for_its_group_and_absent_for_others(cast) -> None:
    make_issue(cast.group, text="Only for us")
    outside, ours = (
        cast.everybody[who].client.get(f"/places/{cast.place.slug}/").content.decode() for who in ("anybody", "member")
    )
    assert "Only for us" not in outside
    assert "Open an issue" not in outside
    assert "Only for us" in ours
    assert "only our group reads this" in ours


def test_a_place_without_a_group_says_how_to_start(db, client) -> None:
    place = make_place()
    page = client.get(f"/places/{place.slug}/").content.decode()
    assert "No group works here yet." in page
    assert "/groups/start/" in page


def test_conflicting_claims_both_stand_with_their_sources(cast) -> None:
    from smallplaces.places.actions import claim

    for text, source in (("About 400", "the school"), ("About 900", "the register")):
        claim(cast.place, field="people", text=text, lang="en", source=source, by=cast.steward.viewer)
    page = cast.anybody.client.get(f"/places/{cast.place.slug}/").content.decode()
    for words in ("About 400", "the school", "About 900", "the register"):
        assert words in page


def test_a_place_of_nobody_is_not_found(db, client) -> None:
    for ending in ("/", ".json", ".csv"):
        assert client.get(f"/places/nowhere{ending}").status_code == 404


def test_made_up_places_stand_under_a_plain_line(db, client) -> None:
    real, made_up = make_place(name="Reed Quay"), make_place(name="Reed Nowhere", fictional=True)
    page = client.get("/places/").content.decode()
    line = page.index("Made up, to show how this works")
    assert page.index(real.name) < line < page.index(made_up.name)


def test_the_list_is_looked_through_without_case_and_accents(db, client) -> None:
    make_place(name="Königsau"), make_place(name="Elsewhere")
    page = client.get("/places/?q=konigs").content.decode()
    assert "Königsau" in page
    assert "Elsewhere" not in page[page.index("<main") :]
    assert [one["name"] for one in rows(client.get("/places.csv?q=konigs"))] == ["Königsau"]


def test_every_row_of_the_list_says_whether_it_is_made_up(db, client) -> None:
    make_place(name="Reed Quay"), make_place(name="Reed Nowhere", fictional=True)
    assert [(one["name"], one["fictional"]) for one in rows(client.get("/places.csv"))] == [
        ("Reed Quay", "False"),
        ("Reed Nowhere", "True"),
    ]
    told = client.get("/places.json").json()
    assert [one["fictional"] for one in told["places"] + told["made_up"]] == [False, True]


def test_nothing_found_is_one_line(db, client) -> None:
    assert "No place of this name is here yet." in client.get("/places/?q=atlantis").content.decode()


@pytest.mark.parametrize("part", ["reach", "issues", "promised", "told"])
def test_a_door_of_the_first_page_leads_to_the_part_of_a_place_that_answers(
    osier_bend: Demonstration, part: str
) -> None:
    client = Client()

    assert f"/places/?part={part}" in client.get("/").content.decode()
    assert f'href="/places/osier-bend/#{part}"' in client.get(f"/places/?part={part}").content.decode()
    assert f'id="{part}"' in client.get("/places/osier-bend/").content.decode()


def test_another_part_is_not_put_into_addresses(osier_bend: Demonstration) -> None:
    page = Client().get("/places/", {"part": '"><script>'}).content.decode()

    assert 'href="/places/osier-bend/"' in page
    assert "<script>" not in page
