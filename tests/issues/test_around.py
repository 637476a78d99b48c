"""Other issues, who gains, who must act, the power sheet."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from smallplaces.core.models import AuditRow
from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError
from smallplaces.issues import actions
from smallplaces.issues.models import Duty, Gain, IssueLink, PowerLine
from tests.factories.groups import make_viewer
from tests.factories.issues import (
    make_duty,
    make_gain,
    make_issue,
    make_issue_link,
    make_power_line,
    make_public_issue,
)
from tests.factories.meetings import inside
from tests.factories.places import make_body

pytestmark = pytest.mark.django_db


def test_company_named_in_public_needs_a_source() -> None:
    issue = make_issue()

    with pytest.raises(RefusedError, match="source") as refusal:
        make_gain(issue, kind="body", text="Pond & Sons", public=True)
    assert refusal.value.field == "source"
    assert make_gain(issue, kind="body", text="Pond & Sons", public=True, source="the register, page 3").public
    assert not make_gain(issue, kind="body", text="Pond & Sons").public


def test_the_table_refuses_it_too() -> None:
    gain = make_gain(kind="body")

    with pytest.raises(IntegrityError), transaction.atomic():
        Gain.objects.filter(pk=gain.pk).update(public=True)


def test_duty_is_of_one_body_or_ourselves() -> None:
    issue = make_issue()
    body = make_body(issue.place)

    assert make_duty(issue, body=body, duty="protect", what_stops="no money named").body == body
    for fields in ({"body": body, "ourselves": True}, {"body": None, "ourselves": False}):
        with pytest.raises(RefusedError, match="who must act"):
            make_duty(issue, **fields)
    assert Duty.objects.count() == 1


def test_link_is_said_once_and_its_note_can_be_changed() -> None:
    link = make_issue_link(note="first")

    again = make_issue_link(link.issue, link.other, note="second")

    assert (IssueLink.objects.get().pk, again.note) == (link.pk, "second")


def test_issue_is_not_linked_to_itself_or_to_one_out_of_sight() -> None:
    issue, hidden = make_issue(), make_issue()

    with pytest.raises(RefusedError):
        make_issue_link(issue, issue)
    with pytest.raises(NotVisibleError):
        make_issue_link(issue, hidden)
    assert make_issue_link(issue, make_public_issue())


@pytest.mark.parametrize("make", [make_gain, make_duty, make_power_line, make_issue_link])
def test_lines_are_added_and_removed_with_a_trace(make) -> None:
    row = make()
    name = row._meta.model_name
    remove = {
        "gain": actions.remove_gain,
        "duty": actions.remove_duty,
        "powerline": actions.remove_power_line,
        "issuelink": actions.unlink_issues,
    }[name]
    group, key = row.issue.group, row.pk

    with pytest.raises(NotAllowedError):
        remove(row, by=make_viewer(is_steward=True))
    remove(row, by=inside(group))

    verbs = AuditRow.objects.filter(thing_id=key, group_id=group.pk).order_by("at").values_list("verb", flat=True)
    assert sorted(verbs) == sorted([f"{name}.{'linked' if name == 'issuelink' else 'added'}", f"{name}.removed"])
    assert not type(row).objects.exists()


def test_nobody_else_writes_on_the_power_sheet() -> None:
    issue = make_public_issue()

    with pytest.raises(NotAllowedError):
        actions.add_power_line(issue, side="decides", text="the clerk", by=make_viewer(is_steward=True))
    assert not PowerLine.objects.exists()


@pytest.mark.parametrize(
    ("make", "fields"),
    [
        (make_gain, {"text": ""}),
        (make_gain, {"text": "x" * 10_000}),
        (make_gain, {"kind": "person"}),
        (make_duty, {"duty": "obey"}),
        (make_duty, {"what_stops": "x" * 10_000}),
        (make_power_line, {"side": "enemies"}),
        (make_power_line, {"text": " "}),
        (make_issue_link, {"kind": "hates"}),
        (make_issue_link, {"made_in": "heaven"}),
    ],
)
def test_what_cannot_be_kept_is_refused(make, fields: dict[str, str]) -> None:
    with pytest.raises(RefusedError):
        make(**fields)
