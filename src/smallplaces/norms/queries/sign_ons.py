"""Which group signed which version of a text."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, OuterRef, QuerySet, Subquery

from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import held_by_visible_groups
from smallplaces.norms.models import NormVersion, SignOn


@dataclass(frozen=True)
class SignOnLine:
    """A group's name under a version. `newer` is the label of a version that came since; "" for none."""

    id: str
    group_id: str
    group_name: str
    group_slug: str
    group_lang: str
    place_name: str
    version_id: str
    version_label: str
    norm_name: str
    norm_slug: str
    norm_lang: str
    on: dt.date
    ended_on: dt.date | None
    note: str
    lang: str
    dir: str
    visibility: str
    fictional: bool
    newer: str
    newer_id: str
    kind: str = "signon"


def _rows(viewer: Viewer) -> QuerySet[SignOn]:
    latest = NormVersion.objects.filter(norm=OuterRef("version__norm")).order_by("-position")
    rows = SignOn.objects.filter(held_by_visible_groups("signon", viewer))
    rows = rows.annotate(latest_id=Subquery(latest.values("pk")[:1]), latest_label=Subquery(latest.values("label")[:1]))
    return rows.select_related("group__place", "version__norm").order_by("ended_on", "on", "group__name", "id")


def _line(row: SignOn) -> SignOnLine:
    newer = row.latest_id != row.version_id  # type: ignore[attr-defined]
    return SignOnLine(
        id=row.pk,
        group_id=row.group_id,
        group_name=row.group.name,
        group_slug=row.group.slug,
        group_lang=row.group.lang,
        place_name=row.group.place.name,
        version_id=row.version_id,
        version_label=row.version.label,
        norm_name=row.version.norm.name,
        norm_slug=row.version.norm.slug,
        norm_lang=row.version.norm.lang,
        on=row.on,
        ended_on=row.ended_on,
        note=row.note,
        lang=row.lang,
        dir=row.dir,
        visibility=row.visibility,
        fictional=row.group.place.fictional,
        newer=row.latest_label if newer else "",  # type: ignore[attr-defined]
        newer_id=row.latest_id if newer else "",  # type: ignore[attr-defined]
    )


def sign_ons_by_version(version_ids: Iterable[str], *, viewer: Viewer) -> dict[str, tuple[SignOnLine, ...]]:
    """Who stands under versions at present, by the version's id, as far as the viewer may know. One query."""
    found: dict[str, list[SignOnLine]] = defaultdict(list)
    for row in _rows(viewer).filter(version_id__in=list(version_ids), ended_on=None):
        found[row.version_id].append(_line(row))
    return {version_id: tuple(lines) for version_id, lines in found.items()}


def sign_ons_of_group(group_id: str, *, viewer: Viewer, ended: bool = False) -> tuple[SignOnLine, ...]:
    """What a group signed, as far as the viewer may know; with `ended` also where it took its name back. One query."""
    rows = _rows(viewer).filter(group_id=group_id)
    return tuple(_line(row) for row in (rows if ended else rows.filter(ended_on=None)))


def signed_before(*, viewer: Viewer) -> tuple[SignOnLine, ...]:
    """Names of the viewer's own groups under a version that is not the present one. One query, none for strangers."""
    if not viewer.group_ids:
        return ()
    rows = _rows(viewer).filter(group_id__in=viewer.group_ids, ended_on=None)
    return tuple(_line(row) for row in rows.exclude(version_id=F("latest_id")))


def get_sign_on(sign_on_id: str, *, viewer: Viewer) -> SignOn:
    """One sign-on that the viewer may know of. Raises NotVisibleError. One query."""
    row = _rows(viewer).filter(pk=sign_on_id).first()
    if row is None:
        raise NotVisibleError(sign_on_id)
    return row
