"""`smallplaces report`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from smallplaces.cli.shell import preview_option, shows_progress, stop, with_django

FORMS = ("html", "docx", "pdf")


def build_report(
    report_id: str,
    out_dir: Path,
    progress: Callable[[int, int, str], object],
    *,
    forms: Sequence[str] = FORMS,
    preview: bool = False,
) -> list[Path]:
    """Writes a report as it stands into a folder, one file a format, and returns their paths.

    `progress` gets how many files are done, how many there are, and the last one's name; with `preview` nothing is written.
    Each file is written whole under another name first, so that a run that is stopped leaves no half file. Raises
    NotVisibleError where there is no such report, and RefusedError where it is empty or holds what a room has not agreed to.
    """
    from smallplaces.reports.writing_out import files_of  # noqa: PLC0415

    paths: list[Path] = []
    for file in files_of(report_id, forms):
        path = out_dir / file.name
        if not preview:
            _write(path, file.data)
        paths.append(path)
        progress(len(paths), len(forms), file.name)
    return paths


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.write_bytes(data)
    unfinished.replace(path)


@click.group(epilog="Example: smallplaces report list")
def report() -> None:
    """List reports, and build their files."""


@report.command("list", epilog="Example: smallplaces report list")
@with_django
def list_reports() -> None:
    """List the reports of this installation, newest first, with what `report build` calls them."""
    from smallplaces.reports.writing_out import listed  # noqa: PLC0415

    rows = listed()
    for row in rows:
        click.echo(f"{row.id}  {row.on}  {row.state}  {row.place}, {row.group}: {row.title}")
    if not rows:
        click.echo("There is no report yet. One is started on the site, under Our work.")


@report.command("build", epilog="Example: smallplaces report build 5yh682sef2m6hyc034g381f6aw --out out --format pdf")
@click.argument("report_id", metavar="REPORT")
@click.option(
    "--out",
    "out_dir",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder to write into.",
)
@click.option(
    "--format", "forms", type=click.Choice(FORMS), multiple=True, help="Which files; all three where left out."
)
@preview_option
@with_django
def build(*, report_id: str, out_dir: Path, forms: tuple[str, ...], preview: bool) -> None:
    """Build a report as it stands: web page, Word, PDF. Nothing is handed in."""
    from smallplaces.reports.writing_out import to_look_at  # noqa: PLC0415

    try:
        with shows_progress() as progress:
            paths = build_report(report_id, out_dir, progress, forms=forms or FORMS, preview=preview)
    except OSError as error:
        stop(f"The files could not be written: {error.strerror}. Choose another folder.")
    click.echo("Would be written:" if preview else "Written:")
    for path in paths:
        click.echo(f"  {path}")
    for sentence in to_look_at(report_id):
        click.echo(f"Look: {sentence}")
