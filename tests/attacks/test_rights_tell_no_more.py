"""A right beside a thing is a new way to its words: it tells nobody more than the pages of the thing do."""

from __future__ import annotations

import pytest

from smallplaces.meetings.actions import change_reach
from tests.attacks.test_narrowed_consent import WORDS, handed_in
from tests.cast import Cast, Person
from tests.factories.links import a_right, link
from tests.factories.meetings import inside
from tests.factories.reports import make_paragraph

pytestmark = pytest.mark.django_db


def pages(cast: Cast) -> list[str]:
    """Where a right tells beside what it stands."""
    right = a_right()
    return [
        f"/rights/{right.slug}/",
        f"/rights/{right.slug}.json",
        f"/rights/{right.slug}.csv",
        f"/places/{cast.place.slug}/rights/{right.slug}/",
    ]


def read_by(person: Person, cast: Cast) -> str:
    answers = [person.client.get(address) for address in pages(cast)]
    assert {one.status_code for one in answers} == {200}
    return " ".join(one.content.decode() for one in answers)


def test_a_paragraph_loses_words_that_a_room_took_back_to_itself(cast: Cast) -> None:
    edition, sentence = handed_in(cast.group)
    [paragraph] = edition.report.sections.order_by("position").first().paragraphs.all()
    link("paragraph", paragraph)
    assert WORDS in read_by(cast.member, cast)

    change_reach(sentence, reach="ours", by=inside(cast.group))

    for person in (cast.anybody, cast.elsewhere, cast.steward):
        assert WORDS not in read_by(person, cast)


def test_what_was_written_after_the_edition_is_not_told(cast: Cast) -> None:
    edition, _sentence = handed_in(cast.group)
    link("paragraph", make_paragraph(edition.report, text="Mara at the mill told us who pays."))

    assert "Mara" not in read_by(cast.anybody, cast)
