"""`smallplaces import catalogue`."""

from __future__ import annotations

import click

from smallplaces.cli.shell import preview_option, with_django, writing


@click.command(epilog="Example: smallplaces import catalogue --preview")
@preview_option
@with_django
def catalogue(*, preview: bool) -> None:
    """Bring in texts that people hold up, rights, and which States are bound. `smallplaces migrate` does it too."""
    from smallplaces.core.viewers import command  # noqa: PLC0415
    from smallplaces.norms.actions import load_catalogue  # noqa: PLC0415

    with writing(preview=preview):
        loaded = load_catalogue(by=command())
    held = f"{loaded.norms} texts, {loaded.rights} rights, {loaded.standings} standings of States"
    click.echo(f"{held}; new or changed{' would be' if preview else ''}: {loaded.changed}")
