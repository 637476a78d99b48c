"""Real texts through the command: excerpts, an ordinance in numbered sections, a resolution, a bill that was filed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from tests.factories.commitments import long_past, make_followup, make_promise
from tests.factories.places import make_body, make_place

if TYPE_CHECKING:
    from smallplaces.commitments.queries import ActPage

pytestmark = pytest.mark.django_db


def brought(tmp_path: Path, text: str, *options: str) -> ActPage:
    """The page of a text that the command brought in."""
    from smallplaces.cli.imports_act import act
    from smallplaces.commitments.models import Act
    from smallplaces.commitments.queries import act_page
    from smallplaces.core.viewers import ANYBODY

    path = tmp_path / "act.txt"
    path.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(act, [str(path), "--place", make_place().slug, *options])
    assert done.exit_code == 0, done.output
    return act_page(Act.objects.get().pk, viewer=ANYBODY)


def family(shared_data: Path, *names: str) -> str:
    """The texts of these places, joined."""
    rows = json.loads((shared_data / "resolutions/families.json").read_text(encoding="utf-8"))
    texts = [row["text"] for name in names for row in rows if row["place"] == name]
    assert len(texts) == len(names)
    return "\n\n".join(texts)


def record(shared_data: Path, name: str) -> str:
    """The text of a record of a council."""
    row = json.loads((shared_data / f"nyc_legislation/records/{name}.json").read_text(encoding="utf-8"))
    return str(row["Text"])


@pytest.mark.parametrize("name", ["Seattle, WA (Res. 31420)", "Washington, DC"])
def test_an_excerpt_of_recitals_binds_nobody(tmp_path: Path, shared_data: Path, name: str) -> None:
    page = brought(tmp_path, family(shared_data, name), "--kind", "resolution")

    assert not page.binds
    assert {one.own_kind for one in page.clauses} >= {"recital"}
    assert page.promises == ()


def test_numbered_sections_become_at_least_three_promises(tmp_path: Path, shared_data: Path) -> None:
    from smallplaces.commitments.models import Clause
    from smallplaces.commitments.queries import promises_of_place, suggestion_of
    from smallplaces.core.viewers import ANYBODY

    text = family(shared_data, "Toledo, OH (184.03)", "Toledo, OH (184.04)")
    page = brought(tmp_path, text, "--kind", "ordinance", "--status", "in_force")
    clauses = [Clause.objects.get(pk=one.id) for one in page.clauses if one.binds]
    place = clauses[0].version.act.place
    body = make_body(place)

    stated = [(clause, suggestion_of(clause.text)) for clause in clauses]
    asked = [(clause, found) for clause, found in stated if found.who and found.what]
    for clause, found in asked[:3]:
        promise = make_promise(
            place=place,
            origin="clause",
            clause=clause,
            body=body,
            text=found.what,
            due_words=found.by_when,
            due=long_past(40),
        )
        make_followup(promise, visibility="public")

    assert len(asked) >= 3
    assert any("six months" in found.by_when for _clause, found in stated)
    assert [one.days_past for one in promises_of_place(place, viewer=ANYBODY).theirs] == [40, 40, 40]


def test_a_resolution_has_recitals_and_one_clause(tmp_path: Path, shared_data: Path) -> None:
    page = brought(tmp_path, record(shared_data, "resolution_2015_0542"), "--kind", "resolution")

    kinds = [one.own_kind for one in page.clauses]
    assert kinds.count("operative") == 1
    assert kinds.count("recital") > 3


def test_a_bill_that_was_filed_stays_with_its_lesson(tmp_path: Path, shared_data: Path) -> None:
    from smallplaces.commitments.actions import change_act
    from smallplaces.commitments.queries import act_page, get_act
    from smallplaces.core.viewers import ANYBODY, command

    text = record(shared_data, "introduction_2008_0731")
    page = brought(tmp_path, text, "--kind", "bill", "--number", "Int 731", "--status", "lapsed")
    row = get_act(page.id, viewer=ANYBODY)
    change_act(row, changes={"lesson": "No hearing was ever called."}, source="the record", by=command())

    page = act_page(page.id, viewer=ANYBODY)
    assert page.binds
    assert page.failed
    assert page.lesson
