"""An export becomes a dialogue: people without a trace, last answers, and what people were told."""

from __future__ import annotations

import pytest
from django.apps import apps

from smallplaces.core.consent import present_uses
from smallplaces.core.models import Permission
from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY, command
from smallplaces.dialogues.actions import Wish, import_polis
from smallplaces.dialogues.exports import export_of, read_files
from smallplaces.dialogues.models import Dialogue, Participant, Statement, Vote
from smallplaces.groups.models import Group
from tests.factories.dialogues import import_export
from tests.factories.groups import make_account, make_group
from tests.factories.places import make_place
from tests.readers.polis_files import NEWER_COMMENTS, export

pytestmark = pytest.mark.django_db

WISH = Wish(source="an export of ours")


def read(**files: str):
    return export_of(read_files(export(**files)))


def test_statements_come_with_last_answers_and_those_of_the_source_beside() -> None:
    dialogue = import_export(make_group()).dialogue

    first = dialogue.statements.get(number=0)
    assert (first.agrees, first.disagrees, first.passes) == (1, 1, 0)
    assert (first.said_agrees, first.said_disagrees) == (2, 1)
    assert (dialogue.people, dialogue.answers, dialogue.events) == (2, 4, 6)
    assert Vote.objects.count() == 4
    assert set(dialogue.statements.values_list("number", "standing")) == {
        (0, "shown"),
        (1, "not_shown"),
        (12, "waiting"),
    }


def test_waiting_statements_are_shown_where_that_is_asked_for() -> None:
    dialogue = import_export(make_group(), open_waiting=True).dialogue

    assert dialogue.statements.get(number=12).standing == "shown"


def test_nothing_tells_when_or_by_whom() -> None:
    import_export(make_group())

    ours = [model for model in apps.get_models() if model.__module__.startswith("smallplaces.")]
    everything = "\n".join(str(row) for model in ours for row in model.objects.values_list())
    assert [number for number in ("7001", "7002", "7003", "1403054", "1403058") if number in everything] == []


def test_two_imports_share_nobody() -> None:
    import_export(make_group())
    first = set(Participant.objects.values_list("pk", flat=True))
    import_export(make_group())

    assert Participant.objects.exclude(pk__in=first).count() == len(first) == 2


def test_what_people_were_told_is_one_decision_a_statement() -> None:
    dialogue = import_export(make_group(), told="All of it is published.", uses=("C4",)).dialogue

    rows = Permission.objects.filter(kind="statement")
    assert {(tuple(row.uses), row.decided_by, row.told) for row in rows} == {
        (("C1", "C2", "C4"), "import", "All of it is published.")
    }
    assert rows.count() == dialogue.statements.count() == 3


def test_unknown_means_read_and_counted() -> None:
    statement = import_export(make_group()).dialogue.statements.first()

    assert present_uses("statement", statement.pk) == {"C1", "C2"}


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        (Wish(source="x", uses=("C4",)), "told"),
        (Wish(source="x", told="yes", uses=("C8",)), "uses"),
        (Wish(source="x", told="y" * 501), "told"),
        (Wish(source=" "), "source"),
        (Wish(source="x", lang="english please"), "lang"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(wish: Wish, field: str) -> None:
    group = make_group()

    with pytest.raises(RefusedError) as refused:
        import_polis(group.place, export=read(), group=group, wish=wish, by=command())

    assert refused.value.field == field
    assert not Dialogue.objects.exists()


def test_the_same_export_again_writes_nothing() -> None:
    group = make_group()
    first = import_export(group)

    again = import_export(group, dict(reversed(export().items())))

    assert (first.is_new, again.is_new, again.dialogue) == (True, False, first.dialogue)
    assert (Dialogue.objects.count(), Vote.objects.count()) == (1, 4)


def test_statements_without_words_are_left_out_with_their_answers() -> None:
    group = make_group()
    comments = NEWER_COMMENTS.replace("Is this about us?", "")
    votes = "timestamp,datetime,comment-id,voter-id,vote\n1,x,2,a,1\n1,x,3,a,1\n"

    done = import_export(group, export(comments=comments, votes=votes, participants_votes=""))

    assert (done.counted.empty, done.counted.lost_answers, done.counted.superseded) == (1, 1, 0)
    assert (Statement.objects.count(), Vote.objects.count()) == (1, 1)


def test_the_only_group_of_a_place_holds_it() -> None:
    group = make_group()

    done = import_polis(group.place, export=read(), wish=WISH, by=command())

    assert (done.dialogue.group, done.group_opened) == (group, False)


def test_where_several_work_they_are_named() -> None:
    place = make_place()
    groups = [make_group(place=place), make_group(place=place)]

    with pytest.raises(RefusedError) as refused:
        import_polis(place, export=read(), wish=WISH, by=command())

    assert all(one.name in refused.value.sentence for one in groups)


@pytest.mark.parametrize(("stewards", "state"), [(0, "opening"), (1, "opening"), (2, "open")])
def test_where_nobody_works_the_stewards_keep_it(stewards: int, state: str) -> None:
    place = make_place(name="Low Marsh")
    for _one in range(stewards):
        make_account(is_steward=True)

    done = import_polis(place, export=read(), wish=WISH, by=command())

    group = Group.objects.get()
    assert (done.group_opened, group.name, group.state) == (True, "Keepers of this record, Low Marsh", state)
    assert group.memberships.filter(role="holder").count() == stewards


def test_strangers_bring_nothing_in() -> None:
    group = make_group()

    with pytest.raises(NotAllowedError):
        import_polis(group.place, export=read(), group=group, wish=WISH, by=ANYBODY)
    with pytest.raises(NotAllowedError):
        import_polis(make_place(), export=read(), wish=WISH, by=ANYBODY)

    assert Group.objects.count() == 1
