"""State, disagreement, translation, and who may see an issue."""

from __future__ import annotations

import pytest

from smallplaces.core.models import AuditRow
from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.issues.actions import note_disagreement, publish_issue, set_issue_state, translate_issue
from smallplaces.issues.models import Issue
from tests.factories.groups import make_group, make_viewer
from tests.factories.issues import make_cause, make_issue
from tests.factories.meetings import inside, make_room, make_sentence

pytestmark = pytest.mark.django_db


def stored(issue: Issue) -> Issue:
    return Issue.objects.get(pk=issue.pk)


def test_the_group_says_how_it_stands() -> None:
    issue = make_issue()

    set_issue_state(issue, state="resting", note="until the spring", by=inside(issue.group))
    note_disagreement(issue, text="Two of us would let the mall be.", by=inside(issue.group))

    kept = stored(issue)
    assert (kept.state, kept.state_note, kept.disagreement[:3]) == ("resting", "until the spring", "Two")
    assert set(AuditRow.objects.values_list("verb", flat=True)) >= {"issue.state_set", "issue.disagreement_noted"}


def test_issue_made_from_our_own_sentence_is_not_published() -> None:
    group = make_group()
    issue = make_issue(group, text="", title_sentence=make_sentence(make_room(group)))

    with pytest.raises(RefusedError, match="“ours”") as refusal:
        publish_issue(issue, visibility="public", by=inside(group))
    assert refusal.value.field == "visibility"
    assert stored(issue).visibility == "private"


def test_issue_made_from_a_public_sentence_is_published() -> None:
    group = make_group()
    issue = make_issue(group, text="", title_sentence=make_sentence(make_room(group), reach="public"))

    publish_issue(issue, visibility="public", by=inside(group))

    assert stored(issue).visibility == "public"


def test_gathered_sentences_do_not_stand_in_the_way() -> None:
    group = make_group()
    issue = make_issue(group, sentences=[make_sentence(make_room(group))])

    assert publish_issue(issue, visibility="public", by=inside(group)).visibility == "public"


def test_our_own_sentence_in_the_tree_is_named_where_the_tree_would_go_out() -> None:
    issue = make_issue()
    words = "The clerk told us to wait."
    make_cause(issue, sentence=make_sentence(make_room(issue.group), words))

    with pytest.raises(RefusedError, match="The clerk told us to wait") as refusal:
        publish_issue(issue, visibility="public", tree_public=True, by=inside(issue.group))
    assert refusal.value.field == "tree_public"
    assert (stored(issue).visibility, stored(issue).tree_public) == ("private", False)
    assert publish_issue(stored(issue), visibility="public", tree_public=False, by=inside(issue.group))


def test_issue_can_be_taken_out_of_public_again() -> None:
    issue = make_issue(visibility="public")

    publish_issue(issue, visibility="private", by=inside(issue.group))

    assert stored(issue).visibility == "private"


def test_closed_group_publishes_nothing_more() -> None:
    issue = make_issue(make_group(state="opening", opened_on=None))

    with pytest.raises(NotAllowedError):
        publish_issue(issue, visibility="public", by=inside(issue.group))


@pytest.mark.parametrize("act", ["state", "disagreement", "publish", "translate"])
def test_strangers_change_nothing(act: str) -> None:
    issue, stranger = make_issue(), make_viewer(is_steward=True)
    acts = {
        "state": lambda: set_issue_state(issue, state="done", by=stranger),
        "disagreement": lambda: note_disagreement(issue, text="no", by=stranger),
        "publish": lambda: publish_issue(issue, by=stranger),
        "translate": lambda: translate_issue(issue, text="no", lang="es", by=stranger),
    }

    with pytest.raises(NotAllowedError):
        acts[act]()


def test_translation_is_one_a_language() -> None:
    issue = make_issue()
    translate_issue(issue, text="primero", lang="es", machine=True, by=inside(issue.group))
    translate_issue(issue, text="segundo", lang="es", by_words="Ana's kitchen", by=inside(issue.group))

    row = issue.translations.get()
    assert (row.text, row.machine, row.accepted_by_id) == ("segundo", False, inside(issue.group).account_id)


@pytest.mark.parametrize(("text", "lang"), [("the same", "en"), ("", "es"), ("x" * 10_000, "es"), ("hola", "?")])
def test_translation_that_says_nothing_is_refused(text: str, lang: str) -> None:
    issue = make_issue()

    with pytest.raises(RefusedError):
        translate_issue(issue, text=text, lang=lang, by=inside(issue.group))
    assert not issue.translations.exists()


def test_unknown_state_is_refused() -> None:
    issue = make_issue()

    with pytest.raises(RefusedError):
        set_issue_state(issue, state="closed", by=inside(issue.group))
