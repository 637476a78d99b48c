"""Profiles are data: shipped as files, brought in again at each `migrate`, never deleted."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Use
from smallplaces.core.ids import fixed_id
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.reports.enums import FactKind
from smallplaces.reports.models import Profile, ProfileSection
from smallplaces.reports.policies import may_load_profiles


def shipped() -> list[dict[str, Any]]:
    """The profiles that come with the software."""
    folder = resources.files("smallplaces.reports") / "profiles"
    return [
        tomllib.loads(file.read_text("utf-8"))
        for file in sorted(folder.iterdir(), key=lambda one: one.name)
        if file.name.endswith(".toml")
    ]


def load_profiles(*, by: Viewer, rows: list[dict[str, Any]] | None = None) -> int:
    """Brings the shipped profiles in, keyed by code, updated in place; gone ones are retired. Returns how many there are.

    `rows` are profiles that come from elsewhere. One that contradicts itself is refused, and none is brought in.
    """
    require(may_load_profiles(by), _("Only a steward can bring in profiles."))
    rows = shipped() if rows is None else rows
    with transaction.atomic():
        for row in rows:
            _load(row, by=by)
        for gone in Profile.objects.filter(retired_on=None).exclude(code__in=[row["code"] for row in rows]):
            gone.retired_on = today()
            gone.save(update_fields=["retired_on"])
            audit.record("retired", gone, by=by)
    return len(rows)


def check_profile(row: dict[str, Any]) -> None:
    """Refuses limits that contradict one another or name what the house does not know."""
    unknown = set(row.get("facts", [])) - set(FactKind.values)
    if unknown:
        raise RefusedError(
            _("The profile asks for facts that are not known here: %(facts)s.") % {"facts": ", ".join(sorted(unknown))}
        )
    if row.get("use", Use.PARAPHRASED) not in Use.values:
        raise RefusedError(_("The profile's use must be one of C1 to C8."))
    codes = [one["code"] for one in row.get("sections", [])]
    if not codes:
        raise RefusedError(_("The profile has no sections."))
    if len(codes) != len(set(codes)):
        raise RefusedError(_("Two sections of the profile have the same code."))
    words, pages = row.get("words_most"), row.get("pages_most")
    if any(limit is not None and limit < 1 for limit in (words, pages)):
        raise RefusedError(_("A limit of the profile is zero or less; leave it out where there is none."))
    if words and words < len(codes):
        raise RefusedError(_("The profile has more sections than it allows words."))


def _load(row: dict[str, Any], *, by: Viewer) -> None:
    check_profile(row)
    fields = {key: value for key, value in row.items() if key not in {"code", "sections"}}
    before = Profile.objects.filter(code=row["code"]).first()
    fields["retired_on"] = None
    profile, made = Profile.objects.update_or_create(
        code=row["code"], defaults=fields, create_defaults={**fields, "id": fixed_id("profile", row["code"])}
    )
    for position, section in enumerate(row["sections"]):
        values = {**{key: value for key, value in section.items() if key != "code"}, "position": position}
        ProfileSection.objects.update_or_create(
            profile=profile,
            code=section["code"],
            defaults=values,
            create_defaults={**values, "id": fixed_id("profilesection", row["code"], section["code"])},
        )
    profile.sections.exclude(code__in=[one["code"] for one in row["sections"]]).delete()
    changed = [key for key, value in fields.items() if before is None or getattr(before, key) != value]
    if made or changed:
        audit.record("loaded", profile, by=by, fields=changed)
