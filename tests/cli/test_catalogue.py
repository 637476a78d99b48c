"""`smallplaces import catalogue`."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from smallplaces.cli.main import main

pytestmark = pytest.mark.django_db


def test_a_preview_writes_nothing_and_a_second_run_changes_nothing() -> None:
    from smallplaces.norms.models import Norm

    told = CliRunner().invoke(main, ["import", "catalogue", "--preview"])
    assert told.stdout == "16 texts, 52 rights, 1737 standings of States; new or changed would be: 68\n"
    assert not Norm.objects.exists()
    outputs = [CliRunner().invoke(main, ["import", "catalogue"]).stdout for _time in range(2)]
    assert outputs == [
        f"16 texts, 52 rights, 1737 standings of States; new or changed: {number}\n" for number in (68, 0)
    ]
