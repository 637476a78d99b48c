"""`smallplaces import norm-text`."""

from __future__ import annotations

from pathlib import Path

import click

from smallplaces.cli.shell import preview_option, stop, with_django, writing


@click.command(name="norm-text", epilog="Example: smallplaces import norm-text ICERD.md --instrument ICERD --lang en")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--instrument", required=True, help="The text's code in the catalogue: ICERD, ICCPR, CRC.")
@click.option("--lang", default="", help="Which language of the file: en, es, zh. Its only one where left out.")
@click.option("--source", default="", help="Where the text is from; the file's name where left out.")
@preview_option
@with_django
def norm_text(*, path: Path, instrument: str, lang: str, source: str, preview: bool) -> None:
    """Bring in the official text of a treaty, by article. A file that is not whole is refused."""
    from smallplaces.core.viewers import command  # noqa: PLC0415
    from smallplaces.norms.actions.texts import import_norm_text  # noqa: PLC0415
    from smallplaces.norms.outside import text_of_file  # noqa: PLC0415
    from smallplaces.norms.queries.official import norm_of_code  # noqa: PLC0415

    norm = norm_of_code(instrument)
    text = text_of_file(contents(path), name=path.name, lang=lang, source=source)
    with writing(preview=preview):
        done = import_norm_text(norm, text, by=command())
    for title in done.further:
        click.echo(f"Left out, for it follows in the same file: {title}")
    if not done.made and not done.changed:
        click.echo(f"{norm.name} is already here in this language ({done.lang}). Nothing was written.")
        return
    begins = "Would be brought in" if preview else "Brought in"
    click.echo(
        f"{begins}: {norm.name} ({done.lang}), {done.made} new and {done.changed} changed of {done.articles} articles."
    )


def contents(path: Path) -> bytes:
    """The bytes of a file; its size is asked before it is opened."""
    from smallplaces.core.refusals import RefusedError  # noqa: PLC0415
    from smallplaces.readers import Refusal  # noqa: PLC0415
    from smallplaces.readers.refusals import refuse_if_too_long  # noqa: PLC0415

    try:
        refuse_if_too_long(path.stat().st_size)
        return path.read_bytes()
    except Refusal as refusal:
        raise RefusedError(refusal.sentence) from refusal
    except OSError:
        stop(f"The file {path.name} cannot be opened. Check its name and folder.")
        raise
