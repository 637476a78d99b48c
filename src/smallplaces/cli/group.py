"""`smallplaces group`."""

from __future__ import annotations

from typing import Any

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
@click.option("--started-by", default="", help="Who began it: residents, organisation or together.")
@click.option(
    "--definition", default="", help="What a human rights city is to it: refers, learns, process, powers, own, not_yet."
)
@click.option("--definition-words", default="", help="The same in its own words.")
@click.option("--talked-with", default="", help="Whether it talked with those most affected: said or not_yet.")
@click.option("--talked-with-words", default="", help="Whom it talked with, in words and without names.")
@click.option("--sign", "signed", multiple=True, help="Principles that it signs: JEMEZ. Can be given several times.")
@click.option("--principles-not-yet", is_flag=True, help="It has not talked about principles yet; its page says so.")
@preview_option
@with_django
def start(*, name: str, place_slug: str, signed: tuple[str, ...], preview: bool, **fields: Any) -> None:
    """Start a group. It is opening until two holders are in: invite them with `smallplaces account invite`."""
    from smallplaces.core.viewers import command  # noqa: PLC0415
    from smallplaces.norms.actions import begin_group  # noqa: PLC0415
    from smallplaces.norms.queries import version_named  # noqa: PLC0415
    from smallplaces.places.queries import get_place  # noqa: PLC0415

    by = command()
    with writing(preview=preview):
        signs = [version_named(words, viewer=by).pk for words in signed]
        made = begin_group(get_place(place_slug, viewer=by), name=name, signs=signs, by=by, **fields)
    click.echo(f"{would(preview=preview)}: {made.name}, in {made.place.name}, at /groups/{made.slug}/")
    if not preview:
        click.echo(f"Next, twice: smallplaces account invite --group {made.slug} --role holder")
