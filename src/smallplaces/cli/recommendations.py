"""`smallplaces import recommendations`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from smallplaces.cli.shell import preview_option, stop, with_django, would, writing

if TYPE_CHECKING:
    from smallplaces.norms.actions.recommendations import Brought

LAYOUTS = ("upr-info",)
SHOWN = 10


@click.command(epilog="Example: smallplaces import recommendations 6-9.csv --layout upr-info --state US")
@click.argument("files", metavar="FILE", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--layout", type=click.Choice(LAYOUTS), default=LAYOUTS[0], show_default=True, help="How the file is laid out."
)
@click.option("--state", default="", help="To which State, in two letters; to all of them where left out.")
@preview_option
@with_django
def recommendations(*, files: tuple[Path, ...], layout: str, state: str, preview: bool) -> None:  # noqa: ARG001  (one layout so far)
    """Bring in recommendations of the Universal Periodic Review. The same one twice comes in once."""
    from smallplaces.core.viewers import command  # noqa: PLC0415
    from smallplaces.norms.actions import import_recommendations  # noqa: PLC0415
    from smallplaces.norms.upr_files import SOURCE  # noqa: PLC0415

    given = [one for file in files for one in _read(file)]
    with writing(preview=preview):
        done = import_recommendations(given, source=SOURCE, state=_state(state), by=command())
    for sentence in done.refused[:SHOWN]:
        click.echo(sentence)
    if len(done.refused) > SHOWN:
        click.echo(f"... and {len(done.refused) - SHOWN} more like these.")
    click.echo(_told(done, preview=preview))


def _read(file: Path) -> list:  # type: ignore[type-arg]
    from smallplaces.norms.upr_files import check_size, recommendations_of_file  # noqa: PLC0415

    if not file.is_file():
        stop(f"There is no file {file}. Check how it is written.")
    check_size(file.stat().st_size)
    return recommendations_of_file(file.read_bytes(), name=file.name)


def _state(letters: str) -> str:
    from smallplaces.places.countries import countries  # noqa: PLC0415

    if letters and letters.upper() not in dict(countries("en")):
        stop(f"{letters!r} is no State. Write it as two letters: US, BR, KE.")
    return letters.upper()


def _told(done: Brought, *, preview: bool) -> str:
    """What came in, what was there already, what was refused: the last line."""
    return (
        f"{would(preview=preview)}: {done.made} new; already here: {done.there}; refused: {len(done.refused)}. "
        f"Suggested rights, for a person to accept: {done.suggestions}."
    )
