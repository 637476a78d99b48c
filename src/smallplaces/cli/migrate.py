"""`smallplaces migrate`: makes the database or brings it up to date."""

from __future__ import annotations

import click

from smallplaces.cli.shell import with_django


def bring_up_to_date() -> str:
    """Migrations, the cache table, the report profiles, the catalogue of texts, the search. Safe to repeat. Returns what was done, in one line."""
    from django.core.management import call_command  # noqa: PLC0415

    from smallplaces.core import search  # noqa: PLC0415
    from smallplaces.core.viewers import command  # noqa: PLC0415
    from smallplaces.norms.actions import load_catalogue  # noqa: PLC0415
    from smallplaces.reports.actions import load_profiles  # noqa: PLC0415

    waiting = waiting_migrations()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    load_profiles(by=command())
    load_catalogue(by=command())
    found = "" if search.up_to_date() else f" The search was made anew: {search.reindex():,} entries."
    if waiting:
        return f"The database is ready ({waiting} {'change' if waiting == 1 else 'changes'} made).{found}"
    return f"The database was up to date.{found}"


def waiting_migrations() -> int:
    """How many migrations the database still lacks."""
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@click.command(epilog="Example: smallplaces migrate")
@with_django
def migrate() -> None:
    """Make the database, or bring it up to date. A second run changes nothing."""
    click.echo(bring_up_to_date())
