"""Rights: what each means in the reader's language, what protects it, what helps to read it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import get_language

from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import direction
from smallplaces.norms.enums import NormKind, RightCategory
from smallplaces.norms.models import Provision, ProvisionRight, Right, RightTarget, RightTranslation
from smallplaces.norms.queries.meanings import NoteLine, notes_beside
from smallplaces.norms.queries.norms import norms_visible_to

# In which order texts stand where several protect the same: what can bind first.
KINDS_IN_ORDER = (NormKind.TREATY, NormKind.DECLARATION, NormKind.CITY_CHARTER, NormKind.PRINCIPLES)


@dataclass(frozen=True)
class RightLine:
    """A right by its short name, and what it means, in the reader's language where we have it, else in English."""

    id: str
    slug: str
    name: str
    meaning: str
    lang: str
    dir: str
    category: str
    category_words: str
    retired: bool = False
    kind: str = "right"


@dataclass(frozen=True)
class ProvisionRef:
    """An article or principle, to be pointed at: number and our heading."""

    id: str
    number: str
    heading: str
    lang: str
    dir: str
    norm_slug: str
    norm_code: str
    norm_name: str
    norm_lang: str
    norm_kind: str


@dataclass(frozen=True)
class ProtectedBy:
    """What one text says on a right, in its order."""

    norm_id: str
    norm_slug: str
    norm_code: str
    norm_name: str
    norm_lang: str
    norm_kind: str
    kind_words: str
    provisions: tuple[ProvisionRef, ...]


@dataclass(frozen=True)
class RightPage:
    """A right with all that stands around it. `targets` help to read it and are no right; `languages` tell it too."""

    right: RightLine
    protected_by: tuple[ProtectedBy, ...]
    targets: tuple[ProvisionRef, ...]
    notes: tuple[NoteLine, ...]
    languages: tuple[str, ...]


def rights_in_sight() -> QuerySet[Right]:
    """Every right of the catalogue as it is today, with its words in the language of the screen."""
    return _told(Right.objects.filter(retired_on=None))


def right_lines() -> tuple[RightLine, ...]:
    """Every right, by category and in the order of the list. One query."""
    return tuple(right_line(row) for row in rights_in_sight().order_by("position", "slug"))


def right_by_slug(slug: str, lang: str = "") -> RightLine:
    """One right, also a retired one: something may still point at it. Raises NotVisibleError. One query.

    `lang` asks for its words in a language; the screen's where it is empty.
    """
    row = _told(Right.objects.filter(slug=slug), lang).first()
    if row is None:
        raise NotVisibleError(slug)
    return right_line(row)


def right_page(slug: str, *, viewer: Viewer, lang: str = "") -> RightPage:
    """One right with what protects it. Raises NotVisibleError. Five queries."""
    right = right_by_slug(slug, lang)
    also = RightTranslation.objects.filter(right=right.id).order_by("lang").values_list("lang", flat=True)
    return RightPage(
        right=right,
        protected_by=protected_by(right.id, viewer=viewer),
        targets=targets_of_right(right.id),
        notes=notes_beside(right_id=right.id, viewer=viewer),
        languages=("en", *also),
    )


def protected_by(right_id: str, *, viewer: Viewer) -> tuple[ProtectedBy, ...]:
    """The provisions that protect a right, by text; goals help to read it and stand elsewhere. One query."""
    norms = norms_visible_to(viewer).exclude(kind=NormKind.GOALS).order_by().values("pk")
    rows = ProvisionRight.objects.filter(right_id=right_id, provision__version__norm__in=norms)
    rows = rows.select_related("provision__version__norm").order_by(
        "provision__version__norm__code", "provision__position"
    )
    refs = [provision_ref(row.provision) for row in rows]
    refs.sort(key=lambda one: _place(one.norm_kind))
    groups = [list(found) for _slug, found in groupby(refs, key=lambda one: one.norm_slug)]
    ids = {row.provision.version.norm.slug: row.provision.version.norm_id for row in rows}
    return tuple(_text(found, ids[found[0].norm_slug]) for found in groups)


def targets_of_right(right_id: str) -> tuple[ProvisionRef, ...]:
    """The SDG targets that help to read a right. One query."""
    rows = RightTarget.objects.filter(right_id=right_id).select_related("target__version__norm")
    return tuple(provision_ref(row.target) for row in rows.order_by("target__position"))


def right_line(row: Any) -> RightLine:
    """One row of `rights_in_sight`."""
    lang = row.own_lang or row.lang
    return RightLine(
        id=row.pk,
        slug=row.slug,
        name=row.own_name or row.name,
        meaning=row.own_meaning or row.text,
        lang=lang,
        dir=direction(lang),
        category=row.category,
        category_words=str(RightCategory(row.category).label),
        retired=row.retired_on is not None,
    )


def provision_ref(row: Provision) -> ProvisionRef:
    """A provision that was read with its text."""
    norm = row.version.norm
    return ProvisionRef(
        id=row.pk,
        number=row.number,
        heading=row.heading,
        lang=row.lang,
        dir=row.dir,
        norm_slug=norm.slug,
        norm_code=norm.code,
        norm_name=norm.name,
        norm_lang=norm.lang,
        norm_kind=norm.kind,
    )


def _told(rows: QuerySet[Right], lang: str = "") -> QuerySet[Any]:
    """The rights with their words in a language, or in the screen's."""
    mine = RightTranslation.objects.filter(
        right=OuterRef("pk"), lang=(lang or get_language() or "en").lower().partition("-")[0]
    )
    columns = {"own_name": "name", "own_meaning": "text", "own_lang": "lang"}
    return rows.annotate(**{name: Subquery(mine.values(column)[:1]) for name, column in columns.items()})


def _place(kind: str) -> int:
    return KINDS_IN_ORDER.index(NormKind(kind)) if kind in KINDS_IN_ORDER else len(KINDS_IN_ORDER)


def _text(found: list[ProvisionRef], norm_id: str) -> ProtectedBy:
    first = found[0]
    return ProtectedBy(
        norm_id=norm_id,
        norm_slug=first.norm_slug,
        norm_code=first.norm_code,
        norm_name=first.norm_name,
        norm_lang=first.norm_lang,
        norm_kind=first.norm_kind,
        kind_words=str(NormKind(first.norm_kind).label),
        provisions=tuple(found),
    )


def get_right(slug: str) -> Right:
    """One right of the catalogue. Raises NotVisibleError. One query."""
    row = Right.objects.filter(slug=slug, retired_on=None).first()
    if row is None:
        raise NotVisibleError(slug)
    return row
