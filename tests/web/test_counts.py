"""Pages with one row and with three hundred cost the same number of SQL statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from smallplaces.core.ids import new_id
from tests.access.asking import ask
from tests.access.table import Row
from tests.access.world import World
from tests.factories import core

Kind = TypeVar("Kind", bound=Model)
MORE = 299
PAGES = [
    ("anybody", Row("public:places")),
    ("anybody", Row("public:places_json")),
    ("anybody", Row("public:place", "place.slug")),
    ("member", Row("public:place", "place.slug")),
    ("anybody", Row("public:acts", "place.slug")),
    ("anybody", Row("public:promises", "place.slug")),
    ("anybody", Row("public:group", "group.slug")),
    ("anybody", Row("public:group_ics", "group.slug")),
    ("anybody", Row("public:place_ics", "place.slug")),
    ("anybody", Row("public:place_atom", "place.slug")),
    ("anybody", Row("public:trainings", "place.slug")),
    ("member", Row("public:trainings", "place.slug")),
    ("anybody", Row("public:room", "room.pk")),
    ("member", Row("public:room", "room.pk")),
    ("anybody", Row("public:demand", "demand.pk")),
    ("anybody", Row("public:promise", "promise.pk")),
    ("anybody", Row("public:issue_tree", "place.slug issue.pk")),
    ("anybody", Row("public:report", "report.pk")),
    ("member", Row("desk:home")),
    ("member", Row("desk:group", "group.slug")),
    ("anybody", Row("public:decisions", "group.slug")),
    ("anybody", Row("public:norms")),
    ("anybody", Row("public:norm", "norm.slug")),
    ("member", Row("desk:principles", "group.slug")),
    ("anybody", Row("public:committee", "group.slug")),
    ("member", Row("desk:committee", "group.slug")),
    ("member", Row("desk:voices", "group.slug")),
    ("member", Row("desk:harms", "group.slug")),
    ("member", Row("desk:alliance", "group.slug")),
    ("holder", Row("public:decision", "open_decision.pk")),
    ("member", Row("desk:deeds", "group.slug")),
    ("member", Row("desk:meeting", "meeting.pk")),
    ("member", Row("desk:said", "meeting.pk")),
    ("member", Row("desk:series_list", "group.slug")),
    ("member", Row("desk:series", "series.pk")),
    ("member", Row("desk:issue_open")),
    ("member", Row("desk:issue", "issue.pk")),
    ("member", Row("desk:issue_gather", "issue.pk")),
    ("member", Row("desk:causes", "issue.pk")),
    ("member", Row("desk:tree_sheet", "issue.pk")),
    ("member", Row("desk:photos", "meeting.pk")),
    ("member", Row("desk:what_first", "meeting.pk")),
    ("member", Row("desk:duties", "issue.pk")),
    ("member", Row("desk:gains", "issue.pk")),
    ("member", Row("desk:power", "issue.pk")),
    ("member", Row("desk:demand", "demand.pk")),
    ("member", Row("desk:rights", "issue issue.pk")),
    ("anybody", Row("public:rights_sheet", "place.slug issue.pk")),
    ("member", Row("desk:steps")),
    ("member", Row("desk:group_steps", "group.slug")),
    ("member", Row("desk:fridge", "group.slug")),
    ("member", Row("desk:outgoing", "group.slug")),
    ("member", Row("desk:readback_sheet", "room.pk")),
    ("member", Row("desk:reports")),
    ("member", Row("desk:report", "report.pk")),
    ("member", Row("desk:proposed")),
    ("steward", Row("desk:steward")),
]


def clone(thing: Kind, **changes: Callable[[int], Any]) -> list[Kind]:
    """Three hundred less one more of a row; `changes` give what each has of its own."""
    model = type(thing)
    kept = {field.attname: getattr(thing, field.attname) for field in model._meta.concrete_fields}
    rows = [
        model(**kept | {"id": new_id()} | {name: made(number) for name, made in changes.items()})
        for number in range(MORE)
    ]
    return list(model._default_manager.bulk_create(rows))


def each(rows: list[Any]) -> Callable[[int], str]:
    """The key of the row of the same number."""
    return lambda number: rows[number].pk


def numbered(word: str) -> dict[str, Callable[[int], str]]:
    """A name and an address for each."""
    return dict.fromkeys(("slug", "name"), lambda number: f"{word}-{number}")


def multiply(world: World) -> None:
    """Three hundred of everything that a page lists."""
    _words(world)
    _common(world)
    _thread(world)
    _papers(world)
    _committees(world)
    _norms(world)
    _walls(world)
    _rights(world)


def _words(world: World) -> None:
    from smallplaces.core.models import Permission

    for one in (world.sentence, world.ours):
        gathered, left = clone(one), clone(one)
        clone(world.issue.gathered.get(sentence=one), sentence_id=each(gathered))
        for many in (gathered, left):
            clone(Permission.objects.get(thing_id=one.pk), thing_id=each(many))
    clone(world.room, meeting_id=each(clone(world.meeting)))
    clone(world.series)
    date = world.series.meetings.first()
    clone(date.room, meeting_id=each(clone(date)))
    for one in (world.training, world.hidden_training):
        taught = clone(one.meeting)
        clone(one.meeting.room, meeting_id=each(taught))
        clone(one, meeting_id=each(taught))
    clone(world.readback)


def _common(world: World) -> None:
    places = clone(world.place, **numbered("another-place"))
    clone(world.group, **numbered("there"), place_id=each(places))
    clone(world.group, **numbered("here"))
    clone(world.proposed_place, **numbered("asked-place"))
    clone(world.asked_group, **numbered("asked"))
    acts = clone(world.act)
    version = world.clause.version
    versions = clone(version, act_id=each(acts))
    clone(world.clause, version_id=each(versions))
    clone(world.borrowing, act_id=each(acts))
    clone(world.proposed_act)
    clone(world.proposed_promise)


def _thread(world: World) -> None:
    issues = clone(world.issue)
    clone(world.issue.gathered.first(), issue_id=each(issues))
    clone(world.link, other_id=each(issues))
    for one in (world.cause, world.gain, world.duty, world.power_line):
        clone(one)
    demands = clone(world.demand)
    clone(world.demand.on_whom.get(), demand_id=each(demands))
    clone(world.signer)
    promises = clone(world.promise)
    clone(world.promise.answers_to.get(demand=world.demand), promise_id=each(promises))
    clone(world.promise.bears_on.get(), promise_id=each(promises))
    clone(world.promise.assessments.first(), promise_id=each(promises))
    clone(world.hidden_followup, visibility=lambda _number: "public")
    for one in (world.step, world.hidden_step):
        clone(one)


def _walls(world: World) -> None:
    clone(world.photo, file_id=each(clone(world.photo.file)))
    ranked = world.ranking.ranked.first()
    clone(ranked, issue_id=each(clone(world.issue)))
    clone(ranked, ranking_id=each(clone(world.ranking)))
    clone(world.priority, position=lambda number: number + 10)


def _rights(world: World) -> None:
    many = clone(world.issue_right.right, **numbered("right"))
    for one in (world.issue_right, world.demand_right, world.promise_right):
        clone(one, right_id=each(many))
    articles = clone(world.issue_article.provision, number=lambda number: f"{number + 100}")
    for one in (world.issue_article, world.demand_article, world.promise_article):
        clone(one, provision_id=each(articles))


def _papers(world: World) -> None:
    from smallplaces.core.models import AuditRow

    deed = AuditRow.objects.filter(group_id=world.group.pk).first()
    assert deed is not None
    clone(deed)
    clone(world.decision, visibility=lambda _number: "public")
    clone(world.report.editions.get().handings.get())
    clone(world.report)
    paragraphs = clone(world.paragraph, position=lambda number: number + 10)
    clone(world.citation, paragraph_id=each(paragraphs))


def _committees(world: World) -> None:
    from smallplaces.groups.models import Account

    account = world.cast.member.account
    assert isinstance(account, Account)
    accounts = clone(account, username=lambda number: f"member-{number}")
    clone(world.membership, account_id=each(accounts))
    clone(
        world.membership,
        account_id=each(accounts),
        until=lambda _number: core.DAY,
        ended_by_id=lambda _number: world.open_decision.pk,
    )
    clone(world.named, account_id=each(accounts))
    clone(world.decision, follows_id=lambda _number: world.open_decision.pk)
    for one in (world.seat, world.hidden_seat, world.harm, world.asking):
        clone(one)


def _norms(world: World) -> None:
    brought = clone(world.norm, **numbered("principles"))
    versions = clone(world.norm_version, norm_id=each(brought))
    for one in (world.sign_on, world.hidden_sign_on):
        clone(one, version_id=each(versions))
    clone(world.sign_on, group_id=each(clone(world.group, **numbered("signs"))))
    clone(world.norm_version.provisions.first(), number=lambda number: f"{number + 10}")


def cost(world: World, who: str, row: Row) -> tuple[int, int]:
    """How many statements a page takes, and how long it is."""
    with CaptureQueriesContext(connection) as queries:
        answer = ask(world, row, who)
    assert answer.status_code == 200, (row.name, answer.status_code)
    return len(queries), len(answer.whole)


def test_long_pages_cost_as_many_statements_as_short_ones(world: World):
    for who, row in PAGES:
        cost(world, who, row)  # For what a process keeps.
    short = [cost(world, who, row) for who, row in PAGES]
    multiply(world)
    found = []

    for (who, row), (before, few) in zip(PAGES, short, strict=True):
        after, many = cost(world, who, row)
        if after > before:
            found.append(f"{row.name} as {who}: {before} statements, then {after}")
        if many < few + 10 * MORE:
            found.append(f"{row.name} as {who}: shows no more than before, so nothing was tried")
    if found:
        pytest.fail("\n".join(found), pytrace=False)
