"""`smallplaces place add`."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from smallplaces.cli.main import main
from tests.factories.places import make_place

pytestmark = pytest.mark.django_db
ADD = ["place", "add", "Low Weir", "--kind", "village", "--country", "gb"]


def test_a_place_is_here_at_once_with_the_only_zone_of_its_country() -> None:
    from smallplaces.places.models import Place

    county = make_place(name="Weirshire", slug="weirshire", kind="county")
    told = CliRunner().invoke(main, [*ADD, "--parent", "weirshire", "--fictional"])
    assert told.exit_code == 0, told.output
    place = Place.objects.get(slug="low-weir")
    assert (place.standing, place.zone, place.parent, place.fictional) == ("accepted", "Europe/London", county, True)
    assert "/places/low-weir/" in told.stdout


def test_a_preview_says_the_same_and_writes_nothing() -> None:
    from smallplaces.core.models import AuditRow
    from smallplaces.places.models import Place

    told = CliRunner().invoke(main, [*ADD, "--preview"])
    assert told.stdout.startswith("Would be made: Low Weir, village in GB")
    assert not Place.objects.exists()
    assert not AuditRow.objects.exists()


def test_a_country_of_several_zones_asks_for_one() -> None:
    told = CliRunner().invoke(main, ["place", "add", "Weir", "--kind", "nation", "--country", "US"])
    assert told.exit_code == 2
    assert "time zone" in told.stderr
