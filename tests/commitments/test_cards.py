"""Cards: a text is known by name, and gets its words later."""

from __future__ import annotations

import pytest

from smallplaces.core.viewers import command
from tests.factories.commitments import RECITALS, TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def cards():
    from smallplaces.commitments.actions import load_cards
    from smallplaces.places.actions import load_registry

    load_registry(by=command())
    return load_cards(by=command())


def the_act(slug: str):
    from smallplaces.commitments.models import Act

    return Act.objects.get(code=f"registry:{slug}")


def bring(slug: str, text: str = RECITALS, **facts):
    from smallplaces.commitments.actions import import_act
    from smallplaces.places.models import Place

    return import_act(Place.objects.get(slug=slug), text=text, source="the clerk", by=command(), **facts)


def test_each_named_text_is_a_card_with_its_sources_word(cards) -> None:
    from smallplaces.commitments.models import Act, ActVersion

    act = the_act("utrecht")
    assert (cards.cards, Act.objects.count(), ActVersion.objects.count()) == (86, 86, 0)
    assert (act.kind, act.kind_words, act.on, act.standing) == ("other", "recognition", "2012", "accepted")
    assert the_act("seattle").url == "http://clerk.seattle.gov/search/resolutions/31420"


def test_twice_the_same_changes_nothing(cards, django_assert_max_num_queries) -> None:
    from smallplaces.commitments.actions import load_cards

    with django_assert_max_num_queries(10):
        assert load_cards(by=command()).changed == 0


@pytest.mark.parametrize(("slug", "number", "kind"), [("seattle", "31420", "resolution"), ("toledo", "95-22", "code")])
def test_a_text_of_the_same_number_is_added_to_its_card(cards, slug: str, number: str, kind: str) -> None:
    from smallplaces.commitments.models import Act

    done = bring(slug, number=number, kind=kind)
    act = the_act(slug)
    assert (done.act, done.is_new, done.was_card) == (act, True, True)
    assert (act.kind, act.number, act.versions.count()) == (kind, number, 1)
    assert Act.objects.filter(place=act.place).count() == 1
    assert bring(slug, number=number, kind=kind).is_new is False


def test_a_text_of_the_same_title_is_added_to_its_card(cards) -> None:
    assert bring("toledo", TEXT, title="cedaw chapter 184 of the  Municipal Code").act == the_act("toledo")


def test_what_the_bringer_says_otherwise_is_set_and_the_former_value_stays(cards) -> None:
    from smallplaces.core.history import changes_of

    bring("seattle", number="31420", kind="resolution", on="2012-12-10", status="adopted")
    act = the_act("seattle")
    assert (act.title, act.on, act.status) == (
        "Resolution declaring Seattle a human rights city",
        "2012-12-10",
        "adopted",
    )
    changes = {one.field: (one.before, one.after, one.source) for one in changes_of("act", act.pk)}
    assert changes["on"] == ("2012-12", "2012-12-10", "the clerk")


def test_what_was_added_to_a_card_stays_when_the_registry_comes_again(cards) -> None:
    from smallplaces.commitments.actions import load_cards

    bring("seattle", number="31420", kind="resolution")
    assert load_cards(by=command()).changed == 0
    assert the_act("seattle").versions.count() == 1


def test_another_number_is_another_text(cards) -> None:
    from smallplaces.commitments.models import Act

    done = bring("seattle", number="40000", kind="resolution", title="Another one")
    assert done.was_card is False
    assert Act.objects.filter(place__slug="seattle").count() == 2


def test_a_text_that_was_here_before_the_registry_is_not_doubled() -> None:
    from smallplaces.commitments.actions import load_cards
    from smallplaces.commitments.models import Act
    from smallplaces.places.actions import load_registry

    load_registry(by=command())
    first = bring("seattle", number="31420", kind="resolution").act
    load_cards(by=command())
    assert [one.pk for one in Act.objects.filter(place__slug="seattle")] == [first.pk]
