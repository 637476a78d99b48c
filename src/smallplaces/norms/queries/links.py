"""The rights that stand beside things of the thread, and who said so."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, F, OuterRef, Q, QuerySet, Subquery, Value
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from smallplaces.core.enums import Standing
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import direction
from smallplaces.groups.models import Account
from smallplaces.norms.enums import NormKind
from smallplaces.norms.linking import Linkable, linkable
from smallplaces.norms.models import Provision, Right, RightLink, RightTranslation
from smallplaces.norms.queries.norms import norms_visible_to

ARTICLES = frozenset({NormKind.DECLARATION, NormKind.TREATY})


@dataclass(frozen=True, kw_only=True)
class Pointed:
    """A right or an article that one can point to. `name` is short; `article` says which article it is ("ICESCR, article 11").

    `norm_id` and `treaty` are for the article alone: who is bound by it is another question.
    """

    right_id: str = ""
    provision_id: str = ""
    name: str
    lang: str
    dir: str
    meaning: str = ""
    article: str = ""
    slug: str = ""
    norm_id: str = ""
    norm_slug: str = ""
    norm_name: str = ""
    code: str = ""
    number: str = ""
    source: str = ""
    treaty: bool = False
    kind: str = field(default="right", init=False)

    @property
    def key(self) -> str:
        """Which one it is, for a form: "right:ID" or "provision:ID"."""
        return f"right:{self.right_id}" if self.right_id else f"provision:{self.provision_id}"


@dataclass(frozen=True, kw_only=True)
class LinkShown:
    """A right beside one thing. `settled_by` and `settled_on` are for the people who may change it, and empty for others."""

    id: str
    thing_kind: str
    thing_id: str
    to: Pointed
    standing: str
    because: str
    because_words: str
    made_in: str
    made_in_words: str
    settled_by: str = ""
    settled_on: dt.date | None = None


def kind_named(kind: str) -> Linkable:
    """The kind of this name. Raises NotVisibleError where rights stand beside no such thing."""
    one = linkable(kind)
    if one is None:
        raise NotVisibleError(kind)
    return one


def walk(thing: Any, path: str) -> str:
    """The value at the end of a path of keys from a row; empty for an empty path and for a key that is not set."""
    for name in path.split("__") if path else ():
        thing = getattr(thing, name, None)
    return str(thing) if path and thing else ""


def own_thing(kind: str, thing_id: str, *, viewer: Viewer) -> Any:
    """One thing that this viewer may set rights beside. One query and what its policy asks. Raises NotVisibleError."""
    one = kind_named(kind)
    thing = one.visible(viewer).filter(pk=thing_id).first()
    if thing is None or not one.may_link(viewer, thing):
        raise NotVisibleError(thing_id)
    return thing


def own_link(kind: str, link_id: str, *, viewer: Viewer) -> RightLink:
    """One link beside a thing that this viewer may set rights beside. Raises NotVisibleError."""
    row: RightLink | None = kind_named(kind).links.filter(pk=link_id).first()
    if row is None:
        raise NotVisibleError(link_id)
    own_thing(kind, getattr(row, f"{kind}_id"), viewer=viewer)
    return row


def links_of(
    kind: str, ids: Iterable[str], *, viewer: Viewer, standing: str = Standing.ACCEPTED
) -> dict[str, tuple[LinkShown, ...]]:
    """What stands beside these things of one kind, by their id. One query, none for no things.

    The caller has looked which of the things exist for its viewer.
    """
    wanted = list(ids)
    if not wanted:
        return {}
    one = kind_named(kind)
    rows = one.links.filter(**{f"{kind}_id__in": wanted}, standing=standing)
    found: dict[str, list[LinkShown]] = defaultdict(list)
    for row in _told(rows, one, viewer):
        found[getattr(row, f"{kind}_id")].append(_shown(row, one, viewer))
    return {pk: tuple(links) for pk, links in found.items()}


def rights_in_words(rows: QuerySet[Right]) -> list[Pointed]:
    """Rights as one can point to them, in the language of the screen. One query."""
    told: QuerySet[Any] = rows.annotate(**_translated("pk"))
    return [_right(row, row.own_name, row.own_meaning) for row in told]


def provisions_in_words(rows: QuerySet[Provision]) -> list[Pointed]:
    """Articles as one can point to them. One query."""
    return [_provision(row) for row in rows.select_related("version__norm")]


def provisions_in_sight(viewer: Viewer) -> QuerySet[Provision]:
    """The articles of every text that the viewer may see. Goals help to read a right and are none."""
    norms = norms_visible_to(viewer).exclude(kind=NormKind.GOALS)
    return Provision.objects.filter(version__norm__in=norms.order_by().values("pk"))


def _told(rows: QuerySet[RightLink], one: Linkable, viewer: Viewer) -> QuerySet[Any]:
    """The rows with all that a link says, in one query: first rights, then articles, each in the order of its list."""
    seen = Q(provision=None) | Q(provision__in=provisions_in_sight(viewer).values("pk"))
    who = Account.objects.filter(pk=OuterRef("settled_by_id")).values("username")[:1]
    paths = {"its_group": one.group_path, "its_place": one.place_path}
    ends = {name: F(f"{one.kind}__{path}") if path else _nothing() for name, path in paths.items()}
    rows = rows.filter(seen).select_related("right", "provision__version__norm")
    told = rows.annotate(settled_by=Subquery(who), **ends, **_translated("right_id"))
    return told.order_by(
        F("right__position").asc(nulls_last=True),
        "right__slug",
        "provision__version__norm__code",
        "provision__position",
        "pk",
    )


def _nothing() -> Value:
    return Value(None, output_field=CharField(null=True))


def _translated(key: str) -> dict[str, Subquery]:
    mine = RightTranslation.objects.filter(right_id=OuterRef(key), lang=get_language() or "en")
    return {"own_name": Subquery(mine.values("name")[:1]), "own_meaning": Subquery(mine.values("text")[:1])}


def _shown(row: Any, one: Linkable, viewer: Viewer) -> LinkShown:
    held, place = row.its_group, row.its_place
    ours = viewer.is_member_of(held) if held else viewer.is_steward or bool(place and viewer.may_accept_at(place))
    return LinkShown(
        id=row.pk,
        thing_kind=one.kind,
        thing_id=getattr(row, f"{one.kind}_id"),
        to=_right(row.right, row.own_name, row.own_meaning) if row.right else _provision(row.provision),
        standing=row.standing,
        because=row.because,
        because_words=str(row.get_because_display()),
        made_in=row.made_in,
        made_in_words=str(row.get_made_in_display()),
        settled_by=(row.settled_by or "") if ours else "",
        settled_on=row.settled_on if ours else None,
    )


def _right(row: Right, own_name: str | None, own_meaning: str | None) -> Pointed:
    lang = (get_language() or "en") if own_name else row.lang
    return Pointed(
        right_id=row.pk,
        name=own_name or row.name,
        lang=lang,
        dir=direction(lang),
        meaning=own_meaning or row.text,
        slug=row.slug,
    )


def _provision(row: Provision) -> Pointed:
    norm = row.version.norm
    words = _("%(text)s, article %(number)s") if norm.kind in ARTICLES else "%(text)s, %(number)s"
    return Pointed(
        provision_id=row.pk,
        name=row.heading or row.text,
        lang=row.lang,
        dir=row.dir,
        meaning=row.text,
        article=words % {"text": norm.code or norm.name, "number": row.number},
        norm_id=norm.pk,
        norm_slug=norm.slug,
        norm_name=norm.name,
        code=norm.code or norm.name,
        number=row.number,
        source=norm.source,
        treaty=norm.kind == NormKind.TREATY,
    )
