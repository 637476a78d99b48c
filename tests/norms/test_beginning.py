"""A group begins, with its place, its answers and what it signs."""

from __future__ import annotations

import pytest

from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import ANYBODY, command
from smallplaces.groups.actions import describe_group, open_group
from smallplaces.norms.actions import NewPlace, begin_group
from smallplaces.norms.queries import began, sign_ons_of_group, versions_to_sign
from tests.factories.groups import make_group, make_viewer
from tests.factories.norms import make_catalogue
from tests.factories.places import make_place

pytestmark = pytest.mark.django_db
WEIR = NewPlace("Weir", kind="village", country="GB", zone="Europe/London")


def test_nothing_but_a_place_and_a_name_is_needed() -> None:
    group = begin_group(make_place(), name="Weir Circle", by=ANYBODY)
    assert not began(group, viewer=command()).is_anything


def test_what_was_signed_at_the_start_is_seen_once_the_group_is_open() -> None:
    make_catalogue()
    signs = [key for key, _words in versions_to_sign(viewer=ANYBODY)]
    group = begin_group(make_place(), name="Weir Circle", signs=signs * 2, by=ANYBODY)
    assert sign_ons_of_group(group.pk, viewer=ANYBODY) == ()
    group.state, group.opened_on = "open", group.asked_on
    group.save()
    assert len(sign_ons_of_group(group.pk, viewer=ANYBODY)) == len(signs)


def test_a_new_place_and_its_group_are_asked_for_in_one_step() -> None:
    from smallplaces.places.models import Place

    group = begin_group(WEIR, name="Weir Circle", by=ANYBODY)
    assert (group.place.standing, group.state) == ("proposed", "asked")
    with pytest.raises(RefusedError, match="place first"):
        open_group(group, by=command())
    with pytest.raises(RefusedError) as refused:
        begin_group(WEIR, name="Weir Circle", by=ANYBODY)
    assert refused.value.field == "name"
    assert Place.objects.count() == 1


def test_a_refusal_leaves_no_place_behind() -> None:
    from smallplaces.places.models import Place

    with pytest.raises(RefusedError):
        begin_group(WEIR, name=" ", by=ANYBODY)
    with pytest.raises(RefusedError) as refused:
        begin_group(NewPlace("Weir", kind="cloud", country="GB", zone="Europe/London"), name="Circle", by=ANYBODY)
    assert refused.value.field == "place_kind"
    assert not Place.objects.exists()


def test_a_public_body_is_told_how_it_has_its_say() -> None:
    from smallplaces.groups.models import Group

    with pytest.raises(RefusedError, match="sends it a link") as refused:
        begin_group(make_place(), name="Office", started_by="public_body", by=ANYBODY)
    assert refused.value.field == "started_by"
    assert not Group.objects.exists()


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({"definition": "not_yet", "talked_with": "not_yet"}, ("Not yet: we have not talked about it.", "Not yet.")),
        ({"definition_words": "A home for all."}, ("", "")),
        ({"definition": "own", "definition_words": "A home for all.", "talked_with": "said"}, ("", "Yes.")),
    ],
)
def test_answers_are_said_in_plain_words(answers: dict[str, str], shown: tuple[str, str]) -> None:
    page = began(begin_group(make_place(), name="Circle", by=ANYBODY, **answers), viewer=command())
    assert (page.definition, page.talked_with) == shown
    assert page.definition_words == answers.get("definition_words", "")


def test_not_yet_gives_way_to_a_name() -> None:
    make_catalogue()
    group = make_group(principles_not_yet=True)
    assert began(group, viewer=ANYBODY).signed_not_yet


def test_holders_answer_otherwise_later() -> None:
    group = make_group(definition="not_yet")
    by = make_viewer(group, role="holder")
    words = {"about": "", "contact": "at the weir", "story_contact": ""}
    describe_group(group, **words, talked_with_words="the women of Weir Row", by=by)
    assert (group.definition, group.talked_with) == ("not_yet", "said")
    with pytest.raises(RefusedError):
        describe_group(group, **words, definition="perfect", by=by)
