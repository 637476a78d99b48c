"""The audit of deeds and the history of common records."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from django.db import transaction

from smallplaces.core import audit
from smallplaces.core.history import changes_of, deeds_of_group
from smallplaces.core.models import AuditRow
from smallplaces.core.viewers import ANYBODY, Viewer
from tests.factories.core import make_file

pytestmark = pytest.mark.django_db
MEMBER = Viewer(account_id="a", roles=MappingProxyType({"ours": "member"}))


def test_a_deed_names_fields_and_never_their_values():
    file = make_file(name="the secret name.pdf", group_id="ours")

    row = audit.record("changed", file, by=MEMBER, fields=["size", "name"])

    assert (row.verb, row.fields, row.group_id) == ("file.changed", ["name", "size"], "ours")
    assert "the secret name" not in str(vars(row))


def test_the_deeds_of_a_group_are_read_by_its_people_alone():
    audit.record("changed", make_file(group_id="ours"), by=MEMBER)

    assert [deed.verb for deed in deeds_of_group("ours", viewer=MEMBER)] == ["file.changed"]
    assert deeds_of_group("ours", viewer=ANYBODY) == []
    assert deeds_of_group("ours", viewer=Viewer(account_id="s", is_steward=True)) == []


def test_a_link_acts_by_what_it_opens_and_not_by_its_key():
    row = audit.record("changed", make_file(), by=Viewer(purpose="meeting", thing_id="m"))

    assert (row.by_kind, row.by_id) == ("link", "m")


def test_only_what_changed_enters_the_history():
    file = make_file()

    audit.record_change(file, {"name": ("a", "b"), "size": (1, 1)}, by=MEMBER, source="a letter")

    assert [(one.field, one.before, one.after, one.source) for one in changes_of("file", file.pk)] == [
        ("name", "a", "b", "a letter")
    ]


def test_a_deed_that_fails_leaves_no_row():
    with transaction.atomic():
        audit.record("changed", make_file(), by=MEMBER)
        transaction.set_rollback(True)

    assert not AuditRow.objects.exists()
