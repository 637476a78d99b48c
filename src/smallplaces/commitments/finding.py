"""What can be found of commitments: common texts that are accepted, their clauses, and promises of public bodies.

What a group holds, its own pledges included, is not in the index.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from django.db.models import OuterRef, QuerySet, Subquery

from smallplaces.commitments.models import Act, ActVersion, Clause, Promise
from smallplaces.core import search
from smallplaces.core.enums import Standing
from smallplaces.core.search import Document, Source
from smallplaces.core.viewers import Viewer

PART = 500


def register() -> None:
    """Called from `AppConfig.ready`."""
    search.register("act", Source(_acts, _acts_in_sight))
    search.register("clause", Source(_clauses, _clauses_in_sight))
    search.register("promise", Source(_promises, _promises_in_sight))


def renew_act(act: Act) -> None:
    """Brings a text and its clauses up to date in the index; for the actions that change one."""
    search.index("act", [act.pk])
    search.index("clause", Clause.objects.filter(version__act=act).values_list("pk", flat=True))


def renew(thing: Act | Promise) -> None:
    """Brings a text or a promise up to date in the index."""
    if isinstance(thing, Act):
        renew_act(thing)
    else:
        search.index("promise", [thing.pk])


def _common_acts() -> QuerySet[Act]:
    return Act.objects.filter(group=None, standing=Standing.ACCEPTED, place__standing=Standing.ACCEPTED)


def _common_promises() -> QuerySet[Promise]:
    return Promise.objects.filter(group=None, standing=Standing.ACCEPTED, place__standing=Standing.ACCEPTED)


def _acts(ids: Sequence[str] | None) -> Iterator[Document]:
    rows = _common_acts().select_related("place", "body")
    for act in (rows if ids is None else rows.filter(pk__in=ids)).iterator(PART):
        body = act.body.name if act.body else act.body_words
        yield Document(
            "act",
            act.pk,
            act.title,
            " · ".join(part for part in (act.number, body, act.lesson) if part),
            lang=act.lang,
            around=act.place.name,
            place_id=act.place_id,
            country=act.place.country,
            fictional=act.place.fictional,
        )


def _clauses(ids: Sequence[str] | None) -> Iterator[Document]:
    """The clauses of each text's last version."""
    last = ActVersion.objects.filter(act=OuterRef("version__act")).order_by("-position").values("pk")[:1]
    rows = Clause.objects.filter(version=Subquery(last), version__act__in=_common_acts()).exclude(text="")
    rows = rows.select_related("version__act__place").defer("version__text")
    for clause in (rows if ids is None else rows.filter(pk__in=ids)).iterator(PART):
        act = clause.version.act
        yield Document(
            "clause",
            clause.pk,
            clause.label,
            clause.text,
            lang=clause.version.lang,
            around=f"{act.title}, {act.place.name}",
            parts=(act.pk, act.title),
            place_id=act.place_id,
            country=act.place.country,
            fictional=act.place.fictional,
        )


def _promises(ids: Sequence[str] | None) -> Iterator[Document]:
    rows = _common_promises().select_related("place", "body")
    for promise in (rows if ids is None else rows.filter(pk__in=ids)).iterator(PART):
        place = promise.place
        around = [promise.body.name] if promise.body else []
        yield Document(
            "promise",
            promise.pk,
            "",
            promise.text,
            lang=promise.lang,
            around=", ".join([*around, place.name]),
            place_id=place.pk,
            country=place.country,
            fictional=place.fictional,
        )


def _acts_in_sight(ids: Collection[str], _viewer: Viewer) -> Collection[str]:
    return set(_common_acts().filter(pk__in=ids).values_list("pk", flat=True))


def _clauses_in_sight(ids: Collection[str], _viewer: Viewer) -> Collection[str]:
    rows = Clause.objects.filter(pk__in=ids, version__act__in=_common_acts())
    return set(rows.values_list("pk", flat=True))


def _promises_in_sight(ids: Collection[str], _viewer: Viewer) -> Collection[str]:
    return set(_common_promises().filter(pk__in=ids).values_list("pk", flat=True))
