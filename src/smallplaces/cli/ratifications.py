"""`smallplaces import ratifications`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from smallplaces.cli.norm_text import contents
from smallplaces.cli.shell import preview_option, with_django, writing

if TYPE_CHECKING:
    from smallplaces.norms.actions.ratifications import StandingsBrought

SHOWN = 20


@click.command(epilog="Example: smallplaces import ratifications hr_status_icerd.csv --as-of 2022")
@click.argument("paths", metavar="FILE...|DIR", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--as-of", "checked", default="", help="When the source was right: 2022, 2022-08. Today where left out.")
@click.option("--source", default="", help="Where the tables are from; their files' names where left out.")
@preview_option
@with_django
def ratifications(*, paths: tuple[Path, ...], checked: str, source: str, preview: bool) -> None:
    """Bring in which States are bound by which treaty, from a table a treaty. What a row said before is kept."""
    from smallplaces.core.viewers import command  # noqa: PLC0415
    from smallplaces.norms.actions.ratifications import import_ratifications  # noqa: PLC0415
    from smallplaces.norms.outside import tables_of_files  # noqa: PLC0415

    files = {path.name: contents(path) for one in paths for path in _files(one)}
    named = source or f"tables of ratifications ({paths[0].name})"
    with writing(preview=preview):
        done = import_ratifications(tables_of_files(files), source=named, checked=checked, by=command())
    for sentence in _sentences(done):
        click.echo(sentence)
    ending = " Nothing was written." if preview or not (done.made or done.changes) else ""
    counted = f"{done.made} new, {len(done.changes)} changed, {done.there} here already"
    left = f", {done.kept} left as corrected" if done.kept else ""
    treaties = "1 treaty" if done.tables == 1 else f"{done.tables} treaties"
    click.echo(f"{treaties}: {counted}{left}, {len(done.refused)} refused.{ending}")


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.csv")) if path.is_dir() else [path]


def _sentences(done: StandingsBrought) -> list[str]:
    """What changed, what the catalogue does not have, and what was refused."""
    lines = done.changes[:SHOWN]
    if len(done.changes) > SHOWN:
        lines.append(f"... and {len(done.changes) - SHOWN} more.")
    lines += [f"Not in the catalogue, left out: {file}" for file in done.unknown]
    return lines + done.refused[:SHOWN]
