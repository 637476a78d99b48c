"""The texts that people hold up, their versions, and what stands in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.groups.queries import held_by_visible_groups
from smallplaces.norms.enums import NormKind
from smallplaces.norms.models import Norm, NormVersion, Provision, ProvisionRight, RightTranslation, SignOn
from smallplaces.norms.policies import may_add_version
from smallplaces.norms.queries.official import languages_of
from smallplaces.norms.queries.sign_ons import SignOnLine, sign_ons_by_version


@dataclass(frozen=True)
class NormLine:
    """A text in a list. `version` is its present version, `signers` are groups that stand under any of its versions."""

    slug: str
    name: str
    lang: str
    dir: str
    code: str
    norm_kind: str
    kind_words: str
    adopted_by: str
    version: str
    version_on: str
    source: str
    brought_by: str
    signers: tuple[str, ...]
    in_force: str = ""
    monitored_by: str = ""
    kind: str = "norm"


@dataclass(frozen=True)
class ProvisionLine:
    """An article or principle: its number, a heading or the group's words; the rights that it protects, by slug and name."""

    number: str
    heading: str
    text: str
    lang: str
    dir: str
    rights: tuple[str, ...] = ()
    right_names: tuple[str, ...] = ()

    @property
    def protects(self) -> list[tuple[str, str]]:
        """Slug and name of each right."""
        return list(zip(self.rights, self.right_names, strict=True))


@dataclass(frozen=True)
class VersionLine:
    """A text as it stood on a day; who stands under it."""

    id: str
    label: str
    on: str
    source: str
    added_on: dt.date
    is_present: bool
    provisions: tuple[ProvisionLine, ...]
    signers: tuple[SignOnLine, ...]


@dataclass(frozen=True)
class NormPage:
    """A text with its versions, the present one first."""

    id: str
    slug: str
    name: str
    lang: str
    dir: str
    code: str
    norm_kind: str
    kind_words: str
    adopted_by: str
    source: str
    brought_by: str
    brought_by_slug: str
    headings_are_ours: bool
    may_add_version: bool
    fictional: bool
    versions: tuple[VersionLine, ...]
    in_force: str = ""
    monitored_by: str = ""
    note: str = ""
    languages: tuple[str, ...] = ()
    kind: str = "norm"


def norms_visible_to(viewer: Viewer) -> QuerySet[Norm]:
    """The catalogue; what open groups brought; what the viewer's own groups brought, or a group that it may see signed."""
    signed = SignOn.objects.filter(held_by_visible_groups("signon", viewer)).values("version__norm_id")
    seen = Q(group=None) | Q(group__state=GroupState.OPEN) | Q(group_id__in=viewer.group_ids) | Q(pk__in=signed)
    return Norm.objects.filter(seen).select_related("group__place").order_by("kind", "name", "id")


def _newest_first(rows: QuerySet[Norm], *, whole: bool) -> QuerySet[Norm]:
    versions = NormVersion.objects.order_by("-position", "id")
    if whole:
        protects = ProvisionRight.objects.order_by("position").select_related("right")
        provisions = Provision.objects.order_by("position", "id").prefetch_related(Prefetch("rights", protects))
        versions = versions.prefetch_related(Prefetch("provisions", provisions))
    return rows.prefetch_related(Prefetch("versions", versions))


def norm_lines(*, viewer: Viewer) -> tuple[NormLine, ...]:
    """Every text that the viewer may see. Three queries."""
    rows = list(_newest_first(norms_visible_to(viewer), whole=False))
    signed = sign_ons_by_version([one.pk for norm in rows for one in norm.versions.all()], viewer=viewer)
    return tuple(_norm_line(norm, signed) for norm in rows)


def _norm_line(norm: Norm, signed: dict[str, tuple[SignOnLine, ...]]) -> NormLine:
    versions = list(norm.versions.all())
    present = versions[0] if versions else None
    names = {_signer(line) for version in versions for line in signed.get(version.pk, ())}
    return NormLine(
        slug=norm.slug,
        name=norm.name,
        lang=norm.lang,
        dir=norm.dir,
        code=norm.code,
        norm_kind=norm.kind,
        kind_words=str(norm.get_kind_display()),
        adopted_by=norm.adopted_by,
        version=present.label if present else "",
        version_on=_day(present) if present else "",
        source=norm.source,
        brought_by=norm.group.name if norm.group else "",
        signers=tuple(sorted(names)),
        in_force=norm.in_force,
        monitored_by=norm.monitoring_body,
    )


def _signer(line: SignOnLine) -> str:
    """The group's name; one of a made-up place says so, under a text that is real."""
    return _("%(name)s (made up)") % {"name": line.group_name} if line.fictional else line.group_name


def _day(version: NormVersion) -> str:
    return str(version.on_date or "")


def norm_page(slug: str, *, viewer: Viewer) -> NormPage:
    """One text by its address. Raises NotVisibleError. Eight queries."""
    norm = _newest_first(norms_visible_to(viewer), whole=True).filter(slug=slug).first()
    if norm is None:
        raise NotVisibleError(slug)
    rows = list(norm.versions.all())
    ids = [one.pk for one in rows]
    signed = sign_ons_by_version(ids, viewer=viewer)
    names = _names_of_rights(rows)
    return NormPage(
        id=norm.pk,
        slug=norm.slug,
        name=norm.name,
        lang=norm.lang,
        dir=norm.dir,
        code=norm.code,
        norm_kind=norm.kind,
        kind_words=str(norm.get_kind_display()),
        adopted_by=norm.adopted_by,
        source=norm.source,
        brought_by=norm.group.name if norm.group else "",
        brought_by_slug=norm.group.slug if norm.group else "",
        headings_are_ours=norm.group_id is None,
        may_add_version=may_add_version(viewer, norm),
        fictional=bool(norm.group and norm.group.place.fictional),
        versions=tuple(_version_line(one, rows[0], signed.get(one.pk, ()), names) for one in rows),
        in_force=norm.in_force,
        monitored_by=norm.monitoring_body,
        note=norm.note,
        languages=languages_of(ids).get(ids[0], ()) if ids else (),
    )


def _names_of_rights(rows: Iterable[NormVersion]) -> dict[str, str]:
    """Names of the rights that these versions protect, in the language of the screen, by slug. One query, or none."""
    ids = {its.right_id for version in rows for one in version.provisions.all() for its in one.rights.all()}
    lang = (get_language() or "en").partition("-")[0]
    told = RightTranslation.objects.filter(right_id__in=ids, lang=lang) if ids and lang != "en" else ()
    return {row.right_id: row.name for row in told}


def _provision_line(row: Provision, names: dict[str, str]) -> ProvisionLine:
    rights = [its.right for its in row.rights.all() if its.right.retired_on is None]
    return ProvisionLine(
        number=row.number,
        heading=row.heading,
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        rights=tuple(one.slug for one in rights),
        right_names=tuple(names.get(one.pk, one.name) for one in rights),
    )


def _version_line(
    row: NormVersion, present: NormVersion, signers: tuple[SignOnLine, ...], names: dict[str, str]
) -> VersionLine:
    return VersionLine(
        id=row.pk,
        label=row.label,
        on=_day(row),
        source=row.source,
        added_on=row.added_on,
        is_present=row.pk == present.pk,
        provisions=tuple(_provision_line(one, names) for one in row.provisions.all()),
        signers=signers,
    )


def get_norm(slug: str, *, viewer: Viewer) -> Norm:
    """One text by its address. Raises NotVisibleError. One query."""
    norm = norms_visible_to(viewer).filter(slug=slug).first()
    if norm is None:
        raise NotVisibleError(slug)
    return norm


def get_version(version_id: str, *, viewer: Viewer) -> NormVersion:
    """One version that the viewer may see. Raises NotVisibleError. One query."""
    rows = NormVersion.objects.filter(norm__in=norms_visible_to(viewer).values("pk")).select_related("norm__group")
    row = rows.filter(pk=version_id).first()
    if row is None:
        raise NotVisibleError(version_id)
    return row


def versions_to_sign(*, viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """Principles that a group can sign, by their present version: id, and name with version. Two queries."""
    rows = _newest_first(norms_visible_to(viewer).filter(kind=NormKind.PRINCIPLES), whole=False)
    present = [(norm, next(iter(norm.versions.all()), None)) for norm in rows]
    return tuple((one.pk, f"{norm.name} ({one.label})") for norm, one in present if one)


def version_named(words: str, *, viewer: Viewer) -> NormVersion:
    """The present version of the text with this code or address, for a command. Raises NotVisibleError. One query."""
    rows = NormVersion.objects.filter(norm__in=norms_visible_to(viewer).values("pk")).select_related("norm")
    row = rows.filter(Q(norm__code__iexact=words) | Q(norm__slug=words)).order_by("-position").first()
    if row is None:
        raise NotVisibleError(words)
    return row


def heading_of(code: str, number: int) -> ProvisionLine | None:
    """Our own heading of an article of the catalogue, where the catalogue was brought in. One query."""
    rows = Provision.objects.filter(version__norm__code=code, number=str(number)).order_by("-version__position")
    row = rows.first()
    return ProvisionLine(row.number, row.heading, row.text, row.lang, row.dir) if row else None
