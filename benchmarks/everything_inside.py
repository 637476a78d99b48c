"""What `benchmarks.everything` does through actions and not by a command: groups, promises of a text, an issue from statements."""

# ruff: noqa: PLC0415  (Django is set up in a process of its own; nothing of it can be read before)

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Name of the step, whose text it is, the rows of the file, and what is known of it.
EXCERPTS = (
    ("Seattle 31420", "seattle", ("Seattle, WA (Res. 31420)",), ["--kind", "resolution", "--number", "31420"]),
    ("Washington, D.C.", "washington-dc", ("Washington, DC",), ["--kind", "resolution"]),
    (
        "Toledo 184.03 and 184.04",
        "toledo",
        ("Toledo, OH (184.03)", "Toledo, OH (184.04)"),
        ["--kind", "ordinance", "--number", "95-22", "--status", "in_force"],
    ),
)
RECORDS = (
    ("resolution_2015_0542", ["--kind", "resolution", "--status", "lapsed"]),
    ("introduction_2008_0731", ["--kind", "bill", "--status", "lapsed"]),
)


def local_texts(data: Path, texts: Path) -> Iterator[tuple[str, str, list[str], Path]]:
    """Name, place, further options and file of five local texts, written to files first."""
    rows = json.loads((data / "resolutions/families.json").read_text(encoding="utf-8"))
    for name, place, whose, more in EXCERPTS:
        words = "\n\n".join(row["text"] for its in whose for row in rows if row["place"] == its)
        yield name, place, more, _file(texts, name, words)
    for name, more in RECORDS:
        row = json.loads((data / f"nyc_legislation/records/{name}.json").read_text(encoding="utf-8"))
        known = [*more, "--number", row["File"], "--title", row["Title"]]
        yield name, "new-york", known, _file(texts, name, row["Text"])


def _file(texts: Path, name: str, words: str) -> Path:
    file = texts / f"{name}.txt"
    file.write_text(words, encoding="utf-8")
    return file


def groups() -> str:
    """An open group with two holders in each of three places."""
    from smallplaces.core.viewers import ANYBODY, command
    from smallplaces.groups import actions
    from smallplaces.places.queries import get_place

    for slug in ("seattle", "bowling-green", "toledo"):
        place = get_place(slug, viewer=command())
        group = actions.start_group(
            place=place, name=f"Neighbours of {place.name}", slug=f"neighbours-of-{slug}", kind="core",
            about="We read what people answered.", contact="The library, on Tuesdays.",
            story_contact="the legal clinic", lang="en", by=command(),
        )  # fmt: skip
        for number in (1, 2):
            link, _key = actions.invite(group=group, role="holder", by=command())
            password = f"{slug}-{number}-is-no-secret-here"
            actions.make_account(link, username=f"{slug}-{number}", password=password, name="", by=ANYBODY)
    return "3 groups, with two holders each"


def promises() -> str:
    """The promises of Toledo's text, as its clauses suggest them, each with what happened next."""
    from smallplaces.commitments import actions, queries
    from smallplaces.core.viewers import command
    from smallplaces.places.actions import add_body
    from smallplaces.places.queries import get_place

    place, (group, by) = get_place("toledo", viewer=command()), _group("neighbours-of-toledo")
    body = add_body(place=place, name="Toledo City Council", kind="council", source="the text", by=command())
    (text,) = [one for one in queries.acts_visible_to(by).filter(place=place) if one.versions.exists()]
    made = 0
    for clause in queries.act_page(text.pk, viewer=by).clauses:
        found = queries.suggestion_of(clause.text) if clause.binds else None
        if found is None or not (found.who and found.what):
            continue
        promise = actions.make_promise(
            place, origin="clause", clause=queries.get_clause(clause.id, viewer=by), body=body, text=found.what,
            due_words=found.by_when, source="the text", by=by,
        )  # fmt: skip
        actions.follow_up(
            promise, group=group, on="2024-05", text="We asked, and wait for an answer.", visibility="public", by=by
        )
        made += 1
    return f"{made} promises, each with what happened next"


def issue() -> str:
    """All three conversations shown to everybody; an issue of Seattle from the statement most people answered, with rights."""
    from smallplaces.dialogues.actions import publish_dialogue
    from smallplaces.dialogues.queries import dialogues_visible_to
    from smallplaces.issues import actions
    from smallplaces.norms.actions.links import link_right
    from smallplaces.norms.models import Right
    from smallplaces.norms.suggesting import suggest_rights

    for slug in ("seattle", "bowling-green"):
        group, by = _group(f"neighbours-of-{slug}")
        for dialogue in dialogues_visible_to(by).filter(group=group):
            publish_dialogue(dialogue, by=by)
    group, by = _group("neighbours-of-seattle")
    dialogue = dialogues_visible_to(by).get(group=group)
    said = sorted(dialogue.statements.filter(standing="shown"), key=lambda one: -(one.agrees + one.disagrees))
    row = actions.open_issue_from_statement(group, statement=said[0], by=by)
    actions.gather_statements(row, statements=said[1:6], by=by)
    found = suggest_rights(row.text, row.lang)[:2]
    for one in found:
        link_right("issue", row, right=Right.objects.get(slug=one.right), because="lexicon", made_in="circle", by=by)
    actions.publish_issue(row, by=by)
    return f"/places/seattle/issues/{row.pk}/ with {', '.join(one.right for one in found)} beside it"


def _group(slug: str) -> tuple[Any, Any]:
    """A group, and its first holder."""
    from smallplaces.core.viewers import command
    from smallplaces.groups.models import Account
    from smallplaces.groups.queries import get_group, viewer_of

    holder = Account.objects.get(username=f"{slug.removeprefix('neighbours-of-')}-1")
    return get_group(slug, viewer=command()), viewer_of(holder)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "smallplaces.config.settings")
    import django

    django.setup()
    print({"groups": groups, "promises": promises, "issue": issue}[sys.argv[1]]())
