"""`smallplaces place`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smallplaces.cli.shell import preview_option, with_django, would, writing

if TYPE_CHECKING:
    from smallplaces.places.models import Place

KINDS = "city, town, village, neighbourhood, county, district, municipality, region, state, reservation, nation, island, other"


@click.group(epilog="Example: smallplaces place add --help")
def place() -> None:
    """Add a place."""


@place.command(
    epilog="Example: smallplaces place add 'Low Marsh' --kind village --country GB --zone Europe/London --parent fenland"
)
@click.argument("name")
@click.option("--kind", required=True, help=f"What it is: {KINDS}.")
@click.option("--country", required=True, help="The country as two letters: GB, US, PE. XC is fiction.")
@click.option("--zone", default="", help="The time zone, as Europe/London; the country's own where it has only one.")
@click.option("--parent", default="", help="The address (slug) of the place that it is part of.")
@click.option("--kind-words", default="", help="What it is in its own words: 'river town and the villages round it'.")
@click.option("--country-name", default="", help="The country's name where the two letters do not tell it.")
@click.option("--lang", default="en", show_default=True, help="The language of the name: en, es, ar.")
@click.option("--slug", default="", help="The end of its address; made from the name where left out.")
@click.option("--source", default="whoever runs this installation", show_default=True, help="Where this is known from.")
@click.option("--fictional", is_flag=True, help="A made-up place: every page of it says so.")
@preview_option
@with_django
def add(*, name: str, zone: str, country: str, parent: str, preview: bool, **fields: str | bool) -> None:
    """Add a place: a city, village, county, Indigenous nation or any other."""
    from smallplaces.core.viewers import command  # noqa: PLC0415
    from smallplaces.places.actions import propose_place  # noqa: PLC0415
    from smallplaces.places.countries import only_zone_of  # noqa: PLC0415
    from smallplaces.places.queries import get_place  # noqa: PLC0415

    by = command()
    with writing(preview=preview):
        part_of = get_place(parent, viewer=by) if parent else None
        made = propose_place(
            name,
            country=country.upper(),
            zone=zone or only_zone_of(country.upper()),
            parent=part_of,
            by=by,
            **fields,  # type: ignore[arg-type]
        )
    click.echo(f"{would(preview=preview)}: {_told(made)}")


def _told(made: Place) -> str:
    return f"{made.name}, {made.get_kind_display()} in {made.country}, {made.zone}, at /places/{made.slug}/"
