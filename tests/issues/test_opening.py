"""Issues are opened from what people say."""

from __future__ import annotations

import pytest

from smallplaces.core.models import AuditRow
from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY
from smallplaces.issues.actions import gather, let_go, open_issue
from smallplaces.issues.models import Issue
from smallplaces.meetings.actions import take_back
from tests.factories.groups import make_group, make_viewer
from tests.factories.issues import make_gathered, make_issue
from tests.factories.meetings import inside, make_room, make_sentence

pytestmark = pytest.mark.django_db

HOSTILE = {
    "markup": "<script>alert(1)</script> & {{ settings.SECRET_KEY }}",
    "arabic": "يقطعون الماء بسبب فاتورة",
    "emoji": "water 🌊 first",
}


def test_issue_takes_its_words_from_a_sentence() -> None:
    group = make_group()
    room = make_room(group)
    one, two = make_sentence(room, "Nadie explica la factura.", lang="es"), make_sentence(room, "The bill is a riddle.")

    issue = open_issue(group, place=group.place, sentences=[one, two], title_sentence=one, by=inside(group))

    assert (issue.text, issue.lang, issue.from_sentence) == (one.text, "es", one)
    assert set(issue.gathered.values_list("sentence_id", flat=True)) == {one.pk, two.pk}
    assert issue.visibility == "private"


def test_own_words_keep_no_key() -> None:
    issue = make_issue(text="  Nobody   sleeps.  ", lang="en-GB", made_in="circle")

    assert (issue.text, issue.from_sentence, issue.made_in) == ("Nobody sleeps.", None, "circle")


def test_opening_writes_one_line_without_words() -> None:
    issue = make_issue(text="a marked word")

    row = AuditRow.objects.get(kind="issue")
    assert (row.verb, row.thing_id, row.group_id) == ("issue.opened", issue.pk, issue.group_id)
    assert "marked" not in str(row.__dict__)


@pytest.mark.parametrize("who", ["anybody", "elsewhere", "steward"])
def test_only_the_group_opens_its_issues(who: str) -> None:
    group = make_group()
    viewers = {
        "anybody": ANYBODY,
        "elsewhere": make_viewer(make_group(place=group.place), "holder"),
        "steward": make_viewer(is_steward=True),
    }

    with pytest.raises(NotAllowedError):
        open_issue(group, place=group.place, text="ours", by=viewers[who])
    assert not Issue.objects.exists()


def test_group_that_was_refused_opens_nothing() -> None:
    group = make_group(state="refused", opened_on=None)

    with pytest.raises(NotAllowedError):
        make_issue(group)


def test_group_on_its_way_opens_but_does_not_publish() -> None:
    group = make_group(state="asked", opened_on=None)

    make_issue(group)
    with pytest.raises(NotAllowedError):
        make_issue(group, visibility="public")
    assert Issue.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "\x00\u202e \n"}, "text"),
        ({"text": "x" * 10_000}, "text"),
        ({"lang": "no such language"}, "lang"),
        ({"made_in": "heaven"}, "made_in"),
        ({"visibility": "everywhere"}, "visibility"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_field(fields: dict[str, str], field: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        make_issue(**fields)

    assert refusal.value.field == field
    assert not Issue.objects.exists()


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_words_are_kept_as_they_were_written(words: str) -> None:
    assert Issue.objects.get(pk=make_issue(text=words).pk).text == words


def test_gathering_twice_keeps_one() -> None:
    issue = make_issue()
    sentence = make_sentence(make_room(issue.group))
    make_gathered(issue, sentence)

    assert gather(issue, sentences=[sentence, sentence], by=inside(issue.group)) == []
    assert issue.gathered.count() == 1


def test_another_groups_own_sentence_is_refused() -> None:
    issue = make_issue()
    theirs = make_sentence()

    with pytest.raises(RefusedError, match="another group"):
        gather(issue, sentences=[theirs], by=inside(issue.group))


def test_another_groups_public_sentence_can_be_gathered() -> None:
    issue = make_issue()
    theirs = make_sentence(reach="public")

    assert len(gather(issue, sentences=[theirs], by=inside(issue.group))) == 1


def test_sentence_taken_back_a_moment_ago_is_not_copied() -> None:
    group = make_group()
    sentence = make_sentence(make_room(group))
    stale = type(sentence).objects.get(pk=sentence.pk)
    take_back(sentence, by=inside(group))

    with pytest.raises(RefusedError, match="taken back"):
        open_issue(group, place=group.place, title_sentence=stale, by=inside(group))


def test_letting_go_leaves_the_sentence() -> None:
    issue = make_issue()
    sentence = make_sentence(make_room(issue.group))
    make_gathered(issue, sentence)

    let_go(issue, sentence=sentence, by=inside(issue.group))

    assert not issue.gathered.exists()
    assert type(sentence).objects.filter(pk=sentence.pk).exists()
    assert AuditRow.objects.filter(verb="issue.let_go").count() == 1
