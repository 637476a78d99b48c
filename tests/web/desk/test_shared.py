"""Every kind that a group holds, shown to one named group: it reads it and finds it listed, until it is named no more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cast import Cast
from tests.factories.commitments import make_act, make_demand, make_followup, make_promise
from tests.factories.issues import make_issue
from tests.factories.meetings import inside, make_meeting
from tests.factories.reports import make_edition, make_paragraph, make_report
from tests.factories.steps import make_step

pytestmark = pytest.mark.django_db
# What is shared, the words that it holds, and the page on which they stand.
Shown = tuple[object, str, str]


def meeting(cast: Cast) -> Shown:
    row = make_meeting(cast.group, text="Who fixes the weir?")
    return row, row.text, f"/meetings/{row.pk}/"


def issue(cast: Cast) -> Shown:
    row = make_issue(cast.group, place=cast.place, text="The weir is broken.")
    return row, row.text, f"/issues/{row.pk}/"


def demand(cast: Cast) -> Shown:
    row = make_demand(cast.group, text="Mend the weir.")
    return row, row.text, f"/demands/{row.pk}/"


def step(cast: Cast) -> Shown:
    row = make_step(cast.group, text="Write to the weir keeper.")
    if row.issue is not None:
        cast.member.client.post(f"/our-work/share/issue/{row.issue_id}/", {"group": cast.other_group.pk})
    return row, row.text, f"/steps/{row.pk}/"


def act(cast: Cast) -> Shown:
    row = make_act(cast.group, title="The weir pledge", visibility="private")
    return row, row.title, f"/acts/{row.pk}/"


def followup(cast: Cast) -> Shown:
    row = make_followup(make_promise(place=cast.place), cast.group, text="A boat came to the weir.")
    return row, row.text, f"/promises/{row.promise_id}/"


def report(cast: Cast) -> Shown:
    row = make_report(cast.group, title="The year of the weir")
    make_paragraph(row)
    make_edition(row)
    return row, row.title, f"/reports/{row.pk}/"


def decision(cast: Cast) -> Shown:
    from smallplaces.groups.actions import record_decision
    from smallplaces.groups.models import Decision

    more = {"result": "Yes", "on": cast.group.opened_on, "rule": "consensus", "visibility": "private"}
    row = record_decision(cast.group, text="We mend the weir ourselves.", by=inside(cast.group), **more)
    assert isinstance(row, Decision)
    return row, row.text, f"/groups/{cast.group.slug}/"


KINDS = [meeting, issue, demand, step, act, followup, report, decision]


@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
def test_the_named_group_reads_it_and_finds_it_listed(cast: Cast, make: Callable[[Cast], Shown]) -> None:
    thing, words, address = make(cast)
    share = f"/our-work/share/{make.__name__}/{thing.pk}/"

    def seen_by(who: str) -> tuple[bool, bool]:
        client = cast.everybody[who].client
        listed = words in client.get("/our-work/", follow=True).content.decode()
        return words in client.get(address, follow=True).content.decode(), listed

    assert seen_by("elsewhere") == (False, False)
    assert cast.member.client.post(share, {"group": cast.other_group.pk}).status_code == 302
    assert (seen_by("elsewhere"), seen_by("anybody")) == ((True, True), (False, False))
    assert cast.member.client.get(share).status_code == 200
    cast.member.client.post(share, {"end": cast.other_group.pk})
    assert seen_by("elsewhere") == (False, False)


def test_a_common_text_is_nobodys_to_share(cast: Cast) -> None:
    common = make_act(place=cast.place)
    assert cast.member.client.get(f"/our-work/share/act/{common.pk}/").status_code == 404


def test_a_pledge_and_what_happened_have_the_way_to_sharing_on_their_pages(cast: Cast) -> None:
    pledge = make_act(cast.group, visibility="private")
    happened = make_followup(make_promise(place=cast.place), cast.group)
    client = cast.member.client
    assert f"/our-work/share/act/{pledge.pk}/" in client.get(f"/our-work/acts/{pledge.pk}/").content.decode()
    page = client.get(f"/our-work/promises/{happened.promise_id}/").content.decode()
    assert f"/our-work/share/followup/{happened.pk}/" in page
