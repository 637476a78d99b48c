"""Who reads what of an issue, and with how many questions to the database."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import ANYBODY
from smallplaces.issues import queries
from smallplaces.issues.actions import CauseDraft, add_causes
from smallplaces.meetings.actions import change_reach, take_back
from tests.factories.groups import make_group, make_viewer
from tests.factories.issues import (
    make_cause,
    make_duty,
    make_gain,
    make_gathered,
    make_issue,
    make_issue_link,
    make_power_line,
    make_public_issue,
)
from tests.factories.meetings import inside, make_room, make_sentence
from tests.factories.places import make_body

pytestmark = pytest.mark.django_db


def asked(read: Callable[[], object]) -> int:
    """How many statements a read takes."""
    with CaptureQueriesContext(connection) as seen:
        read()
    return len(seen)


def test_private_issue_exists_for_its_group_alone() -> None:
    issue = make_issue()

    assert queries.issue_for(issue.pk, viewer=inside(issue.group)).ours
    for stranger in (ANYBODY, make_viewer(is_steward=True), make_viewer(make_group(place=issue.place))):
        assert queries.issues_of_place(issue.place_id, viewer=stranger) == []
        for read in (queries.issue_for, queries.get_issue, queries.tree_of, queries.gains_of, queries.power_sheet_for):
            with pytest.raises(NotVisibleError):
                read(issue.pk, viewer=stranger)


def test_public_issue_of_a_group_that_closed_is_gone() -> None:
    issue = make_public_issue()
    issue.group.state = "closed"
    issue.group.save()

    assert queries.issues_of_group(issue.group_id, viewer=ANYBODY) == []


def test_line_says_what_a_list_needs() -> None:
    issue = make_public_issue(text="الماء", lang="ar", made_in="circle")

    line = queries.issues_of_place(issue.place_id, viewer=ANYBODY)[0]

    assert (line.kind, line.id, line.text, line.dir) == ("issue", issue.pk, "الماء", "rtl")
    assert (line.place_slug, line.group_name) == (issue.place.slug, issue.group.name)
    assert (line.state_words, line.made_in_words) == ("open", "made in a circle")


def test_tree_is_for_strangers_only_where_the_room_decided_so() -> None:
    issue = make_issue(visibility="public")
    make_duty(issue)
    top = make_cause(issue)
    make_cause(issue, level="root", root_name="racism", parent=top)

    assert queries.tree_of(issue.pk, viewer=ANYBODY) == ()
    assert queries.duties_of(issue.pk, viewer=ANYBODY) == []
    (node,) = queries.tree_of(issue.pk, viewer=inside(issue.group))
    assert (node.level, node.children[0].level, node.children[0].root) == ("what shows", "the root: racism", True)


def test_power_sheet_is_never_public() -> None:
    issue = make_public_issue()
    make_power_line(issue, side="could", text="the ferry people")

    sheet = queries.power_sheet_for(issue.pk, viewer=inside(issue.group))

    assert [column.side for column in sheet.columns] == ["decides", "gains", "with_us", "could"]
    assert sheet.columns[3].lines[0].text == "the ferry people"
    for stranger in (ANYBODY, make_viewer(is_steward=True), make_viewer(make_group(place=issue.place), "holder")):
        with pytest.raises(NotVisibleError):
            queries.power_sheet_for(issue.pk, viewer=stranger)


def test_strangers_read_public_gains_alone() -> None:
    issue = make_public_issue()
    make_gain(issue, text="in general", public=True)
    make_gain(issue, text="for us")

    assert [line.text for line in queries.gains_of(issue.pk, viewer=ANYBODY)] == ["in general"]
    assert len(queries.gains_of(issue.pk, viewer=inside(issue.group))) == 2


def test_strangers_do_not_read_a_body_that_nobody_accepted() -> None:
    issue = make_public_issue()
    make_duty(issue, duty="respect")
    make_duty(issue, body=make_body(issue.place, standing="proposed", accepted_on=None))

    (line,) = queries.duties_of(issue.pk, viewer=ANYBODY)
    assert (line.who, line.duty_words) == ("ourselves", "respect: stop doing harm")


def test_link_shows_from_both_ends_and_never_leads_out_of_sight() -> None:
    worse = make_public_issue()
    hidden = make_issue(worse.group)
    other = make_public_issue(worse.group)
    make_issue_link(worse, other)
    make_issue_link(worse, hidden)

    assert [line.words for line in queries.links_of(worse.pk, viewer=ANYBODY)] == ["worsens"]
    (back,) = queries.links_of(other.pk, viewer=ANYBODY)
    assert (back.words, back.other.id) == ("is made worse by", worse.pk)
    assert len(queries.links_of(worse.pk, viewer=inside(worse.group))) == 2


def test_words_that_a_room_narrowed_leave_the_public_page() -> None:
    group = make_group()
    sentence = make_sentence(make_room(group), "The weir is shut.", reach="public")
    issue = make_public_issue(group, text="", title_sentence=sentence)
    make_cause(issue, sentence=sentence)

    change_reach(sentence, reach="ours", by=inside(group))

    core, (box,) = queries.issue_for(issue.pk, viewer=ANYBODY), queries.tree_of(issue.pk, viewer=ANYBODY)
    assert (core.text, core.taken_back, core.sentence_ids) == ("", True, ())
    assert (box.text, box.taken_back, box.from_sentence_id) == ("", True, "")
    assert queries.issues_of_place(group.place_id, viewer=ANYBODY)[0].text == ""
    assert queries.issue_for(issue.pk, viewer=inside(group)).text == "The weir is shut."


def test_strangers_count_no_sentence_that_they_may_not_read() -> None:
    issue = make_public_issue()
    room = make_room(issue.group)
    make_gathered(issue, make_sentence(room))
    shown = make_sentence(room, "The bridge is shut.", reach="public")
    make_gathered(issue, shown)

    assert queries.issue_for(issue.pk, viewer=ANYBODY).sentence_ids == (shown.pk,)
    assert len(queries.issue_for(issue.pk, viewer=inside(issue.group)).sentence_ids) == 2


def test_sentence_leads_to_its_issues_as_far_as_they_are_seen() -> None:
    issue = make_issue(visibility="public")
    sentence = make_sentence(make_room(issue.group), reach="public")
    make_gathered(issue, sentence)
    make_cause(issue, sentence=sentence)

    def uses(viewer: object) -> list[str]:
        return [use.how for use in queries.issues_using_sentences([sentence.pk], viewer=viewer)]

    assert uses(ANYBODY) == ["gathered"]
    assert uses(inside(issue.group)) == ["cause", "gathered"]


def test_title_taken_back_says_so_in_every_list() -> None:
    group = make_group()
    sentence = make_sentence(make_room(group), reach="public")
    issue = make_public_issue(group, text="", title_sentence=sentence)
    take_back(sentence, by=inside(group))

    line = queries.issues_of_place(group.place_id, viewer=ANYBODY)[0]

    assert (line.id, line.text, line.taken_back) == (issue.pk, "", True)


@pytest.mark.parametrize("viewer", ["anybody", "member"])
def test_lists_ask_as_often_for_one_as_for_many(viewer: str) -> None:
    group = make_group()
    sentence = make_sentence(make_room(group), reach="public")
    who = ANYBODY if viewer == "anybody" else inside(group)
    fields = {"text": "", "title_sentence": sentence, "visibility": "public"}

    def read() -> None:
        queries.issues_of_place(group.place_id, viewer=who)
        queries.issues_of_group(group.pk, viewer=who)
        queries.issues_using_sentences([sentence.pk], viewer=who)

    issue = make_issue(group, **fields)
    few = asked(read)
    for _number in range(30):
        make_issue(group, **fields)
    type(issue).objects.bulk_create(copies(issue, 270))

    assert len(queries.issues_of_place(group.place_id, viewer=who)) == 301
    assert asked(read) == few


def copies(issue, count: int) -> list:
    """Rows like this one, with keys of their own."""
    values = {field.attname: getattr(issue, field.attname) for field in issue._meta.concrete_fields}
    del values["id"]
    return [type(issue)(**values) for _number in range(count)]


def test_issue_with_everything_asks_as_often_as_an_empty_one() -> None:
    issue = make_public_issue()
    who = inside(issue.group)

    def read() -> None:
        queries.issue_for(issue.pk, viewer=who)
        queries.tree_of(issue.pk, viewer=who)
        queries.gains_of(issue.pk, viewer=who)
        queries.duties_of(issue.pk, viewer=who)
        queries.power_sheet_for(issue.pk, viewer=who)
        queries.links_of(issue.pk, viewer=who)

    make_issue_link(issue)
    few = asked(read)
    add_causes(issue, drafts=[CauseDraft("shows", f"box {one}") for one in range(60)], by=who)
    for _number in range(10):
        make_gain(issue)
        make_duty(issue, body=make_body(issue.place))
        make_power_line(issue)
        make_issue_link(issue)

    assert asked(read) == few
