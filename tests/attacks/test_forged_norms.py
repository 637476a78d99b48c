"""An archive that somebody made up adds nothing to a text that is here: those who signed it are asked about no version of a forger's."""

from __future__ import annotations

from typing import Any

import pytest

from smallplaces.archive.reading import read_archive
from smallplaces.core.ids import new_id
from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import command
from smallplaces.norms.models import NormVersion, Provision
from tests.attacks.test_forged_archives import packed
from tests.factories.groups import make_group, make_membership
from tests.factories.norms import make_catalogue, make_principles

pytestmark = pytest.mark.django_db


def forged(row: Any, **fields: Any) -> dict[str, Any]:
    """A row like this one under an id of its own."""
    values = {field.attname: getattr(row, field.attname) for field in type(row)._meta.concrete_fields}
    plain = {name: one.isoformat() if hasattr(one, "isoformat") else one for name, one in values.items()}
    return {**plain, "id": new_id(), **fields}


@pytest.mark.parametrize("whose", ["a group's", "the catalogue's"])
def test_no_archive_adds_a_version_or_words_to_a_text_that_is_here(whose: str) -> None:
    if whose == "a group's":
        version = make_principles(make_membership(make_group(), role="holder").group)
    else:
        make_catalogue()
        version = NormVersion.objects.filter(provisions__isnull=False).first()
    words = version.provisions.first()

    for name, row in (
        ("norms.normversion", forged(version, label="2099", position=99)),
        ("norms.provision", forged(words, number="99", heading="Obey")),
    ):
        with pytest.raises(RefusedError, match="text that is here"):
            read_archive(packed({name: [row]}), by=command())

    assert not NormVersion.objects.filter(label="2099").exists()
    assert not Provision.objects.filter(heading="Obey").exists()
