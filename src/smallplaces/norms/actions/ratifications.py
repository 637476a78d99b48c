"""What States did with treaties comes in from tables, one a treaty; each changed row keeps what it said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.dates import is_partial_date
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.norms.actions.settling import Values
from smallplaces.norms.actions.standings import same_fact, settle_standings
from smallplaces.norms.enums import NormKind, TreatyStanding
from smallplaces.norms.models import Norm
from smallplaces.norms.policies import may_load_catalogue
from smallplaces.places.countries import countries
from smallplaces.places.states import state_code

# What files call a treaty that the catalogue calls otherwise.
ALSO_CALLED = {"icmw": "CMW"}


@dataclass(frozen=True)
class StandingGiven:
    """One row of a table: `state` is its two letters and `name` its name there; `sure` is False where it contradicts itself."""

    line: int
    state: str
    name: str
    standing: str
    year: int | None
    sure: bool
    note: str


@dataclass(frozen=True)
class TableGiven:
    """One table: `instrument` is what its file's name says of the treaty."""

    file: str
    instrument: str
    rows: Sequence[StandingGiven]


@dataclass
class StandingsBrought:
    """What the tables came to. `unknown` are treaties that the catalogue does not have, by their files."""

    tables: int = 0
    made: int = 0
    there: int = 0
    kept: int = 0
    changes: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def import_ratifications(
    tables: Sequence[TableGiven], *, source: str, checked: str = "", by: Viewer
) -> StandingsBrought:
    """Brings standings of States in. `checked` is when the source was right; today where it is left out. Raises RefusedError.

    A treaty that the catalogue does not have is told and not made; a row whose letters and name are of different States
    is refused by its line. A year that we know to be another one, and said so in a note, stays.
    """
    require(may_load_catalogue(by), _("Only a steward can say what a State did with a treaty."))
    if not source.strip():
        raise RefusedError(_("Say where this is from."), field="source")
    if checked and not is_partial_date(checked):
        raise RefusedError(_("Write when the source was right as a year, a month or a day: 2022."), field="checked")
    brought = StandingsBrought()
    shared = {"source": source.strip(), "checked": checked or today().isoformat()}
    norms = {norm.code: norm for norm in Norm.objects.filter(kind=NormKind.TREATY).exclude(code="")}
    with transaction.atomic():
        for table in tables:
            norm = norms.get(ALSO_CALLED.get(table.instrument, table.instrument.upper()))
            if norm is None:
                brought.unknown.append(table.file)
            else:
                brought.tables += 1
                _bring(table, norm, shared, brought, by)
        if not brought.tables:
            raise RefusedError(
                _("None of these tables is of a treaty of the catalogue. Their names say which: hr_status_icerd.csv."),
                field="file",
            )
    return brought


def _bring(table: TableGiven, norm: Norm, shared: dict[str, str], brought: StandingsBrought, by: Viewer) -> None:
    wanted: dict[tuple[str, ...], dict[str, str]] = {}
    for row in table.rows:
        state, problem = _state(row)
        if problem:
            brought.refused.append(
                _("%(file)s, line %(line)s: %(problem)s") % {"file": table.file, "line": row.line, "problem": problem}
            )
            continue
        wanted[(state, norm.pk)] = shared | {
            "standing": row.standing,
            "since": str(row.year) if row.year and row.standing == TreatyStanding.PARTY else "",
            "note": _note(row),
        }
    kept: list[Values] = []

    def keeps(present: Values, told: Values) -> bool:
        if same_fact(present, told):
            return True
        corrected = present["standing"] == told["standing"] and told["since"] and told["since"] in present["note"]
        if corrected:
            kept.append(told)
        return bool(corrected)

    settled = settle_standings(wanted, [norm.pk], keeps=keeps, by=by)
    brought.made += len(settled.made)
    brought.kept += len(kept)
    brought.there += len(wanted) - len(settled.made) - len(settled.changes) - len(kept)
    for (state, _norm), changed in sorted(settled.changes.items()):
        told = ", ".join(_told(*pair) for name, pair in changed.items() if name in {"standing", "since"})
        brought.changes.append(f"{norm.code}, {state}: {told}")
    if settled.made or settled.changes:
        audit.record("loaded", norm, by=by, fields=["ratifications"])


def _told(before: str, after: str) -> str:
    words = dict(TreatyStanding.choices)
    return f"{words.get(before, before) or '-'} → {words.get(after, after) or '-'}"


def _state(row: StandingGiven) -> tuple[str, str]:
    """The State's two letters, by its name; and what is wrong, where they are of different States."""
    by_name = state_code(row.name) or ""
    known = dict(countries("en"))
    if not by_name and row.state not in known:
        return "", _("we do not know a State called “%(name)s”.") % {"name": row.name[:60]}
    if by_name and row.state in known and row.state != by_name:
        names = {"letters": row.state, "name": row.name[:60]}
        return "", _("the letters %(letters)s and the name “%(name)s” are of different States.") % names
    return by_name or row.state, ""


def _note(row: StandingGiven) -> str:
    unsure = "" if row.sure else _("the source’s columns disagree with one another")
    return "; ".join(part for part in (row.note, unsure) if part)[:1000]
