"""What can be found of norms: the catalogue's texts, their provisions and official articles, rights, recommendations.

Principles that a group brought are the group's own words, and are not in the index.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from smallplaces.core import search
from smallplaces.core.search import Document, Source
from smallplaces.core.viewers import Viewer
from smallplaces.norms.models import ArticleText, Norm, NormVersion, Provision, Recommendation, Right
from smallplaces.places.countries import FICTION, country_called

PART = 500


def register() -> None:
    """Called from `AppConfig.ready`."""
    search.register("right", Source(_rights, _in_sight(Right.objects.filter(retired_on=None))))
    search.register("norm", Source(_norms, _in_sight(_catalogue())))
    search.register("provision", Source(_provisions, _in_sight(Provision.objects.filter(version__norm__group=None))))
    search.register("articletext", Source(_articles, _in_sight(ArticleText.objects.filter(version__norm__group=None))))
    search.register("recommendation", Source(_recommendations, _in_sight(Recommendation.objects.all())))


def renew_norms(ids: Collection[str]) -> None:
    """Brings texts of the catalogue up to date in the index, with all that stands in them; for the actions that change them."""
    search.index("norm", ids)
    search.index("provision", Provision.objects.filter(version__norm__in=ids).values_list("pk", flat=True))
    search.index("articletext", ArticleText.objects.filter(version__norm__in=ids).values_list("pk", flat=True))


def _catalogue() -> QuerySet[Norm]:
    return Norm.objects.filter(group=None)


def _of_present_version(rows: QuerySet[Any], ids: Sequence[str] | None) -> QuerySet[Any]:
    """Rows that hang on the present version of a text of the catalogue."""
    present = NormVersion.objects.filter(norm=OuterRef("version__norm")).order_by("-position", "id").values("pk")[:1]
    rows = rows.filter(version__norm__group=None, version=Subquery(present)).select_related("version__norm")
    return rows if ids is None else rows.filter(pk__in=ids)


def _norms(ids: Sequence[str] | None) -> Iterator[Document]:
    rows = _catalogue() if ids is None else _catalogue().filter(pk__in=ids)
    for norm in rows:
        text = " · ".join(part for part in (norm.code, norm.adopted_by, norm.note) if part)
        yield Document("norm", norm.pk, norm.name, text, lang=norm.lang, parts=(norm.slug,))


def _provisions(ids: Sequence[str] | None) -> Iterator[Document]:
    for one in _of_present_version(Provision.objects.all(), ids).iterator(PART):
        norm = one.version.norm
        around = f"{norm.code} {one.number} · {norm.name}"
        parts = (norm.slug, one.number)
        yield Document("provision", one.pk, one.heading, one.text, lang=one.lang, around=around, parts=parts)


def _articles(ids: Sequence[str] | None) -> Iterator[Document]:
    for one in _of_present_version(ArticleText.objects.all(), ids).iterator(PART):
        norm = one.version.norm
        around = f"{norm.code} {one.number} · {norm.name}"
        parts = (norm.slug, one.number)
        yield Document("articletext", one.pk, one.title, one.text, lang=one.lang, around=around, parts=parts)


def _rights(ids: Sequence[str] | None) -> Iterator[Document]:
    rows = Right.objects.filter(retired_on=None).prefetch_related("translations").order_by("position", "id")
    for right in rows if ids is None else rows.filter(pk__in=ids):
        named = [
            (right.name, right.text, right.lang),
            *((one.name, one.text, one.lang) for one in right.translations.all()),
        ]
        for name, text, lang in named:
            yield Document("right", right.pk, name, text, lang=lang, parts=(right.slug,))


def _recommendations(ids: Sequence[str] | None) -> Iterator[Document]:
    rows = Recommendation.objects.all() if ids is None else Recommendation.objects.filter(pk__in=ids)
    for one in rows.iterator(PART):
        around = [f"{one.by_name} → {country_called(one.state, 'en')}", one.session]
        yield Document(
            "recommendation",
            one.pk,
            "",
            one.text,
            lang=one.lang,
            around=" · ".join(part for part in around if part),
            country=one.state,
            fictional=one.state == FICTION,
        )


def _in_sight(rows: QuerySet[Any]) -> Any:
    def visible(ids: Collection[str], _viewer: Viewer) -> Collection[str]:
        return set(rows.filter(pk__in=ids).values_list("pk", flat=True))

    return visible
