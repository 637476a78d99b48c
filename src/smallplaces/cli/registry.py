"""`smallplaces import registry`."""

from __future__ import annotations

import click

from smallplaces.cli.shell import preview_option, with_django, writing


@click.command(epilog="Example: smallplaces import registry --preview")
@preview_option
@with_django
def registry(*, preview: bool) -> None:
    """Bring in human rights cities and other places, with sources, days of their history, and a card for each text."""
    with writing(preview=preview):
        told = bring_in()
    click.echo(told)
    if preview:
        click.echo("Nothing was written.")


def bring_in() -> str:
    """Brings in the places and then the cards of their texts; says in a sentence how much there is and what is new."""
    from django.db import transaction  # noqa: PLC0415

    from smallplaces.commitments.actions import load_cards  # noqa: PLC0415
    from smallplaces.core.viewers import command  # noqa: PLC0415
    from smallplaces.places.actions import load_registry  # noqa: PLC0415

    with transaction.atomic():
        places = load_registry(by=command())
        cards = load_cards(by=command())
    return (
        f"{places.places} places, {places.claims} facts with their sources, {places.milestones} days of history, "
        f"{cards.cards} texts; new or changed: {places.changed + cards.changed}"
    )
