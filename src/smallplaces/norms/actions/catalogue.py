"""The catalogue is data: shipped as lists, brought in again at each `migrate`, updated in place, never deleted."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit, search
from smallplaces.core.clock import today
from smallplaces.core.dates import columns
from smallplaces.core.ids import fixed_id
from smallplaces.core.refusals import require
from smallplaces.core.viewers import Viewer
from smallplaces.norms import finding
from smallplaces.norms.actions.catalogue_rights import (
    Told,
    load_readings,
    load_right_targets,
    load_rights,
    load_translations,
)
from smallplaces.norms.actions.settling import Key, Wanted, settle
from smallplaces.norms.actions.standings import newer_stays, settle_standings
from smallplaces.norms.models import Norm, NormVersion, Provision, Right
from smallplaces.norms.policies import may_load_catalogue
from smallplaces.norms.shipped import KINDS, Catalogue, check, shipped_catalogue

By = dict[str, str]


@dataclass(frozen=True)
class Loaded:
    """How many texts, rights and standings of States the lists hold; how many texts and rights are new or changed."""

    norms: int
    rights: int
    standings: int
    changed: int


def load_catalogue(*, by: Viewer, catalogue: Catalogue | None = None) -> Loaded:
    """Brings texts, headings, rights and ratifications in, keyed by code, number and slug. Raises RefusedError.

    A list that names a kind, right or target that is not known is refused with its line, and nothing is brought in. A
    heading that is gone from the list stays: somebody may have pointed at it. A right that is gone is retired.
    """
    require(may_load_catalogue(by), _("Only a steward can bring the catalogue in."))
    lists, told = catalogue or shipped_catalogue(), Told()
    check(lists)
    with transaction.atomic():
        norms = _norms(lists, told)
        versions = _versions(lists, norms, told)
        provisions = _provisions(lists, norms, versions, told)
        rights = load_rights(lists, told)
        load_translations(lists, rights, told)
        norm_of = {pk: norms[code] for (code, _number), pk in provisions.items()}
        for provision_id in load_readings(lists, provisions, rights):
            told.norms[norm_of[provision_id]].add("rights")
        for right_id in load_right_targets(lists, provisions, rights):
            told.rights[right_id].add("targets")
        _ratifications(lists, norms, told, by)
        for pk, fields in told.norms.items():
            audit.record("loaded", Norm(pk=pk), by=by, fields=fields)
        for pk, fields in told.rights.items():
            audit.record("loaded", Right(pk=pk), by=by, fields=fields)
        finding.renew_norms(told.norms)
        search.index("right", told.rights)
    counts = (len(lists.instruments), len(lists.rights), len(lists.ratifications))
    return Loaded(*counts, changed=len(told.norms) + len(told.rights))


def _norms(lists: Catalogue, told: Told) -> By:
    """Texts by code, each with its id."""
    wanted: Wanted = {
        (row["code"],): {
            "slug": row["slug"],
            "kind": KINDS[row["kind"]].value,
            "name": row["title"],
            "adopted_by": row["adopted_by"],
            "in_force": row.get("in_force") or "",
            "monitoring_body": row.get("monitoring_body") or "",
            "note": row.get("notes") or "",
            "source": row["source"],
            "lang": "en",
        }
        for row in lists.instruments
    }
    rows = Norm.objects.exclude(code="")
    settled = settle(rows, ("code",), wanted, new_id=lambda key: fixed_id("norm", *key), first={"added_on": today()})
    for pk, fields in settled.touched():
        told.norms[pk] |= fields
    return {code: pk for (code,), pk in settled.ids.items()}


def _versions(lists: Catalogue, norms: By, told: Told) -> By:
    """The version of each text that the list holds, by the text's code."""
    codes = {norms[row["code"]]: row["code"] for row in lists.instruments}
    wanted: Wanted = {
        (norms[row["code"]], row["adopted"][:4]): columns("on", row["adopted"])
        | {"source": row["source"], "lang": "en"}
        for row in lists.instruments
    }
    settled = settle(
        NormVersion.objects.filter(norm_id__in=codes),
        ("norm_id", "label"),
        wanted,
        new_id=lambda key: fixed_id("normversion", codes[key[0]], key[1]),
        first={"added_on": today()},
    )
    for key in settled.made | settled.changes.keys():
        told.norms[key[0]].add("version")
    for key in settled.made:
        earlier = sum(one[0] == key[0] for one in settled.ids) - 1
        if earlier:
            NormVersion.objects.filter(pk=settled.ids[key]).update(position=earlier)
    return {codes[key[0]]: settled.ids[key] for key in wanted}


def _provisions(lists: Catalogue, norms: By, versions: By, told: Told) -> dict[tuple[str, str], str]:
    """Headings by code and number, each with its id. The place in the list of its text is its position."""
    codes = {pk: code for code, pk in versions.items()}
    labels = {row["code"]: row["adopted"][:4] for row in lists.instruments}
    wanted: dict[Key, dict[str, object]] = {}
    positions = dict.fromkeys(versions, 0)
    for row in lists.provisions:
        code = row["instrument"]
        heading = {"heading": row["heading"], "position": positions[code], "lang": "en"}
        wanted[(versions[code], row["number"])] = heading
        positions[code] += 1
    settled = settle(
        Provision.objects.filter(version_id__in=codes),
        ("version_id", "number"),
        wanted,
        new_id=lambda key: fixed_id("provision", codes[key[0]], labels[codes[key[0]]], key[1]),
    )
    for version_id, _number in settled.made | settled.changes.keys():
        told.norms[norms[codes[version_id]]].add("provisions")
    return {(codes[version_id], number): pk for (version_id, number), pk in settled.ids.items()}


def _ratifications(lists: Catalogue, norms: By, told: Told, by: Viewer) -> None:
    wanted: Wanted = {
        (row["state"], norms[row["instrument"]]): {
            name: row[name] for name in ("standing", "since", "source", "checked", "note")
        }
        for row in lists.ratifications
    }
    if wanted:
        settled = settle_standings(wanted, norms.values(), keeps=newer_stays, by=by)
        for _state, norm_id in settled.made | settled.changes.keys():
            told.norms[norm_id].add("ratifications")
