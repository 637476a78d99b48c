"""Calendars and feeds, read by parsers of others."""

from __future__ import annotations

import datetime as dt

import icalendar
import pytest
from lxml import etree

from smallplaces.core.clock import fixed
from tests.factories.groups import make_group
from tests.factories.meetings import MEETING_DAY, inside, make_meeting, make_series
from tests.factories.places import make_place

ATOM = {"a": "http://www.w3.org/2005/Atom"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ARABIC = "ماذا يحتاج العيش هنا؟ " * 6 + "😀; a, b\\c"


@pytest.fixture(autouse=True)
def before():
    with fixed(MEETING_DAY):
        yield


def events(answer) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))


def feed(answer) -> etree._Element:
    return etree.fromstring(answer.content, etree.XMLParser(resolve_entities=False))


@pytest.fixture
def group(db):
    return make_group(place=make_place(zone="Europe/Berlin"))


def test_one_meeting_is_saved_with_what_makes_it_possible_to_come(group, client) -> None:
    meeting = make_meeting(
        group, visibility="public", starts=dt.time(19), ends=dt.time(0, 30), childcare=True, step_free="nearly",
        spoken="Spanish and Arabic", how_to_get_there="Side door",
    )  # fmt: skip
    answer = client.get(f"/meetings/{meeting.pk}.ics")
    (event,) = events(answer)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="meeting-2026-03-05.ics"'
    assert (event["SUMMARY"], event["LOCATION"]) == (meeting.text, "Chapel kitchen")
    assert event.start.isoformat() == "2026-03-05T19:00:00+01:00"
    assert event.end.isoformat() == "2026-03-06T00:30:00+01:00"
    for words in ("Side door", "Spanish and Arabic", "Childcare there", "one step at the door"):
        assert words in event["DESCRIPTION"]
    assert event["URL"] == f"http://testserver/meetings/{meeting.pk}/"
    assert "testserver" not in event["UID"]
    assert meeting.pk in event["UID"]


@pytest.mark.parametrize(
    ("zone", "days", "offsets"),
    [
        ("Europe/Berlin", ["2026-03-26", "2026-04-02"], [1, 2]),
        ("America/New_York", ["2026-03-05", "2026-03-12"], [-5, -4]),
    ],
)
def test_an_evening_stays_in_the_evening_across_a_change_of_clocks(db, client, zone, days, offsets) -> None:
    group = make_group(place=make_place(zone=zone))
    make_series(
        group, on=dt.date.fromisoformat(days[0]), rule="weekly", starts=dt.time(19), visibility="public", childcare=True
    )
    answer = client.get(f"/groups/{group.slug}/meetings.ics")
    read = events(answer)
    assert [one["DTSTART"].to_ical().decode() for one in read] == [f"{day.replace('-', '')}T190000" for day in days]
    assert {one["DTSTART"].params["TZID"] for one in read} == {zone}
    assert [one.start.utcoffset() for one in read] == [dt.timedelta(hours=hours) for hours in offsets]
    assert [str(one["TZID"]) for one in icalendar.Calendar.from_ical(answer.content).walk("VTIMEZONE")] == [zone]
    assert b"RRULE" not in answer.content


def test_a_meeting_keeps_its_own_zone_when_its_place_gets_another(group, client) -> None:
    meeting = make_meeting(group, visibility="public", starts=dt.time(19))
    group.place.zone = "Europe/Lisbon"
    group.place.save()
    (event,) = events(client.get(f"/places/{group.place.slug}/meetings.ics"))
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert event.start.astimezone(dt.UTC).hour == 18
    assert client.get(f"/meetings/{meeting.pk}/").status_code == 200


def test_a_day_without_an_hour_is_a_whole_day(group, client) -> None:
    meeting = make_meeting(group, visibility="public")
    (event,) = events(client.get(f"/meetings/{meeting.pk}.ics"))
    assert (event.start, event.end) == (MEETING_DAY, MEETING_DAY + dt.timedelta(days=1))


def test_lines_are_folded_by_bytes_and_end_as_calendars_want_them(group, client) -> None:
    meeting = make_meeting(group, visibility="public", text=ARABIC, where="a, b; c\\n", lang="ar", starts=dt.time(19))
    content = client.get(f"/meetings/{meeting.pk}.ics").content
    lines = content.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode()  # no letter is cut in two
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert (event["SUMMARY"], event["LOCATION"]) == (meeting.text, "a, b; c\\n")
    assert event["SUMMARY"].params["LANGUAGE"] == "ar"


def test_the_same_calendar_is_the_same_bytes_on_another_day(group, client) -> None:
    make_meeting(group, visibility="public", starts=dt.time(19))
    address = f"/groups/{group.slug}/meetings.ics"
    first = client.get(address).content
    with fixed(MEETING_DAY + dt.timedelta(days=30)):
        assert client.get(address).content == first


def test_what_is_called_off_simply_is_not_there(group, client) -> None:
    from smallplaces.meetings.actions import cancel_meeting

    series = make_series(group, visibility="public", count=3)
    cancel_meeting(series.meetings.order_by("on")[1], by=inside(group))
    read = events(client.get(f"/groups/{group.slug}/meetings.ics"))
    assert [one.start.isoformat() for one in read] == ["2026-03-05", "2026-05-07"]


@pytest.mark.parametrize("who", ["anybody", "member", "steward"])
@pytest.mark.parametrize("ending", ["ics", "atom"])
def test_what_can_be_subscribed_to_is_public_whoever_asks(cast, who, ending) -> None:
    make_meeting(cast.group, text="Only among us")
    seen = make_meeting(cast.group, text="Open to all", visibility="public")
    for address in (f"/groups/{cast.group.slug}/", f"/places/{cast.place.slug}/"):
        told = cast.everybody[who].client.get(f"{address}meetings.{ending}").content.decode()
        assert "Open to all" in told
        assert "Only among us" not in told
    seen.group.state = "closed"
    seen.group.save()
    assert b"Open to all" not in cast.anybody.client.get(f"/places/{cast.place.slug}/meetings.{ending}").content


def test_what_is_made_up_says_so(db, client) -> None:
    group = make_group(place=make_place(fictional=True))
    meeting = make_meeting(group, visibility="public")
    (event,) = events(client.get(f"/meetings/{meeting.pk}.ics"))
    assert event["SUMMARY"].startswith("FICTIONAL: ")
    assert event["DESCRIPTION"].startswith("FICTIONAL")
    entry = feed(client.get(f"/groups/{group.slug}/meetings.atom")).find("a:entry", ATOM)
    assert entry.findtext("a:title", namespaces=ATOM).startswith("FICTIONAL: ")


@pytest.mark.parametrize("whose", ["groups", "places"])
def test_a_feed_has_all_that_atom_asks_for(group, client, whose) -> None:
    meeting = make_meeting(group, visibility="public", text="<b>¿Quién?</b> & 😀", lang="es", starts=dt.time(19))
    address = f"/{whose}/{group.slug if whose == 'groups' else group.place.slug}/meetings.atom"
    answer = client.get(address)
    read = feed(answer)
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert read.tag == "{http://www.w3.org/2005/Atom}feed"
    (entry,) = read.findall("a:entry", ATOM)
    assert entry.findtext("a:title", namespaces=ATOM) == meeting.text
    assert entry.get(XML_LANG) == "es"
    assert "Thursday 5 March, 7 p.m." in entry.findtext("a:summary", namespaces=ATOM)
    assert entry.find("a:link", ATOM).get("href") == f"http://testserver/meetings/{meeting.pk}/"
    for place in (read, entry):
        assert place.findtext("a:id", namespaces=ATOM).startswith("urn:uuid:")
        assert dt.datetime.fromisoformat(place.findtext("a:updated", namespaces=ATOM)).tzinfo
    assert read.find("a:link[@rel='self']", ATOM).get("href") == f"http://testserver{address}"
    assert entry.findtext("a:author/a:name", namespaces=ATOM) == group.name


def test_a_control_character_in_a_contact_breaks_neither(db, client) -> None:
    group = make_group(contact="at the mill\x0b, upstairs\x1f")  # PostgreSQL keeps no zero byte
    make_meeting(group, visibility="public")
    for ending in ("ics", "atom"):
        answer = client.get(f"/groups/{group.slug}/meetings.{ending}")
        assert answer.status_code == 200
        assert b"at the mill" in answer.content


def test_a_control_character_in_the_name_of_one_group_breaks_no_feed_of_its_place(db, client) -> None:
    group = make_group(name="Mill\x1f Circle")
    make_meeting(group, visibility="public")
    assert b"Mill Circle" in client.get(f"/places/{group.place.slug}/meetings.atom").content


def test_an_empty_calendar_is_a_calendar(group, client) -> None:
    assert events(client.get(f"/groups/{group.slug}/meetings.ics")) == []
    assert feed(client.get(f"/groups/{group.slug}/meetings.atom")).findall("a:entry", ATOM) == []
