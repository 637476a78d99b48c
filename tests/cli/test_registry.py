"""`smallplaces import registry`."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from smallplaces.cli.main import main

pytestmark = pytest.mark.django_db
COUNTED = "88 places, 535 facts with their sources, 95 days of history, 86 texts; new or changed: "


def test_a_preview_writes_nothing() -> None:
    from smallplaces.places.models import Place

    told = CliRunner().invoke(main, ["import", "registry", "--preview"])
    assert (told.exit_code, told.stdout) == (0, f"{COUNTED}804\nNothing was written.\n")
    assert not Place.objects.exists()


def test_a_second_run_changes_nothing() -> None:
    outputs = [CliRunner().invoke(main, ["import", "registry"]).stdout for _time in range(2)]
    assert outputs == [f"{COUNTED}{number}\n" for number in (804, 0)]


def test_a_text_fills_its_card_by_command(tmp_path) -> None:
    from smallplaces.commitments.models import Act

    CliRunner().invoke(main, ["import", "registry"])
    file = tmp_path / "31420.txt"
    file.write_text("A resolution\n\nWHEREAS water is dear to us all;\n", "utf-8")
    command = ["import", "act", str(file), "--place", "seattle", "--number", "31420", "--kind", "resolution"]
    outputs = [CliRunner().invoke(main, command).stdout for _time in range(2)]
    assert outputs[0].startswith("Its text is here now: Resolution declaring Seattle a human rights city")
    assert outputs[1].startswith("This text is here already")
    assert Act.objects.filter(place__slug="seattle").count() == 1
