"""Rights, their names in other languages, and what protects them or helps to read them, brought in line with the lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import QuerySet

from smallplaces.core.clock import today
from smallplaces.core.ids import fixed_id
from smallplaces.norms.actions.settling import Key, Settled, Wanted, settle
from smallplaces.norms.models import ProvisionRight, ProvisionTarget, Right, RightTarget, RightTranslation
from smallplaces.norms.shipped import GOALS, Catalogue, several


@dataclass
class Told:
    """What a load changed: names of fields by the id of a norm, and of a right."""

    norms: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    rights: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def load_rights(lists: Catalogue, told: Told) -> dict[str, str]:
    """Rights by slug, each with its id. One that is gone from the list is retired, one that came back is not."""
    if not lists.rights:
        return {}
    wanted: Wanted = {
        (row["slug"],): {
            "name": row["name"],
            "text": row["definition"],
            "category": row["category"],
            "position": position,
            "lang": "en",
            "retired_on": None,
        }
        for position, row in enumerate(lists.rights)
    }
    settled = settle(Right.objects.all(), ("slug",), wanted, new_id=lambda key: fixed_id("right", *key))
    if settled.gone:
        gone = [settled.ids[key] for key in settled.gone]
        Right.objects.filter(pk__in=gone, retired_on=None).update(retired_on=today())
    for pk, names in settled.touched():
        told.rights[pk] |= names
    return {slug: pk for (slug,), pk in settled.ids.items()}


def load_translations(lists: Catalogue, rights: Mapping[str, str], told: Told) -> None:
    """Each right's name and meaning in the languages of the lists; other people's translations stay."""
    wanted: Wanted = {
        (rights[row["slug"]], lang): {"name": row["name"], "text": row["definition"]}
        for lang, rows in (lists.translations or {}).items()
        for row in rows
    }
    if wanted:
        settled = settle(
            RightTranslation.objects.all(),
            ("right_id", "lang"),
            wanted,
            new_id=lambda key: fixed_id("righttranslation", *key),
        )
        for right_id, lang in settled.made | settled.changes.keys():
            told.rights[right_id].add(f"text_{lang}")


def load_readings(lists: Catalogue, provisions: Mapping[tuple[str, str], str], rights: Mapping[str, str]) -> set[str]:
    """Which provision protects which right, and which target helps to read it. Gives the provisions that changed.

    A reading of ours that is gone from the list goes: nothing points at it, and a corrected one must be able to leave.
    """
    protects: dict[Key, dict[str, int]] = {}
    helped: dict[Key, dict[str, int]] = {}
    for row in lists.provisions:
        pk = provisions[(row["instrument"], row["number"])]
        for position, slug in enumerate(several(row.get("rights") or "")):
            protects[(pk, rights[slug])] = {"position": position}
        for number in several(row.get("sdg_targets") or ""):
            # A target needs no help to be read by itself.
            if (row["instrument"], number) != (GOALS, row["number"]):
                helped[(pk, provisions[(GOALS, number)])] = {}
    its = set(provisions.values())
    changed = _pairs(ProvisionRight.objects.all(), ("provision_id", "right_id"), protects, its)
    return changed | _pairs(ProvisionTarget.objects.all(), ("provision_id", "target_id"), helped, its)


def load_right_targets(
    lists: Catalogue, provisions: Mapping[tuple[str, str], str], rights: Mapping[str, str]
) -> set[str]:
    """Which SDG target helps to read which right. Gives the rights that changed."""
    if not lists.right_sdg:
        return set()
    wanted: dict[Key, dict[str, int]] = {
        (rights[row["right"]], provisions[(GOALS, row["sdg_target"])]): {} for row in lists.right_sdg
    }
    return _pairs(RightTarget.objects.all(), ("right_id", "target_id"), wanted, set(rights.values()))


def _pairs(rows: QuerySet, key: Key, wanted: Wanted, its: Iterable[str]) -> set[str]:  # type: ignore[type-arg]
    """Rows of two keys. Those of `its` that are not wanted are removed. Gives the first keys of what changed."""
    name = rows.model._meta.model_name or ""
    settled: Settled = settle(rows, key, wanted, new_id=lambda one: fixed_id(name, *one))
    its = set(its)
    gone = {one for one in settled.gone if one[0] in its}
    if gone:
        rows.model.objects.filter(pk__in=[settled.ids[one] for one in gone]).delete()
    return {one[0] for one in settled.made | settled.changes.keys() | gone}
