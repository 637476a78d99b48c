"""`smallplaces import catalogue`."""

from __future__ import annotations

import click

from smallplaces.cli.shell import preview_option, with_django, writing


@click.command(epilog="Example: smallplaces import catalogue --preview")
@preview_option
@with_django
def catalogue(*, preview: bool) -> None:
    """Bring in the texts that people hold up, with our short headings. `smallplaces migrate` does it too."""
    from smallplaces.core.viewers import command  # noqa: PLC0415
    from smallplaces.norms.actions import load_catalogue  # noqa: PLC0415

    with writing(preview=preview):
        loaded = load_catalogue(by=command())
    if preview:
        click.echo(f"{loaded.norms} texts; new or changed would be: {loaded.changed}")
    else:
        click.echo(f"{loaded.norms} texts; new or changed: {loaded.changed}")
