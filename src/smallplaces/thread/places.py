"""A place, and the list of places. A list of issues in people's words is the page of a place."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from smallplaces.commitments.queries import acts_of_place, demands_of_place, promises_of_issues, promises_of_place
from smallplaces.commitments.queries.beside import taken_up_at
from smallplaces.core.history import changes_of
from smallplaces.core.ids import fixed_id
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import groups_of_place, groups_visible_to
from smallplaces.issues.lines import IssueLine
from smallplaces.issues.queries import issues_of_place
from smallplaces.meetings.queries import next_meeting
from smallplaces.places.queries import claims_of, find_places, found, get_place, kind_in_words, places_visible_to
from smallplaces.places.shipped import part_of
from smallplaces.reports.queries import reports_of_place
from smallplaces.steps.queries import steps_for
from smallplaces.thread.lines import ClaimHere, Former, GroupHere, IssueHere, PlacePage
from smallplaces.thread.refs import day
from smallplaces.thread.states import state_line
from smallplaces.thread.timeline import timeline_page

MOST_FOUND = 200
LATEST = 5


@dataclass(frozen=True, kw_only=True)
class PlaceHere:
    """A place in the list of places, with the groups that work there."""

    kind: str = "place"
    id: str
    slug: str
    name: str
    lang: str
    dir: str
    place_kind: str
    country: str
    country_name: str
    parent_name: str
    groups: tuple[str, ...]
    fictional: bool


@dataclass(frozen=True, kw_only=True)
class PlacesPage:
    """Places, the made-up ones apart. `words` is what was looked for."""

    kind: str = "places"
    words: str
    places: tuple[PlaceHere, ...]
    made_up: tuple[PlaceHere, ...]

    @property
    def everything(self) -> tuple[PlaceHere, ...]:
        """The rows of a table; each says whether it is made up."""
        return (*self.places, *self.made_up)


def places_page(words: str, *, viewer: Viewer) -> PlacesPage:
    """The places that exist for the viewer, or those that answer to these words; where groups work, first. At most three queries."""
    rows = find_places(words, viewer=viewer, limit=MOST_FOUND) if words else map(found, places_visible_to(viewer))
    working: dict[str, list[str]] = defaultdict(list)
    for place_id, name in groups_visible_to(viewer).filter(state="open").values_list("place_id", "name"):
        working[place_id].append(name)
    lines = [
        PlaceHere(
            id=one.id,
            slug=one.slug,
            name=one.name,
            lang=one.lang,
            dir=one.dir,
            place_kind=one.kind,
            country=one.country,
            country_name=one.country_name,
            parent_name=one.parent_name,
            groups=tuple(working[one.id]),
            fictional=one.fictional,
        )
        for one in rows
    ]
    lines.sort(key=lambda one: not one.groups)
    return PlacesPage(
        words=words,
        places=tuple(one for one in lines if not one.fictional),
        made_up=tuple(one for one in lines if one.fictional),
    )


def place_page(slug: str, *, viewer: Viewer, today: dt.date) -> PlacePage:
    """One place: who, the next meeting, the issues; then all else. The number of queries does not grow. Raises NotVisibleError."""
    place = get_place(slug, viewer=viewer)
    issues = issues_of_place(place.pk, viewer=viewer)
    ids = [one.id for one in issues]
    demands = demands_of_place(place.pk, viewer=viewer)
    by_issue = promises_of_issues(ids, viewer=viewer)
    promises = promises_of_place(place, viewer=viewer).everything
    steps = steps_for(
        issue_ids=ids,
        demand_ids=[one.id for one in demands],
        promise_ids=[one.id for one in promises],
        viewer=viewer,
    )
    given, taken = taken_up_at(place.pk, viewer=viewer)
    meeting = next_meeting(viewer=viewer, place_id=place.pk)
    claims = _claims(claims_of(place, viewer=viewer))
    return PlacePage(
        **_head(place),
        names=tuple(one for one in claims if is_other_name(one, place.name)),
        groups=_groups(place, viewer),
        meeting=meeting if meeting is None or meeting.on >= today else None,
        issues=tuple(
            _issue(one, state_line([each for each in demands if each.issue_id == one.id], by_issue[one.id]))
            for one in issues
        ),
        steps=tuple(one for one in steps if one.is_open),
        demands=tuple(one for one in demands if one.state in {"talked", "asked"} and not one.taken_back),
        acts=acts_of_place(place, viewer=viewer).acts,
        promises=tuple(sorted(promises, key=lambda one: (not one.silent, -one.days_past))),
        reports=tuple(reports_of_place(place.pk, viewer=viewer)),
        given=given,
        taken=taken,
        claims=tuple(one for one in claims if not is_other_name(one, place.name)),
        history=tuple(
            Former(field=one.field, before=one.before, after=one.after, on=day(one.at.date()), source=one.source)
            for one in changes_of("place", place.pk)
        ),
        days=timeline_page(slug, viewer=viewer).entries[-LATEST:],
    )


def is_other_name(claim: ClaimHere, name: str) -> bool:
    """Whether a claim is a name that stands beside the place's own."""
    return claim.field == "name" and claim.shown == "shown" and not claim.waits and claim.text != name


def _head(place: Any) -> dict[str, Any]:
    return {
        "id": place.pk,
        "slug": place.slug,
        "name": place.name,
        "lang": place.lang,
        "dir": place.dir,
        "kind_words": kind_in_words(place),
        "country": place.country,
        "country_name": place.country_name,
        "parent_name": place.parent.name if place.parent else _part_of(place),
        "parent_slug": place.parent.slug if place.parent and place.parent.standing == "accepted" else "",
        "fictional": place.fictional,
        "waits": place.standing != "accepted",
        "source": place.source,
    }


def _part_of(place: Any) -> str:
    """What the registry says that one of its places is part of, where that is no place here."""
    row = part_of(place.slug) if place.pk == fixed_id("place", place.slug) else None
    return row.parent_name if row else ""


def _groups(place: Any, viewer: Viewer) -> tuple[GroupHere, ...]:
    """Those at work first; a closed one is still named."""
    rows = sorted(groups_of_place(place.pk, viewer=viewer), key=lambda one: one.state == "closed")
    return tuple(
        GroupHere(
            id=one.pk,
            slug=one.slug,
            name=one.name,
            lang=one.lang,
            dir=one.dir,
            about=one.about,
            contact=one.contact,
            ours=viewer.is_member_of(one.pk),
            closed=one.state == "closed",
        )
        for one in rows
    )


def _issue(line: IssueLine, state: str) -> IssueHere:
    rests = line.state != "open"
    words = f"{line.state_words[:1].upper()}{line.state_words[1:]}. {state}" if rests else state
    return IssueHere(
        id=line.id,
        text=line.text,
        lang=line.lang,
        dir=line.dir,
        taken_back=line.taken_back,
        place_slug=line.place_slug,
        group_name=line.group_name,
        state=words,
        private=line.visibility == "private",
        fictional=line.fictional,
    )


def _claims(rows: Sequence[Any]) -> tuple[ClaimHere, ...]:
    return tuple(
        ClaimHere(
            id=one.pk,
            value=one.value,
            field=one.field,
            field_words=one.get_field_display(),
            text=one.text,
            lang=one.lang,
            dir=one.dir,
            source=one.source,
            on=day(one.on_date),
            shown=one.shown,
            waits=one.standing != "accepted",
        )
        for one in rows
    )
