"""Texts: common and held, their versions and clauses, and coming in whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories.commitments import RECITALS, SOURCE, TEXT, make_act, make_borrowing, make_clause, make_version
from tests.factories.groups import make_group
from tests.factories.meetings import inside
from tests.factories.places import make_place

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_a_member_of_the_place_adds_a_text_that_stands_at_once(cast: Cast) -> None:
    act = make_act(place=cast.place, by=cast.elsewhere.viewer)

    assert act.standing == "accepted"
    assert act.group is None


def test_what_somebody_proposes_waits_and_is_accepted_or_not(cast: Cast) -> None:
    from smallplaces.commitments.actions import accept_act, refuse_act
    from smallplaces.commitments.queries import acts_of_place, acts_waiting
    from smallplaces.core.refusals import NotAllowedError
    from smallplaces.core.viewers import ANYBODY

    one, two = make_act(place=cast.place, by=ANYBODY), make_act(place=cast.place, by=ANYBODY, title="Another")
    assert acts_of_place(cast.place, viewer=ANYBODY).acts == ()
    assert {line.id for line in acts_waiting(cast.member.viewer)} == {one.pk, two.pk}
    with pytest.raises(NotAllowedError):
        accept_act(one, by=ANYBODY)

    accept_act(one, by=cast.member.viewer)
    refuse_act(two, by=cast.steward.viewer)

    assert [line.id for line in acts_of_place(cast.place, viewer=ANYBODY).acts] == [one.pk]
    assert acts_waiting(cast.member.viewer) == ()


def test_the_same_number_twice_is_the_same_text() -> None:
    from smallplaces.core.refusals import RefusedError

    place = make_place()
    make_act(place=place, number="41")

    with pytest.raises(RefusedError) as refused:
        make_act(place=place, number="41")

    assert refused.value.field == "number"


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"kind": "decree"}, "kind"), ({"title": " "}, "title"), ({"source": ""}, "source"), ({"url": "no"}, "url")],
)
def test_a_text_without_its_facts_is_refused(fields: dict[str, str], field: str) -> None:
    from smallplaces.commitments.models import Act
    from smallplaces.core.refusals import RefusedError

    with pytest.raises(RefusedError) as refused:
        make_act(**fields)

    assert refused.value.field == field
    assert not Act.objects.exists()


def test_a_common_text_keeps_its_former_values() -> None:
    from smallplaces.commitments.actions import change_act
    from smallplaces.core.history import changes_of
    from smallplaces.core.viewers import command

    act = make_act(status="proposed")
    change_act(act, changes={"status": "lapsed", "on": "2026-02"}, source="minutes", by=command())

    kept = {one.field: (one.before, one.after, one.source) for one in changes_of("act", act.pk)}
    assert kept["status"] == ("proposed", "lapsed", "minutes")
    assert kept["on"] == ("", "2026-02", "minutes")


def test_a_version_is_all_clauses() -> None:
    version = make_version()

    clauses = list(version.clauses.order_by("position"))
    assert "".join(version.text[one.start : one.end] for one in clauses) == version.text
    assert [one.kind for one in clauses].count("operative") == 2


def test_the_same_text_is_no_second_version() -> None:
    from smallplaces.core.refusals import RefusedError

    version = make_version()

    with pytest.raises(RefusedError):
        make_version(version.act, text=f"{TEXT}\n")


def test_a_pledge_is_its_groups_own(cast: Cast) -> None:
    from smallplaces.commitments.queries import get_act
    from smallplaces.core.refusals import NotAllowedError, NotVisibleError

    pledge = make_act(cast.group, visibility="private")

    assert get_act(pledge.pk, viewer=cast.member.viewer) == pledge
    with pytest.raises(NotVisibleError):
        get_act(pledge.pk, viewer=cast.elsewhere.viewer)
    with pytest.raises(NotAllowedError):
        make_act(cast.group, by=cast.elsewhere.viewer)


def test_an_opening_group_keeps_its_pledge_to_itself() -> None:
    from smallplaces.commitments.actions import publish_act
    from smallplaces.core.refusals import NotAllowedError

    group = make_group(state="opening", opened_on=None)
    pledge = make_act(group, visibility="private")

    with pytest.raises(NotAllowedError):
        publish_act(pledge, visibility="public", by=inside(group))


def test_an_import_brings_title_clauses_and_says_when_it_is_there() -> None:
    from smallplaces.commitments.actions import import_act
    from smallplaces.commitments.models import Act, Promise
    from smallplaces.core.viewers import command

    place = make_place()
    first = import_act(place, text=TEXT, source=SOURCE, by=command())
    again = import_act(place, text=TEXT.replace("\n", "\r\n"), source=SOURCE, by=command())

    assert first.is_new
    assert first.binds
    assert first.act.title == "A resolution about the mill pond"
    assert not again.is_new
    assert again.act == first.act
    assert Act.objects.count() == 1
    assert not Promise.objects.exists()


def test_recitals_alone_bind_nobody() -> None:
    from smallplaces.commitments.actions import import_act
    from smallplaces.commitments.queries import act_page
    from smallplaces.core.viewers import ANYBODY, command

    done = import_act(make_place(), text=RECITALS, source=SOURCE, kind="proclamation", by=command())

    page = act_page(done.act.pk, viewer=ANYBODY)
    assert not page.binds
    assert page.promises == ()


def test_an_import_that_fails_leaves_nothing() -> None:
    from smallplaces.commitments.actions import import_act
    from smallplaces.commitments.models import Act
    from smallplaces.core.refusals import RefusedError
    from smallplaces.core.viewers import command

    for text, facts in (("  \n", {}), (TEXT, {"on": "yesterday"}), (TEXT, {"stage": "later"}), ("x" * 600_001, {})):
        with pytest.raises(RefusedError):
            import_act(make_place(), text=text, source=SOURCE, by=command(), **facts)  # type: ignore[arg-type]

    assert not Act.objects.exists()


def test_what_was_taken_up_shows_at_both_ends() -> None:
    from smallplaces.commitments.queries import act_page
    from smallplaces.core.viewers import ANYBODY

    clause = make_clause()
    borrowing = make_borrowing(clause=clause)

    near = act_page(borrowing.act_id, viewer=ANYBODY)
    far = act_page(clause.version.act_id, viewer=ANYBODY)
    assert [one.act.id for one in near.taken_from] == [clause.version.act_id]
    assert [one.text for one in far.taken_up] == ["Kept for a while, then the fuel ran out."]
    assert [len(one.taken_up) for one in far.clauses if one.id == clause.pk] == [1]


def test_nothing_is_taken_from_itself_or_twice() -> None:
    from smallplaces.core.refusals import RefusedError

    clause = make_clause()
    borrowing = make_borrowing(clause=clause)

    with pytest.raises(RefusedError):
        make_borrowing(act=clause.version.act, clause=clause)
    with pytest.raises(RefusedError):
        make_borrowing(act=borrowing.act, clause=clause)
