"""What is taken back is gone from titles, boxes, translations and gathered lines."""

from __future__ import annotations

import pytest
from django.apps import apps

from smallplaces.core import ends
from smallplaces.core.models import AuditRow
from smallplaces.issues.models import Cause, Issue
from smallplaces.meetings.actions import take_back
from smallplaces.meetings.models import Sentence
from tests.factories.groups import make_group
from tests.factories.issues import make_cause, make_gathered, make_issue, make_issue_translation
from tests.factories.meetings import inside, make_room, make_sentence

pytestmark = pytest.mark.django_db

MARKED = "Heron quartz marmalade at the lock."


def everything_said() -> str:
    """Every row of every table of ours, as text."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("smallplaces.")]
    return "\n".join(str(row) for model in ours for row in model.objects.values_list())


@pytest.fixture
def used() -> tuple[Sentence, Issue, Cause, Issue]:
    """A sentence that is a title, a box and a gathered line."""
    group = make_group()
    sentence = make_sentence(make_room(group), MARKED)
    titled = make_issue(group, text="", title_sentence=sentence)
    make_issue_translation(titled, text="Heron cuarzo mermelada")
    other = make_issue(group)
    make_gathered(other, sentence)
    return sentence, titled, make_cause(other, sentence=sentence), other


def test_every_use_is_known_before(used: tuple[Sentence, Issue, Cause, Issue]) -> None:
    sentence, titled, cause, other = used

    found = {(end.kind, end.thing_id) for end in ends.uses_of("sentence", [sentence.pk])}

    assert {("issue", titled.pk), ("cause", cause.pk), ("issue", other.pk)} <= found


def test_words_are_gone_and_the_boxes_say_so(used: tuple[Sentence, Issue, Cause, Issue]) -> None:
    sentence, titled, cause, other = used
    assert "Heron" in everything_said()

    beyond = take_back(sentence, by=inside(titled.group))

    assert beyond == []
    assert "Heron" not in everything_said()
    for row in (titled, cause):
        row.refresh_from_db()
        assert (row.text, row.taken_back_on is not None, row.from_sentence_id) == ("", True, sentence.pk)
    assert not other.gathered.exists()
    assert not titled.translations.exists()


def test_the_deed_is_written_without_words(used: tuple[Sentence, Issue, Cause, Issue]) -> None:
    sentence, titled, cause, _other = used

    take_back(sentence, by=inside(titled.group))

    for verb, thing in (("issue.taken_back", titled), ("cause.taken_back", cause)):
        assert AuditRow.objects.get(verb=verb, thing_id=thing.pk).group_id == titled.group_id


def test_own_words_stay(used: tuple[Sentence, Issue, Cause, Issue]) -> None:
    sentence, titled, _cause, other = used
    own = make_cause(other, text="our own words")

    take_back(sentence, by=inside(titled.group))

    own.refresh_from_db()
    other.refresh_from_db()
    assert own.text == "our own words"
    assert other.text


def test_taking_back_twice_changes_nothing(used: tuple[Sentence, Issue, Cause, Issue]) -> None:
    sentence, titled, _cause, _other = used
    take_back(sentence, by=inside(titled.group))
    before = AuditRow.objects.filter(kind__in=["issue", "cause"]).count()

    take_back(sentence, by=inside(titled.group))

    assert AuditRow.objects.filter(kind__in=["issue", "cause"]).count() == before
