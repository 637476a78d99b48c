"""A group signs a version, and takes its name back."""

from __future__ import annotations

import datetime as dt

import pytest

from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError
from smallplaces.core.viewers import ANYBODY
from smallplaces.norms.actions import add_version, end_sign_on, show_sign_on, sign_norm
from smallplaces.norms.queries import get_norm, get_sign_on, norm_lines, norm_page, sign_ons_of_group, versions_to_sign
from tests.factories.groups import make_group
from tests.factories.meetings import inside
from tests.factories.norms import make_catalogue, make_principles, make_sign_on

pytestmark = pytest.mark.django_db


def test_a_name_is_private_until_its_group_shows_it() -> None:
    row = make_sign_on()
    assert sign_ons_of_group(row.group_id, viewer=ANYBODY) == ()
    show_sign_on(row, visibility="public", by=inside(row.group))
    assert [one.norm_name for one in sign_ons_of_group(row.group_id, viewer=ANYBODY)] == ["River principles"]


def test_a_group_on_its_way_shows_no_name() -> None:
    group = make_group(state="opening", opened_on=None)
    with pytest.raises(RefusedError) as refused:
        make_sign_on(group, visibility="public")
    assert refused.value.field == "visibility"


def test_nobody_signs_for_others() -> None:
    row = make_sign_on()
    stranger = inside(make_group())
    with pytest.raises(NotAllowedError):
        sign_norm(row.version, group=row.group, by=stranger)
    for action in (end_sign_on, lambda one, by: show_sign_on(one, visibility="public", by=by)):
        with pytest.raises(NotAllowedError):
            action(row, by=stranger)
    with pytest.raises(NotVisibleError):
        get_sign_on(row.pk, viewer=stranger)


def test_the_same_version_is_signed_once_and_not_ahead_of_its_day() -> None:
    row = make_sign_on()
    with pytest.raises(RefusedError, match="already"):
        make_sign_on(row.group, row.version)
    end_sign_on(row, by=inside(row.group))
    with pytest.raises(RefusedError) as refused:
        make_sign_on(row.group, row.version, on=dt.date(2999, 1, 1))
    assert refused.value.field == "on"


def test_a_name_that_was_taken_back_is_kept_with_its_day() -> None:
    row = make_sign_on(visibility="public")
    end_sign_on(row, by=inside(row.group))
    assert sign_ons_of_group(row.group_id, viewer=ANYBODY) == ()
    (kept,) = sign_ons_of_group(row.group_id, viewer=inside(row.group), ended=True)
    assert kept.ended_on
    with pytest.raises(RefusedError):
        end_sign_on(row, by=inside(row.group))


def test_a_new_version_asks_again_and_signing_it_ends_the_earlier_name() -> None:
    row = make_sign_on()
    by = inside(row.group)
    newer = add_version(row.version.norm, label="2026", on="2026", principles="The river decides.", by=by)
    (line,) = sign_ons_of_group(row.group_id, viewer=by)
    assert (line.version_label, line.newer, line.newer_id) == ("2025", "2026", newer.pk)
    make_sign_on(row.group, newer)
    (line,) = sign_ons_of_group(row.group_id, viewer=by)
    assert (line.version_label, line.newer) == ("2026", "")


def test_only_the_group_that_brought_principles_adds_a_version() -> None:
    make_catalogue()
    group = make_group()
    for norm in (make_principles().norm, get_norm("jemez", viewer=ANYBODY)):
        with pytest.raises(NotAllowedError):
            add_version(norm, label="new", on="", principles="One.", by=inside(group))


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"name": " "}, "name"),
        ({"source": ""}, "source"),
        ({"label": ""}, "label"),
        ({"principles": " \n "}, "principles"),
        ({"principles": "One\n" * 101}, "principles"),
        ({"lang": "!"}, "lang"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_kept(fields: dict[str, str], at: str) -> None:
    from smallplaces.norms.models import Norm

    with pytest.raises(RefusedError) as refused:
        make_principles(**fields)
    assert refused.value.field == at
    assert not Norm.objects.exists()


def test_two_principles_of_one_name_stand_at_two_addresses() -> None:
    first, second = make_principles(), make_principles()
    assert first.norm.slug != second.norm.slug
    with pytest.raises(RefusedError, match="already"):
        make_principles(first.norm.group)


def test_principles_take_no_address_of_the_catalogue() -> None:
    assert make_principles(name="UDHR").norm.slug == "udhr-2"


def test_principles_of_a_group_on_its_way_are_its_own_peoples() -> None:
    group = make_group(state="opening", opened_on=None)
    slug = make_principles(group).norm.slug
    with pytest.raises(NotVisibleError):
        norm_page(slug, viewer=ANYBODY)
    assert norm_lines(viewer=ANYBODY) == versions_to_sign(viewer=ANYBODY) == ()
    assert norm_page(slug, viewer=inside(group)).may_add_version


def test_a_page_shows_the_present_version_first_and_who_stands_where() -> None:
    row = make_sign_on(visibility="public")
    add_version(row.version.norm, label="2026", on="2026", principles="The river decides.", by=inside(row.group))
    present, former = norm_page(row.version.norm.slug, viewer=ANYBODY).versions
    assert (present.label, present.is_present, present.signers) == ("2026", True, ())
    assert [one.group_name for one in former.signers] == [row.group.name]
    assert [one.text for one in former.provisions] == ["The river is nobody's.", "Who drinks decides."]


def test_a_list_costs_the_same_for_many(django_assert_num_queries) -> None:
    for _number in range(4):
        make_sign_on(visibility="public")
    with django_assert_num_queries(3):
        lines = norm_lines(viewer=ANYBODY)
    assert [len(one.signers) for one in lines] == [1] * 4


def test_principles_are_offered_by_their_present_version() -> None:
    make_catalogue()
    assert [words for _key, words in versions_to_sign(viewer=ANYBODY)] == [
        "Gwangju Guiding Principles for a Human Rights City (2014)",
        "Jemez Principles for Democratic Organizing (1996)",
    ]
