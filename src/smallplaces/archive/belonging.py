"""What an archive may bring: rows of its own, which point at rows of its own or at common records.

Its checksums tell of damage and not of who wrote it. Whoever made it up could else put a sentence into somebody's room,
a permission onto somebody's words, or an assessment under somebody's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from smallplaces.archive.scope import COMMON
from smallplaces.core.files import is_checksum
from smallplaces.core.refusals import RefusedError
from smallplaces.core.rows import columns
from smallplaces.groups.models import Group, Membership
from smallplaces.norms.models import Norm, NormVersion

Rows = Sequence[Mapping[str, Any]]
# Columns that hold the id of a record without being a key of the database.
LOOSE = {"core.permission": "thing_id", "groups.share": "thing_id"}

# Whoever signed a text is asked again when it gets a version, and reads its words here.
TEXTS = frozenset({"norms.normversion", "norms.provision"})


def refuse_what_reaches_into_this_house(
    names: Sequence[str], rows_of: Callable[[str], Rows], files: Sequence[str]
) -> None:
    """Raises RefusedError for the first row that belongs to what is here already, or to nothing. `names` are the tables."""
    own = {name: frozenset(str(row.get("id")) for row in rows_of(name)) for name in names}
    every = frozenset().union(*own.values())
    here = {name: _ids_here(name) for name in COMMON}
    texts = _texts_held_here()
    for name in names:
        for row in rows_of(name):
            if name in COMMON and str(row.get("id")) in here[name]:
                continue  # It stays here as it is.
            for target, value in _keys(name, row):
                if target == "groups.group" and value in here[target]:
                    raise _works_here(value)
                if name in TEXTS and value in texts.get(target, ()):
                    raise _text_is_here()
                if value not in own.get(target, ()) and value not in here.get(target, ()):
                    raise _dangling(name)
            if name in LOOSE and str(row.get(LOOSE[name])) not in every:
                raise _dangling(name)
            if name == "core.file" and not (is_checksum(row.get("sha256")) and row["sha256"] in files):
                raise _dangling(name)


def _ids_here(name: str) -> frozenset[str]:
    model: Any = apps.get_model(name)
    return frozenset(model.objects.values_list("pk", flat=True))


def _texts_held_here() -> dict[str, frozenset[str]]:
    """Texts and versions that grow by somebody here alone: by the catalogue, or by a group with people."""
    people = Exists(Membership.objects.filter(group_id=OuterRef("group_id"), until=None))
    norms = frozenset(Norm.objects.filter(Q(group=None) | people).values_list("pk", flat=True))
    versions = NormVersion.objects.filter(norm_id__in=norms).values_list("pk", flat=True)
    return {"norms.norm": norms, "norms.normversion": frozenset(versions)}


def _keys(name: str, row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Which table and which row of it a row points at."""
    for field in columns(apps.get_model(name)):
        target: Any = field.related_model
        value = row.get(field.attname)
        if target is not None and value is not None:
            yield target._meta.label_lower, str(value)
        elif field.attname == "group_id" and value:
            yield "groups.group", str(value)


def _works_here(group_id: str) -> RefusedError:
    return RefusedError(
        _("“%(group)s” works here already; an archive cannot add to it. Nothing was brought in.")
        % {"group": Group.objects.get(pk=group_id).name}
    )


def _text_is_here() -> RefusedError:
    return RefusedError(
        _("The archive adds to a text that is here. Bring this installation up to date first. Nothing was brought in.")
    )


def _dangling(name: str) -> RefusedError:
    return RefusedError(
        _(
            "A row in the archive's table “%(table)s” belongs to something that the archive does not hold. Nothing was brought in."
        )
        % {"table": name}
    )
