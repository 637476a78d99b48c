"""One article or principle with all that stands around it."""

from __future__ import annotations

from dataclasses import dataclass

from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.norms.enums import NormKind
from smallplaces.norms.models import Provision, ProvisionRight, ProvisionTarget
from smallplaces.norms.queries.meanings import NoteLine, notes_beside
from smallplaces.norms.queries.norms import norms_visible_to
from smallplaces.norms.queries.rights import (
    KINDS_IN_ORDER,
    ProvisionRef,
    RightLine,
    provision_ref,
    right_line,
    rights_in_sight,
)


@dataclass(frozen=True)
class Protected:
    """A right that an article protects, with the other articles that protect it too, in the order of their texts."""

    right: RightLine
    also: tuple[ProvisionRef, ...]


@dataclass(frozen=True)
class ProvisionPage:
    """An article or principle. `text` is there for principles that a group brought; treaties have official texts.

    `before` and `after` are the numbers beside it; `targets` help to read it and are no right.
    """

    id: str
    number: str
    heading: str
    text: str
    lang: str
    dir: str
    norm_slug: str
    norm_code: str
    norm_name: str
    norm_lang: str
    norm_dir: str
    norm_kind: str
    source: str
    version_id: str
    version: str
    headings_are_ours: bool
    fictional: bool
    protects: tuple[Protected, ...]
    targets: tuple[ProvisionRef, ...]
    notes: tuple[NoteLine, ...]
    before: str
    after: str
    kind: str = "provision"


def provision_page(slug: str, number: str, *, viewer: Viewer) -> ProvisionPage:
    """One provision of the present version by the address of its text and its number. Raises NotVisibleError. Eight queries."""
    norms = norms_visible_to(viewer).filter(slug=slug).order_by().values("pk")
    rows = Provision.objects.filter(version__norm__in=norms, number=number).order_by("-version__position")
    row = rows.select_related("version__norm__group__place").first()
    if row is None:
        raise NotVisibleError(f"{slug} {number}")
    norm = row.version.norm
    before, after = _neighbours(row)
    return ProvisionPage(
        id=row.pk,
        number=row.number,
        heading=row.heading,
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        norm_slug=norm.slug,
        norm_code=norm.code,
        norm_name=norm.name,
        norm_lang=norm.lang,
        norm_dir=norm.dir,
        norm_kind=norm.kind,
        source=norm.source,
        version_id=row.version_id,
        version=row.version.label,
        headings_are_ours=norm.group_id is None,
        fictional=bool(norm.group and norm.group.place.fictional),
        protects=_protects(row, viewer),
        targets=_targets(row),
        notes=notes_beside(provision_id=row.pk, viewer=viewer),
        before=before,
        after=after,
    )


def get_provision(provision_id: str, *, viewer: Viewer) -> Provision:
    """One provision of a text that the viewer may see. Raises NotVisibleError. One query."""
    rows = Provision.objects.filter(version__norm__in=norms_visible_to(viewer).order_by().values("pk"))
    row = rows.select_related("version__norm").filter(pk=provision_id).first()
    if row is None:
        raise NotVisibleError(provision_id)
    return row


def _neighbours(row: Provision) -> tuple[str, str]:
    """The numbers before and after, in the order of the text. One query."""
    beside = Provision.objects.filter(
        version=row.version_id, position__range=(max(row.position, 1) - 1, row.position + 1)
    )
    numbers = dict(beside.values_list("position", "number"))
    return (numbers.get(row.position - 1, ""), numbers.get(row.position + 1, ""))


def _protects(row: Provision, viewer: Viewer) -> tuple[Protected, ...]:
    """The rights of a provision, each with the others that protect it. Two queries."""
    rights = {one.pk: right_line(one) for one in rights_in_sight().filter(provisions__provision=row)}
    norms = norms_visible_to(viewer).exclude(kind=NormKind.GOALS).order_by().values("pk")
    others = ProvisionRight.objects.filter(right_id__in=rights, provision__version__norm__in=norms)
    others = others.select_related("provision__version__norm")
    order = {kind.value: place for place, kind in enumerate(KINDS_IN_ORDER)}
    also: dict[str, list[ProvisionRef]] = {pk: [] for pk in rights}
    its_place: dict[str, int] = {}
    for one in others.order_by("provision__version__norm__code", "provision__position"):
        if one.provision_id == row.pk:
            its_place[one.right_id] = one.position
        else:
            also[one.right_id].append(provision_ref(one.provision))
    for refs in also.values():
        refs.sort(key=lambda ref: order.get(ref.norm_kind, len(order)))
    return tuple(Protected(rights[pk], tuple(also[pk])) for pk in sorted(rights, key=lambda pk: its_place.get(pk, 0)))


def _targets(row: Provision) -> tuple[ProvisionRef, ...]:
    rows = ProvisionTarget.objects.filter(provision=row).select_related("target__version__norm")
    return tuple(provision_ref(one.target) for one in rows.order_by("target__position"))
