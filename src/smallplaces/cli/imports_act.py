"""`smallplaces import act`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from smallplaces.cli.shell import outer_address, preview_option, with_django

if TYPE_CHECKING:
    from smallplaces.commitments.queries import Reading
    from smallplaces.core.viewers import Viewer

KINDS = (
    "resolution, motion, ordinance, proclamation, charter, plan, code, bill, rule, pledge, practice, institution, other"
)


@click.command(
    name="act",
    epilog="Example: smallplaces import act resolution.txt --place osier-bend --kind resolution --number 41 --status adopted",
)
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--place", "slug", required=True, help="The address (slug) of the place whose text it is.")
@click.option("--kind", default="other", help=f"What it is: {KINDS}.")
@click.option("--title", default="", help="What it is called; read from the text where left out.")
@click.option("--number", default="", help="Its number: the same number twice is the same text.")
@click.option("--date", "on", default="", help="When it was passed: 2026-03-08, 2026-03 or 2026.")
@click.option("--body", default="", help="The name of the public body that passed it.")
@click.option(
    "--status", default="", help="How far it came: proposed, adopted, in_force, rejected, sent_back, lapsed ..."
)
@click.option("--url", default="", help="Its address on the web.")
@click.option("--demand", default="", help="The id of the demand that it answers; needs --group.")
@click.option("--group", default="", help="The group (slug) whose own pledge it is, or whose demand it answers.")
@click.option("--lang", default="en", show_default=True, help="The language of the text: en, es, ar.")
@click.option("--source", default="", help="Where it is known from; the file's name where left out.")
@preview_option
@with_django
def act(*, path: Path, slug: str, preview: bool, **facts: str) -> None:
    """Bring in a text that commits, with its clauses, from plain text, Word, PDF or a web page. A person then says which clauses are promises."""
    from smallplaces.commitments.actions import import_act  # noqa: PLC0415
    from smallplaces.commitments.queries import read_act  # noqa: PLC0415
    from smallplaces.places.queries import get_place  # noqa: PLC0415

    by = _viewer(facts["group"])
    place = get_place(slug, viewer=by)
    text = _text(path)
    reading = read_act(text, lang=facts["lang"])
    if preview:
        click.echo(_told(reading))
        click.echo("Nothing was written.")
        return
    done = import_act(place, text=text, **_given(place, path, facts, by), by=by)
    address = outer_address(f"/acts/{done.act.pk}/")
    if not done.is_new:
        click.echo(f"This text is here already, and nothing was written: {done.act.title}, at {address}")
        return
    ending = "" if reading.binds else " No clause in this text binds anybody; it makes no promise."
    begin = "Its text is here now" if done.was_card else "Made"
    click.echo(f"{begin}: {done.act.title}, {_counted(reading)}, at {address}.{ending}")


def _viewer(group: str) -> Viewer:
    """The command as itself, or as a member of the group that it names."""
    from smallplaces.core.viewers import command  # noqa: PLC0415
    from smallplaces.groups.queries import get_group  # noqa: PLC0415

    return command({get_group(group, viewer=command()).pk: "member"}) if group else command()


def _text(path: Path) -> str:
    """The words of the file. Its size is asked before it is opened."""
    from smallplaces.commitments.documents import check_size, text_of_document  # noqa: PLC0415
    from smallplaces.core.refusals import RefusedError  # noqa: PLC0415

    try:
        check_size(path.stat().st_size)
        return text_of_document(path.read_bytes(), name=path.name)
    except OSError as error:
        raise RefusedError(f"The file {path.name} cannot be opened. Check its name and folder.") from error


def _given(place: Any, path: Path, facts: dict[str, str], by: Viewer) -> dict[str, Any]:
    """The options as the action takes them: records behind names and ids. Not stated stays not stated."""
    from smallplaces.commitments.queries import get_demand  # noqa: PLC0415
    from smallplaces.core.refusals import RefusedError  # noqa: PLC0415
    from smallplaces.groups.queries import get_group  # noqa: PLC0415
    from smallplaces.places.queries import bodies_of  # noqa: PLC0415

    demand, group, body = facts.pop("demand"), facts.pop("group"), facts.pop("body")
    bodies = {one.name: one for one in bodies_of(place, viewer=by)}
    if body and body not in bodies:
        known = ", ".join(bodies) or "none"
        raise RefusedError(f"There is no public body called {body!r} at {place.name}. Known there: {known}.")
    own = bool(group) and not demand
    return facts | {
        "source": facts["source"] or f"the file {path.name}",
        "body": bodies[body] if body else None,
        "group": get_group(group, viewer=by) if own else None,
        "visibility": "private" if own else "public",
        "demands": [get_demand(demand, viewer=by)] if demand else [],
    }


def _counted(reading: Reading) -> str:
    return ", ".join(f"{words}: {number}" for words, number in reading.counts)


def _told(reading: Reading) -> str:
    """What was read, clause by clause, with what each seems to ask."""
    lines = [f"Title: {reading.title or 'not stated'}", _counted(reading)]
    for clause in reading.binding:
        found = clause.suggestion
        lines.append(f"\n{' '.join(clause.text.split())[:300]}")
        if found:
            facts = (("who", found.who), ("what", found.what), ("by when", found.by_when), ("money", found.money))
            lines += [f"  {name}: {words or 'not stated'}" for name, words in facts]
    if not reading.binds:
        lines.append("No clause in this text binds anybody; the copy ends before them.")
    lines += [f"\nNot placed: {' '.join(one.text.split())[:200]}" for one in reading.unplaced]
    return "\n".join(lines)
