"""`smallplaces group`."""

from __future__ import annotations

import click

from smallplaces.cli.shell import preview_option, with_django, would, writing


@click.group(epilog="Example: smallplaces group start --help")
def group() -> None:
    """Start a group."""


@group.command(
    epilog="Example: smallplaces group start 'Mill Circle' --place low-marsh --contact 'at the mill on Mondays'"
)
@click.argument("name")
@click.option("--place", "place_slug", required=True, help="The address (slug) of the place it works in.")
@click.option("--kind", default="core", show_default=True, help="core, committee, alliance or other.")
@click.option("--about", default="", help="What it does, in a few sentences.")
@click.option("--contact", default="", help="How to reach it.")
@click.option("--story-contact", default="", help="Whom to tell what no page should hear.")
@click.option("--lang", default="en", show_default=True, help="The language of these words.")
@click.option("--slug", default="", help="The end of its address; made from the name where left out.")
@preview_option
@with_django
def start(*, name: str, place_slug: str, preview: bool, **fields: str) -> None:
    """Start a group. It is opening until two holders are in: invite them with `smallplaces account invite`."""
    from smallplaces.core.viewers import command  # noqa: PLC0415
    from smallplaces.groups.actions import start_group  # noqa: PLC0415
    from smallplaces.places.queries import get_place  # noqa: PLC0415

    by = command()
    with writing(preview=preview):
        made = start_group(get_place(place_slug, viewer=by), name=name, by=by, **fields)
    click.echo(f"{would(preview=preview)}: {made.name}, in {made.place.name}, at /groups/{made.slug}/")
    if not preview:
        click.echo(f"Next, twice: smallplaces account invite --group {made.slug} --role holder")
