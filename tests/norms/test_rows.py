"""What a group takes along of norms."""

from __future__ import annotations

import pytest

from smallplaces.core.rows import Scope
from smallplaces.norms.rows import tables
from tests.factories.groups import make_group
from tests.factories.norms import make_catalogue, make_principles, make_sign_on

pytestmark = pytest.mark.django_db


def test_a_name_brings_along_what_it_stands_under_and_nothing_of_others() -> None:
    make_catalogue()
    signed, group = make_principles(), make_group()
    row = make_sign_on(group, signed)
    make_sign_on(make_group(), signed)
    found = {one.model.__name__: set(one) for one in tables(Scope(group_ids=frozenset({group.pk})))}
    # Keys bring texts and rights along, as all that is common.
    assert {name: rows for name, rows in found.items() if rows} == {
        "Provision": set(signed.provisions.all()),
        "SignOn": {row},
    }


def test_principles_that_a_group_brought_go_with_it() -> None:
    version = make_principles()
    found = {one.model.__name__: list(one) for one in tables(Scope(group_ids=frozenset({version.norm.group_id})))}
    assert (found["Norm"], found["NormVersion"]) == ([version.norm], [version])
    assert len(found["Provision"]) == 2
