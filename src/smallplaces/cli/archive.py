"""`smallplaces export all` and `smallplaces import all`: a group takes everything along, and brings it in again."""

from __future__ import annotations

from pathlib import Path

import click

from smallplaces.cli.shell import preview_option, shows_progress, stop, with_django


@click.command(
    "all",
    epilog="Example: smallplaces export all laundry-circle.zip --group laundry-circle",
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--group", "slug", default="", help="The group, by the end of its address.")
@click.option("--everything", is_flag=True, help="The whole installation, every group in it.")
@with_django
def export_all(file: Path, slug: str, *, everything: bool) -> None:
    """Take everything along: every record that a group holds, its files, its audit, as CSV and JSON in one file."""
    from smallplaces.archive.writing import write_archive  # noqa: PLC0415
    from smallplaces.core.viewers import command  # noqa: PLC0415
    from smallplaces.groups.queries import get_group  # noqa: PLC0415

    if bool(slug) == everything:
        stop("Say whose records: --group SLUG, or --everything for the whole installation.")
    if not file.parent.is_dir():
        stop(f"There is no folder {file.parent}. Make it first, or name another.")
    group = get_group(slug, viewer=command()) if slug else None
    with shows_progress() as progress:
        written = write_archive(file, group=group, by=command(), progress=progress)
    click.echo(
        f"Written: {file}, {written.total} rows in {len(written.rows)} tables and {written.files} files. "
        "Keep it like the notes of your meetings."
    )


@click.command("all", epilog="Example: smallplaces import all laundry-circle.zip --preview")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@preview_option
@with_django
def import_all(file: Path, *, preview: bool) -> None:
    """Bring in what a group took along from another installation: all of it or nothing."""
    from smallplaces.archive.reading import look_at_archive, read_archive  # noqa: PLC0415
    from smallplaces.core.viewers import command  # noqa: PLC0415

    if not file.is_file():
        stop(f"There is no file {file}. Check how it is written.")
    if preview:
        looked = look_at_archive(file)
        click.echo(f"Would be brought in: {looked.total} rows and {looked.files} files, written on {looked.made_on}.")
        return
    with shows_progress() as progress:
        looked = read_archive(file, by=command(), progress=progress)
    click.echo(
        f"Brought in: {looked.total} rows and {looked.files} files. "
        "Each account needs a new password: smallplaces account password NAME"
    )
