"""The tree: boxes under boxes, as deep or deeper, without circles."""

from __future__ import annotations

import pytest

from smallplaces.core.models import AuditRow
from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.issues.actions import CauseDraft, add_causes, change_cause, remove_cause
from smallplaces.issues.models import Cause, Issue
from tests.factories.groups import make_viewer
from tests.factories.issues import make_cause, make_issue, make_public_issue
from tests.factories.meetings import inside, make_room, make_sentence

pytestmark = pytest.mark.django_db


def add(issue: Issue, *drafts: CauseDraft) -> list[Cause]:
    return add_causes(issue, drafts=drafts, made_in="circle", by=inside(issue.group))


def test_several_boxes_at_once_hang_under_one_another() -> None:
    issue = make_issue()

    shows, why, root = add(
        issue,
        CauseDraft("shows", "the fish died"),
        CauseDraft("immediate", "old ponds", under=0),
        CauseDraft("root", "the river is a drain in law", under=1, root_name="profit"),
    )

    assert (shows.parent, why.parent, root.parent) == (None, shows, why)
    assert [one.position for one in (shows, why, root)] == [1, 2, 3]
    assert AuditRow.objects.filter(verb="cause.added", group_id=issue.group_id).count() == 3


def test_box_made_from_a_sentence_keeps_its_key_and_its_words() -> None:
    issue = make_issue()
    sentence = make_sentence(make_room(issue.group), "لا أحد يفحص", lang="ar")

    cause = make_cause(issue, level="immediate", sentence=sentence)

    assert (cause.text, cause.lang, cause.dir, cause.from_sentence) == (sentence.text, "ar", "rtl", sentence)


def test_box_may_hang_under_one_as_deep() -> None:
    issue = make_issue()
    above = make_cause(issue, level="underlying")

    assert make_cause(issue, level="underlying", parent=above).parent == above


def test_shallower_box_under_a_deeper_one_is_refused() -> None:
    issue = make_issue()
    root = make_cause(issue, level="root")

    with pytest.raises(RefusedError) as refusal:
        make_cause(issue, level="shows", parent=root)
    assert refusal.value.field == "level"


def test_box_under_another_issues_box_is_refused() -> None:
    issue = make_issue()
    elsewhere = make_cause(make_issue(issue.group))

    with pytest.raises(RefusedError, match="another issue"):
        make_cause(issue, parent=elsewhere)


def test_box_cannot_hang_under_itself_or_what_hangs_from_it() -> None:
    issue = make_issue()
    top, middle, low = add(
        issue, CauseDraft("root", "a"), CauseDraft("root", "b", under=0), CauseDraft("root", "c", under=1)
    )

    for under in (top, middle, low):
        with pytest.raises(RefusedError, match="under itself"):
            change_cause(top, parent=under, by=inside(issue.group))
    assert Cause.objects.get(pk=top.pk).parent is None


def test_draft_under_a_later_line_is_refused_and_nothing_is_kept() -> None:
    with pytest.raises(RefusedError) as refusal:
        add(make_issue(), CauseDraft("shows", "a", under=1), CauseDraft("shows", "b"))

    assert refusal.value.field == "1.under"
    assert not Cause.objects.exists()


def test_sixty_boxes_and_no_more() -> None:
    issue = make_issue()
    add(issue, *[CauseDraft("shows", f"box {number}") for number in range(60)])

    with pytest.raises(RefusedError, match="60"):
        make_cause(issue)
    assert issue.causes.count() == 60


@pytest.mark.parametrize(
    "draft",
    [
        CauseDraft("shows", ""),
        CauseDraft("shows", "x" * 10_000),
        CauseDraft("deepest", "a"),
        CauseDraft("shows", "a", root_name="racism"),
        CauseDraft("root", "a", root_name="weather"),
    ],
    ids=["empty", "long", "level", "named above the root", "name"],
)
def test_what_cannot_be_kept_is_refused(draft: CauseDraft) -> None:
    with pytest.raises(RefusedError):
        add(make_issue(), CauseDraft("shows", "good"), draft)
    assert not Cause.objects.exists()


def test_sentence_kept_for_ourselves_does_not_enter_a_public_tree() -> None:
    issue = make_public_issue()
    ours = make_sentence(make_room(issue.group))

    with pytest.raises(RefusedError, match="ours"):
        make_cause(issue, sentence=ours)
    assert not Cause.objects.exists()


def test_removing_a_box_lets_what_hung_under_it_move_up() -> None:
    issue = make_issue()
    top, middle, low = add(
        issue, CauseDraft("shows", "a"), CauseDraft("immediate", "b", under=0), CauseDraft("root", "c", under=1)
    )

    remove_cause(middle, by=inside(issue.group))

    assert Cause.objects.get(pk=low.pk).parent == top
    assert AuditRow.objects.filter(verb="cause.removed", group_id=issue.group_id).exists()


def test_change_moves_a_box_to_the_top_and_forgets_the_roots_name() -> None:
    issue = make_issue()
    top = make_cause(issue)
    low = make_cause(issue, level="root", root_name="racism", parent=top)

    change_cause(low, level="immediate", to_top=True, text="because", by=inside(issue.group))

    low.refresh_from_db()
    assert (low.parent, low.level, low.root_name, low.text) == (None, "immediate", "", "because")


def test_change_that_would_put_children_above_is_refused() -> None:
    issue = make_issue()
    top = make_cause(issue)
    make_cause(issue, level="immediate", parent=top)

    with pytest.raises(RefusedError):
        change_cause(top, level="root", by=inside(issue.group))


def test_only_the_group_touches_its_tree() -> None:
    cause = make_cause()
    stranger = make_viewer(is_steward=True)

    for act in (lambda: change_cause(cause, text="b", by=stranger), lambda: remove_cause(cause, by=stranger)):
        with pytest.raises(NotAllowedError):
            act()
