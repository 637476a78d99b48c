"""Demands: who makes them, who reads them, what happens to their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories.commitments import make_demand, make_demand_sentence, make_public_demand, make_signer
from tests.factories.groups import make_group
from tests.factories.issues import make_issue
from tests.factories.meetings import inside, make_room, make_sentence
from tests.factories.places import make_body

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_a_demand_is_made_and_audited() -> None:
    from smallplaces.core.models import AuditRow

    demand = make_demand()

    assert demand.visibility == "private"
    row = AuditRow.objects.get(verb="demand.made", thing_id=demand.pk)
    assert row.group_id == demand.group_id


def test_only_the_group_of_the_issue_asks(cast: Cast) -> None:
    from smallplaces.commitments import actions
    from smallplaces.core.refusals import NotAllowedError

    issue = make_issue(cast.group)

    with pytest.raises(NotAllowedError):
        actions.make_demand(issue, text="Test the water.", ourselves=True, by=cast.elsewhere.viewer)


def test_a_demand_is_on_somebody() -> None:
    from smallplaces.commitments.models import Demand
    from smallplaces.core.refusals import RefusedError

    with pytest.raises(RefusedError) as refused:
        make_demand(ourselves=False)

    assert refused.value.field == "bodies"
    assert not Demand.objects.exists()


def test_an_opening_group_publishes_nothing() -> None:
    from smallplaces.commitments.actions import publish_demand
    from smallplaces.core.refusals import NotAllowedError

    group = make_group(state="opening", opened_on=None)
    demand = make_demand(group)

    with pytest.raises(NotAllowedError):
        publish_demand(demand, visibility="public", by=inside(group))


def test_words_kept_to_a_room_are_not_published_in_a_demand() -> None:
    from smallplaces.commitments.actions import publish_demand
    from smallplaces.core.refusals import RefusedError

    group = make_group()
    sentence = make_sentence(make_room(group))
    demand = make_demand(group, verbatim=[sentence])

    with pytest.raises(RefusedError):
        publish_demand(demand, visibility="public", by=inside(group))

    demand.refresh_from_db()
    assert demand.visibility == "private"


def test_a_sentence_out_of_sight_is_not_there() -> None:
    from smallplaces.core.refusals import NotVisibleError

    with pytest.raises(NotVisibleError):
        make_demand(make_group(), sentences=[make_sentence()])


def test_words_go_with_the_sentence_that_they_hold() -> None:
    from smallplaces.core import ends

    link = make_demand_sentence()
    demand, sentence = link.demand, link.sentence
    other = make_demand(demand.group, verbatim=[sentence])

    assert {end.thing_id for end in ends.uses_of("sentence", [sentence.pk])} == {demand.pk, other.pk}
    ends.retract("sentence", [sentence.pk], inside(demand.group))

    demand.refresh_from_db()
    other.refresh_from_db()
    assert demand.text
    assert not demand.made_from.exists()
    assert other.text == ""
    assert other.taken_back_on is not None


def test_asking_for_it_notes_the_day() -> None:
    from smallplaces.commitments.actions import change_demand_state

    demand = make_demand()
    change_demand_state(demand, state="asked", by=inside(demand.group))

    assert demand.asked_on is not None


def test_a_strangers_name_waits_until_somebody_accepts_it() -> None:
    from smallplaces.commitments.actions import accept_signer
    from smallplaces.commitments.queries import signers_of, signers_waiting
    from smallplaces.core.viewers import ANYBODY

    demand = make_public_demand()
    by = inside(demand.group)
    signer = make_signer(demand, by=ANYBODY, is_person=True, name="Ana")

    assert signer.shown_until is not None
    assert signers_of(demand, viewer=ANYBODY) == ()
    assert [one.label for one in signers_waiting(by)] == ["1"]

    accept_signer(signer, by=by)

    assert [one.name for one in signers_of(demand, viewer=ANYBODY)] == ["Ana"]
    assert signers_waiting(by) == ()


def test_a_persons_name_goes_on_its_day() -> None:
    import datetime as dt

    from smallplaces.commitments.queries import signers_of
    from smallplaces.core.clock import fixed
    from smallplaces.core.viewers import ANYBODY

    with fixed(dt.date(2026, 3, 1)):
        demand = make_public_demand()
        make_signer(demand, is_person=True, name="Ana", shown_until=dt.date(2026, 4, 1))
        assert signers_of(demand, viewer=ANYBODY)
    with fixed(dt.date(2026, 4, 2)):
        assert signers_of(demand, viewer=ANYBODY) == ()


def test_nobody_signs_twice_and_a_day_gone_by_is_refused() -> None:
    import datetime as dt

    from smallplaces.core.refusals import RefusedError

    demand = make_public_demand()
    make_signer(demand)

    with pytest.raises(RefusedError):
        make_signer(demand)
    with pytest.raises(RefusedError):
        make_signer(demand, name="Ana", is_person=True, shown_until=dt.date(2020, 1, 1))


def test_only_the_group_removes_a_name(cast: Cast) -> None:
    from smallplaces.commitments.actions import remove_signer
    from smallplaces.commitments.models import Signer
    from smallplaces.core.refusals import NotAllowedError

    signer = make_signer(make_public_demand(cast.group))

    with pytest.raises(NotAllowedError):
        remove_signer(signer, by=cast.elsewhere.viewer)
    remove_signer(signer, by=cast.member.viewer)

    assert not Signer.objects.exists()


def test_a_demand_is_on_bodies_by_their_own_names_and_on_ourselves_under_ours() -> None:
    from smallplaces.commitments.queries import demand_page

    group = make_group()
    body = make_body(group.place, name="Mill Water Ltd")
    demand = make_demand(group, bodies=[body], ourselves=True)

    page = demand_page(demand.pk, viewer=inside(group))

    assert [(one.name, one.ours) for one in page.on_whom] == [("Mill Water Ltd", False), (group.name, True)]
