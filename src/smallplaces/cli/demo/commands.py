"""`smallplaces demo` and `smallplaces import demo`."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import click

from smallplaces.cli.shell import shows_progress, with_django

A_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("demo", epilog="Example: smallplaces import demo --today 2026-03-01")
@click.option("--today", type=A_DAY, default=None, help="The day that everything is counted back from; else today.")
@click.option("--with-fiction", is_flag=True, help="Also where a real group works on this installation.")
@with_django
def import_demo(today: dt.datetime | None, *, with_fiction: bool) -> None:
    """Bring in the demonstration place, Osier Bend, all of it made up. Safe to repeat."""
    bring_in(today, with_fiction=with_fiction)


@click.command(epilog="Example: PORT=8010 smallplaces demo")
@click.option("--today", type=A_DAY, default=None, help="The day that everything is counted back from; else today.")
@click.option("--with-fiction", is_flag=True, help="Also where a real group works on this installation.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path("out"), show_default=True)
@click.option("--no-serve", is_flag=True, help="Make everything ready and stop before the site starts.")
@with_django
def demo(today: dt.datetime | None, out: Path, *, with_fiction: bool, no_serve: bool) -> None:
    """Make everything ready with the demonstration place, build its home report, and run the site."""
    from django.conf import settings  # noqa: PLC0415

    from smallplaces.cli.migrate import bring_up_to_date  # noqa: PLC0415
    from smallplaces.cli.registry import bring_in as bring_in_registry  # noqa: PLC0415
    from smallplaces.cli.reports import build_report  # noqa: PLC0415
    from smallplaces.cli.serve import serve_here  # noqa: PLC0415

    click.echo("1 of 4  The database")
    click.echo(f"        {bring_up_to_date()}")
    click.echo("2 of 4  The demonstration place")
    report_id = bring_in(today, with_fiction=with_fiction)
    click.echo(f"        Beside it, not made up: {bring_in_registry()}")
    click.echo("3 of 4  Its home report")
    with shows_progress() as progress:
        files = build_report(report_id, out, progress)
    for file in files:
        click.echo(f"        {file}")
    click.echo("4 of 4  The site")
    click.echo(sign_in_file().read_text("utf-8") if sign_in_file().is_file() else "")
    if not no_serve:
        serve_here("127.0.0.1", settings.PORT)


def sign_in_file() -> Path:
    """Where the made-up accounts' names and password are kept, readable by whoever runs this machine."""
    from django.conf import settings  # noqa: PLC0415

    return Path(settings.HOME) / "demo-sign-in.txt"


def bring_in(today: dt.datetime | None, *, with_fiction: bool) -> str:
    """Loads the place if it is not here; says so in a line. Returns the id of its home report."""
    from smallplaces.cli.demo.load import load  # noqa: PLC0415

    day = today.date() if today else dt.datetime.now(tz=dt.UTC).date()
    with shows_progress() as progress:
        loaded = load(day, with_fiction=with_fiction, progress=progress)
    if loaded.new:
        keep_sign_in(loaded.password)
        click.echo("        Osier Bend and Low Marsh are here. All of it is fiction.")
    else:
        click.echo("        Osier Bend is here already; nothing was changed.")
    return loaded.report_id


def keep_sign_in(password: str) -> None:
    """Keeps the password of the made-up accounts for this machine's owner alone."""
    words = (
        "        To try “Our work”, sign in as laundry-1 (or laundry-2, traders-1, minders-1)\n"
        f"        with the password {password}\n"
    )
    descriptor = os.open(sign_in_file(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(words)
