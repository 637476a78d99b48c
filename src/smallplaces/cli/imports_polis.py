"""`smallplaces import polis`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from smallplaces.cli.shell import outer_address, preview_option, with_django

if TYPE_CHECKING:
    from smallplaces.dialogues.actions import Imported, Wish
    from smallplaces.dialogues.exports import Counted, Export

# What people were told, in the words of this command.
USES = {"read": "C1", "counted": "C2", "retold": "C3", "quoted": "C4", "reported": "C5", "shared": "C6"}


@click.command(
    name="polis",
    epilog="Example: smallplaces import polis 15-per-hour-seattle --place seattle --told 'All of it is published.' --may quoted,retold",
)
@click.argument("path", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--place", "slug", required=True, help="The address (slug) of the place that it is about.")
@click.option("--group", default="", help="The group (slug) that will hold it; the only one of the place if left out.")
@click.option("--told", default="", help="What people were told would be done with their words.")
@click.option("--may", default="", help=f"What that allows: {', '.join(USES)}. Left out: read and counted.")
@click.option("--open", "open_waiting", is_flag=True, help="Show statements at which no moderator had looked.")
@click.option("--lang", default="", help="The language of the statements: en, es, ar. The place's own if left out.")
@click.option("--source", default="", help="Where it is from and by whom; the folder's name if left out.")
@preview_option
@with_django
def polis(*, path: Path, slug: str, group: str, preview: bool, **asked: Any) -> None:
    """Bring in an export of Polis: a folder with its CSV files, or a ZIP of them. Nobody's answer is ever shown."""
    from django.db import transaction  # noqa: PLC0415

    from smallplaces.core.viewers import command  # noqa: PLC0415
    from smallplaces.dialogues.actions import import_polis  # noqa: PLC0415
    from smallplaces.groups.queries import get_group  # noqa: PLC0415
    from smallplaces.places.queries import get_place  # noqa: PLC0415

    by = command()
    place = get_place(slug, viewer=by)
    holder = get_group(group, viewer=by) if group else None
    wish = _wish(asked, path, place.lang)
    export = _export(path)
    with transaction.atomic():
        done = import_polis(place, export=export, group=holder, wish=wish, by=by)
        transaction.set_rollback(preview)
    if preview:
        click.echo(f"Would come in: {_counts(done.counted)}. Nothing was written.")
    elif not done.is_new:
        click.echo(f"This export is here already, and nothing was written: {_where(done)}")
    else:
        click.echo(f"Made: {done.dialogue.title}; {_counts(done.counted)}. At {_where(done)}{_opened(done)}")


def _wish(asked: dict[str, Any], path: Path, lang: str) -> Wish:
    from smallplaces.core.refusals import RefusedError  # noqa: PLC0415
    from smallplaces.dialogues.actions import Wish  # noqa: PLC0415

    words = [one.strip() for one in asked["may"].split(",") if one.strip()]
    unknown = [one for one in words if one not in USES]
    if unknown:
        raise RefusedError(f"--may does not know {unknown[0]!r}. Choose from: {', '.join(USES)}.")
    return Wish(
        source=asked["source"] or f"Polis, the export {path.resolve().name}",
        lang=asked["lang"] or lang,
        told=asked["told"],
        uses=("C1", "C2", *(USES[one] for one in words)),
        open_waiting=asked["open_waiting"],
    )


def _export(path: Path) -> Export:
    """What the files say. Their size is asked before any is opened."""
    from smallplaces.core.refusals import RefusedError  # noqa: PLC0415
    from smallplaces.dialogues.exports import check_size, export_of, read_files  # noqa: PLC0415
    from smallplaces.readers.polis import known_name  # noqa: PLC0415

    try:
        files = [one for one in sorted(path.iterdir()) if known_name(one.name)] if path.is_dir() else [path]
        check_size(sum(one.stat().st_size for one in files))
        data = {one.name: one.read_bytes() for one in files}
    except OSError as error:
        raise RefusedError(f"{path} cannot be opened. Check its name, and whether you may read it.") from error
    if not data:
        raise RefusedError(f"There is no export of Polis in {path}: summary.csv, comments.csv and votes are missing.")
    return export_of(read_files(data))


def _counts(done: Counted) -> str:
    """People, statements by standing, answers, and what was left out and why."""
    parts = [
        f"{done.people} people",
        f"{done.statements} statements ({_standings(done)})",
        f"{done.answers} last answers",
    ]
    if done.superseded:
        parts.append(f"{done.superseded} earlier answers that people changed were not kept")
    if done.empty:
        parts.append(f"{done.empty} statements without words were left out, with {done.lost_answers} answers")
    return "; ".join(parts)


def _standings(done: Counted) -> str:
    return f"{done.shown} shown, {done.waiting} waiting, {done.not_shown} not shown: their moderators left them out"


def _where(done: Imported) -> str:
    return outer_address(f"/our-work/dialogues/{done.dialogue.pk}/")


def _opened(done: Imported) -> str:
    if not done.group_opened:
        return f", held by {done.dialogue.group.name}"
    name, slug = done.dialogue.group.name, done.dialogue.group.slug
    return (
        f". No group works there yet, so “{name}” was opened, held by this site's stewards. "
        f"Invite others: smallplaces account invite --group {slug} --role holder"
    )
