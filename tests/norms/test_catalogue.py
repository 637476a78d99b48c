"""The catalogue comes in again and again, and loses nothing."""

from __future__ import annotations

import pytest

from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY, command
from tests.factories.norms import make_catalogue

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
PROVISION = {"instrument": "X", "number": "1", "heading": "A roof"}


def test_a_new_installation_has_the_declaration_and_jemez() -> None:
    from smallplaces.norms.models import Norm, Provision

    make_catalogue()
    counts = {one.code: Provision.objects.filter(version__norm=one).count() for one in Norm.objects.all()}
    assert counts == {"UDHR": 30, "JEMEZ": 6}
    assert Norm.objects.get(code="JEMEZ").versions.get().on_date.text == "1996-12"


def test_a_second_run_writes_nothing() -> None:
    from smallplaces.core.models import AuditRow
    from smallplaces.norms.actions import load_catalogue

    make_catalogue()
    rows = AuditRow.objects.count()
    assert load_catalogue(by=command()).changed == 0
    assert AuditRow.objects.count() == rows


def test_two_installations_agree_on_the_keys() -> None:
    from smallplaces.norms.models import Norm, Provision

    make_catalogue()
    before = set(Provision.objects.values_list("pk", flat=True))
    Norm.objects.all().delete()
    make_catalogue()
    assert set(Provision.objects.values_list("pk", flat=True)) == before


def test_a_changed_heading_is_set_in_place_and_one_that_is_gone_stays() -> None:
    from smallplaces.norms.actions import load_catalogue
    from smallplaces.norms.models import Provision

    load_catalogue(by=command(), norms=[NORM], provisions=[PROVISION, PROVISION | {"number": "2"}])
    key = Provision.objects.get(number="1").pk
    loaded = load_catalogue(by=command(), norms=[NORM], provisions=[PROVISION | {"heading": "A home"}])
    assert loaded.changed == 1
    assert Provision.objects.get(pk=key).heading == "A home"
    assert Provision.objects.filter(number="2").exists()


def test_an_unknown_kind_brings_nothing_in() -> None:
    from smallplaces.norms.actions import load_catalogue
    from smallplaces.norms.models import Norm

    with pytest.raises(RefusedError, match="song"):
        load_catalogue(by=command(), norms=[NORM, NORM | {"code": "Y", "kind": "song"}], provisions=[])
    assert not Norm.objects.exists()


def test_the_catalogue_is_the_stewards() -> None:
    from smallplaces.norms.actions import load_catalogue

    with pytest.raises(NotAllowedError):
        load_catalogue(by=ANYBODY)
