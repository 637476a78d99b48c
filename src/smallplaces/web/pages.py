"""One view, four answers: a page, and the same dataclass as JSON or CSV, chosen by the address's ending."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import json
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from defusedcsv import csv
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise as LazyText

from smallplaces.core.dates import PartialDate

ALSO_FORMULAS = ("\t", "\r", "\n", "＝", "＋", "－", "＠")


def plain(value: Any) -> Any:
    """A value as JSON knows it: dataclasses as objects, dates as text, enums as their value."""
    if isinstance(value, PartialDate):
        value = value.text
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        value = {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    elif isinstance(value, Enum):
        value = value.value
    elif isinstance(value, dt.date | dt.time):
        value = value.isoformat()
    elif isinstance(value, LazyText):
        value = str(value)
    elif isinstance(value, Mapping):
        value = {str(key): plain(one) for key, one in value.items()}
    elif isinstance(value, Iterable) and not isinstance(value, str | bytes):
        value = [plain(one) for one in value]
    return value


def as_json(data: Any) -> HttpResponse:
    """The dataclass as JSON."""
    return HttpResponse(
        json.dumps(plain(data), ensure_ascii=False, indent=1), content_type="application/json; charset=utf-8"
    )


def calm(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: also behind a tab, or in full-width signs, which defusedcsv lets through."""
    return f"'{value}" if isinstance(value, str) and value.startswith(ALSO_FORMULAS) else value


def as_csv(rows: Iterable[Any]) -> HttpResponse:
    """Dataclasses of one kind as CSV, one a row, lists joined by "; ". A spreadsheet never runs what stands in it."""
    buffer = io.StringIO()
    writer = None
    for row in rows:
        flat = {
            key: "; ".join(str(one) for one in value) if isinstance(value, list) else value
            for key, value in plain(row).items()
            if not isinstance(value, dict)
        }
        if writer is None:
            writer = csv.DictWriter(buffer, fieldnames=list(flat))
            writer.writeheader()
        writer.writerow({key: calm(value) for key, value in flat.items()})
    # The mark that makes a spreadsheet read UTF-8.
    return HttpResponse("\ufeff" + buffer.getvalue(), content_type="text/csv; charset=utf-8")


def page(
    request: HttpRequest, data: Any, template: str, *, ending: str = "", rows: Iterable[Any] = (), **more: Any
) -> HttpResponse:
    """Renders `data` (a frozen dataclass) as a page; as JSON for ".json"; its `rows` as CSV for ".csv"."""
    if ending == "json":
        return as_json(data)
    if ending == "csv":
        return as_csv(rows)
    return render(request, template, {"page": data, "fictional": getattr(data, "fictional", False), **more})
