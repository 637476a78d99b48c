"""Rows out and rows in: what the archive is made of. Each app's `rows` says which of its rows belong to a scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from smallplaces.core.models import AuditRow, Change, File, Installation, Permission
from smallplaces.core.refusals import RefusedError

Tables = tuple[QuerySet[Any], ...]

# A password never leaves and a steward's power neither; nor do they come in, whatever an archive says. The account has a
# password that nothing matches until it gets a new-password link, and stewards are appointed where they serve.
SECRETS: Mapping[str, Mapping[str, object]] = {"groups.account": {"password": "!", "is_steward": False}}


@dataclass(frozen=True)
class Scope:
    """What an archive holds: the whole installation, or some groups with the common records that they refer to."""

    everything: bool = False
    group_ids: frozenset[str] = frozenset()
    place_ids: frozenset[str] = frozenset()
    sentence_ids: frozenset[str] = frozenset()
    statement_ids: frozenset[str] = frozenset()

    def held(self, path: str = "group_id") -> Q:
        """Rows held by the groups of this scope; `path` walks to the group."""
        return Q() if self.everything else Q(**{f"{path}__in": self.group_ids})

    def at(self, path: str = "place_id") -> Q:
        """Rows about the places of this scope."""
        return Q() if self.everything else Q(**{f"{path}__in": self.place_ids})


def label(model: type[models.Model]) -> str:
    """How a table is called in an archive: "issues.cause"."""
    return model._meta.label_lower


def tables(scope: Scope) -> Tables:
    """Core's own rows: permissions, audit, history, files; the installation's page with everything."""
    everything = scope.everything
    return (
        Installation.objects.all() if everything else Installation.objects.none(),
        File.objects.filter(scope.held()),
        Permission.objects.all()
        if everything
        else Permission.objects.filter(
            Q(kind="sentence", thing_id__in=scope.sentence_ids) | Q(kind="statement", thing_id__in=scope.statement_ids)
        ),
        AuditRow.objects.filter(scope.held()),
        Change.objects.all() if everything else Change.objects.filter(thing_id__in=scope.place_ids),
    )


def columns(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """The columns of a table, in the order of the model."""
    return list(model._meta.concrete_fields)


def rows_out(model: Any, ids: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Each row as plain values by column name, in the order of ids, so that the same rows give the same bytes."""
    fields = columns(model)
    secrets = SECRETS.get(label(model), {})
    every = sorted(ids)
    for start in range(0, len(every), 1000):
        for row in model.objects.filter(pk__in=every[start : start + 1000]).order_by("pk"):
            yield {field.attname: secrets.get(field.attname, _plain(field, row)) for field in fields}


def _plain(field: models.Field[Any, Any], row: models.Model) -> Any:
    value = getattr(row, field.attname)
    if value is None or isinstance(value, bool | int | str | list | dict):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def rows_in(model: Any, rows: Iterable[Mapping[str, Any]], *, skip_known: bool) -> int:
    """Writes rows back as they were, in the caller's transaction. Returns how many were new.

    `skip_known` leaves a row alone whose id is here already: common records. Else such a row is refused.
    """
    fields = {field.attname: field for field in columns(model)}
    made = [_instance(model, fields, row) for row in rows]
    known = set(model.objects.filter(pk__in=[one.pk for one in made]).values_list("pk", flat=True))
    if known and not skip_known:
        raise RefusedError(
            _(
                "This archive is here already: %(count)d of its rows in “%(table)s” have been brought in before. Nothing was changed."
            )
            % {"count": len(known), "table": label(model)}
        )
    new = [one for one in made if one.pk not in known]
    model.objects.bulk_create(new, batch_size=200)
    return len(new)


def _instance(
    model: type[models.Model], fields: Mapping[str, models.Field[Any, Any]], row: Mapping[str, Any]
) -> models.Model:
    if set(row) != set(fields):
        strange = ", ".join(sorted(set(row) ^ set(fields)))
        raise RefusedError(
            _(
                "The archive's table “%(table)s” has other columns than this version knows: %(columns)s. Nothing was brought in."
            )
            % {"table": label(model), "columns": strange}
        )
    try:
        safe = {**row, **SECRETS.get(label(model), {})}
        return model(**{name: fields[name].to_python(value) for name, value in safe.items()})
    except (ValidationError, TypeError, ValueError) as error:
        raise RefusedError(
            _("The archive's table “%(table)s” holds a value that cannot be read. Nothing was brought in.")
            % {"table": label(model)}
        ) from error
