"""The catalogue comes in again and again, and loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY, command
from tests.factories.norms import make_catalogue

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

    from smallplaces.norms.actions.catalogue import Loaded

pytestmark = pytest.mark.django_db
NORM = {
    "code": "X",
    "slug": "x",
    "title": "X",
    "kind": "declaration",
    "adopted": "1990-05",
    "adopted_by": "",
    "source": "-",
}
PROVISION = {"instrument": "X", "number": "1", "heading": "A roof", "rights": "housing;life", "sdg_targets": ""}
GOALS = NORM | {"code": "SDG", "slug": "sdg", "kind": "goals"}
TARGET = PROVISION | {"instrument": "SDG", "number": "11.1", "rights": ""}
RIGHTS = [
    {"slug": slug, "name": slug, "definition": "...", "category": "civil-political"} for slug in ("life", "housing")
]
STANDING = {
    "state": "US",
    "instrument": "X",
    "standing": "party",
    "since": "1994",
    "source": "a list",
    "checked": "2022",
    "note": "",
}


def load(**lists: Any) -> Loaded:
    from smallplaces.norms.actions import load_catalogue
    from smallplaces.norms.shipped import Catalogue

    smallest = {"instruments": [NORM, GOALS], "provisions": [PROVISION, TARGET], "rights": RIGHTS}
    return load_catalogue(by=command(), catalogue=Catalogue(**(smallest | lists)))


def test_a_new_installation_has_every_list_whole() -> None:
    from smallplaces.norms.models import Norm, Provision, ProvisionRight, Ratification, Right, RightTarget

    make_catalogue()
    counts = [one.objects.count() for one in (Norm, Provision, Right, RightTarget, ProvisionRight, Ratification)]
    assert counts == [16, 743, 52, 144, 1166, 1737]
    assert Norm.objects.get(code="JEMEZ").versions.get().on_date.text == "1996-12"


def test_each_right_has_its_name_and_meaning_in_spanish_and_french() -> None:
    from smallplaces.norms.models import RightTranslation

    make_catalogue()
    rows = RightTranslation.objects.exclude(name="").exclude(text="")
    assert {lang: rows.filter(lang=lang).count() for lang in ("es", "fr")} == {"es": 52, "fr": 52}


def test_a_second_run_reads_each_table_once_and_writes_nothing(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    from smallplaces.core.models import AuditRow
    from smallplaces.norms.actions import load_catalogue

    make_catalogue()
    rows = AuditRow.objects.count()
    with django_assert_max_num_queries(11):  # two of them are the transaction's
        assert load_catalogue(by=command()).changed == 0
    assert AuditRow.objects.count() == rows


def test_two_installations_agree_on_the_keys() -> None:
    from smallplaces.norms.models import Norm, Provision

    load()
    before = set(Provision.objects.values_list("pk", flat=True))
    Norm.objects.all().delete()
    load()
    assert set(Provision.objects.values_list("pk", flat=True)) == before


def test_a_changed_heading_is_set_in_place_and_one_that_is_gone_stays() -> None:
    from smallplaces.norms.models import Provision

    load(provisions=[PROVISION, PROVISION | {"number": "2"}, TARGET])
    key = Provision.objects.get(number="1").pk
    loaded = load(provisions=[PROVISION | {"heading": "A home"}, TARGET])
    assert loaded.changed == 1
    assert Provision.objects.get(pk=key).heading == "A home"
    assert Provision.objects.filter(number="2").exists()


def test_a_text_with_a_new_year_gets_a_version_and_keeps_the_former() -> None:
    from smallplaces.norms.models import NormVersion

    load()
    load(instruments=[NORM | {"adopted": "2026"}, GOALS])
    rows = NormVersion.objects.filter(norm__code="X").order_by("position")
    assert [one.label for one in rows] == ["1990", "2026"]


def test_a_reading_that_was_corrected_leaves() -> None:
    from smallplaces.norms.models import ProvisionRight

    load()
    load(provisions=[PROVISION | {"rights": "housing"}, TARGET])
    assert [one.right.slug for one in ProvisionRight.objects.filter(provision__number="1")] == ["housing"]


def test_a_right_that_is_gone_is_retired_and_comes_back() -> None:
    from smallplaces.norms.models import Right

    load()
    load(provisions=[TARGET], rights=RIGHTS[:1])
    assert Right.objects.get(slug="housing").retired_on is not None
    load()
    assert Right.objects.get(slug="housing").retired_on is None


def test_a_standing_from_a_newer_source_stays_until_the_list_is_newer() -> None:
    from smallplaces.core.models import Change
    from smallplaces.norms.models import Ratification

    load(ratifications=[STANDING])
    Ratification.objects.update(standing="none", source="a letter", checked="2024-03")
    load(ratifications=[STANDING | {"checked": "2023"}])
    assert Ratification.objects.get().standing == "none"
    load(ratifications=[STANDING | {"checked": "2025"}])
    assert Ratification.objects.get().standing == "party"
    assert Change.objects.get(kind="ratification", field="standing").before == "none"


@pytest.mark.parametrize(
    ("lists", "told"),
    [
        ({"instruments": [NORM, NORM | {"code": "Y", "kind": "song"}]}, r"instruments.csv, line 3: “song” in “kind”"),
        ({"provisions": [TARGET, PROVISION | {"rights": "life;joy"}]}, r"provisions.csv, line 3: “joy” in “rights”"),
        ({"provisions": [PROVISION | {"sdg_targets": "99.9"}, TARGET]}, r"line 2: “99.9” in “sdg_targets”"),
        ({"provisions": [PROVISION, PROVISION, TARGET]}, r"line 3: “X 1” is there twice"),
        ({"right_sdg": [{"right": "life", "sdg_target": "3.1"}]}, r"right_sdg.csv, line 2: “3.1”"),
        ({"translations": {"es": [{"slug": "joy", "name": "", "definition": ""}]}}, r"rights.es.csv, line 2: “joy”"),
        ({"ratifications": [STANDING | {"state": "TP"}]}, r"ratifications.csv, line 2: “TP” in “state”"),
        ({"ratifications": [STANDING | {"standing": "maybe"}]}, r"ratifications.csv, line 2: “maybe”"),
    ],
)
def test_a_list_that_names_what_is_not_there_brings_nothing_in(lists: dict[str, Any], told: str) -> None:
    from smallplaces.norms.models import Norm

    with pytest.raises(RefusedError, match=told):
        load(**lists)
    assert not Norm.objects.exists()


def test_the_catalogue_is_the_stewards() -> None:
    from smallplaces.norms.actions import load_catalogue

    with pytest.raises(NotAllowedError):
        load_catalogue(by=ANYBODY)
