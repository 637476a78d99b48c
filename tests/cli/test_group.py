"""`smallplaces group start`."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from smallplaces.cli.main import main
from tests.factories.places import make_place

pytestmark = pytest.mark.django_db


def test_a_group_is_opening_and_the_next_step_is_told() -> None:
    from smallplaces.groups.models import Group

    make_place(slug="weir")
    told = CliRunner().invoke(main, ["group", "start", "Weir Circle", "--place", "weir"])
    assert told.exit_code == 0, told.output
    assert Group.objects.get(slug="weir-circle").state == "opening"
    assert "smallplaces account invite --group weir-circle --role holder" in told.stdout


def test_a_preview_writes_nothing() -> None:
    from smallplaces.groups.models import Group

    make_place(slug="weir")
    told = CliRunner().invoke(main, ["group", "start", "Weir Circle", "--place", "weir", "--preview"])
    assert told.stdout.startswith("Would be made: Weir Circle")
    assert not Group.objects.exists()


def test_a_group_answers_and_signs_from_the_command_line() -> None:
    from smallplaces.groups.models import Group
    from smallplaces.norms.models import SignOn

    make_place(slug="weir")
    assert CliRunner().invoke(main, ["import", "catalogue"]).exit_code == 0
    asked = ["--definition", "not_yet", "--talked-with-words", "the women of Weir Row", "--sign", "JEMEZ"]
    told = CliRunner().invoke(main, ["group", "start", "Weir Circle", "--place", "weir", *asked])
    assert told.exit_code == 0, told.output
    group = Group.objects.get()
    assert (group.definition, group.talked_with) == ("not_yet", "said")
    assert SignOn.objects.get().version.label == "1996"
