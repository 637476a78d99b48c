"""Around an issue: other issues, who gains, who must act, and the power sheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Q
from django.utils.translation import gettext as _

from smallplaces.core.enums import Standing
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.issues.enums import IssueLinkKind, PowerSide
from smallplaces.issues.lines import DutyLine, GainLine, IssueLinkLine, PowerColumn, PowerSheet, PowerWords
from smallplaces.issues.models import Duty, Gain, Issue, IssueLink, PowerLine
from smallplaces.issues.policies import may_read_power_sheet
from smallplaces.issues.queries.sight import issues_in_sight, lines_of, one_in_sight, sees_tree

Row = TypeVar("Row")


def links_of(issue_id: str | Issue, *, viewer: Viewer) -> list[IssueLinkLine]:
    """The other issues that it bears on or that bear on it, as far as they exist for the viewer. At most four queries."""
    issue = one_in_sight(issue_id, viewer)
    links = list(IssueLink.objects.filter(Q(issue=issue) | Q(other=issue)).order_by("kind", "made_on", "id"))
    wanted = {link.other_id if link.issue_id == issue.pk else link.issue_id for link in links}
    others = (
        {line.id: line for line in lines_of(issues_in_sight(viewer).filter(pk__in=wanted), viewer)} if wanted else {}
    )
    lines = []
    for link in links:
        onward = link.issue_id == issue.pk
        other = others.get(link.other_id if onward else link.issue_id)
        if other:
            lines.append(
                IssueLinkLine(
                    id=link.pk,
                    words=link.get_kind_display() if onward else _from_other_end(link.kind),
                    other=other,
                    note=link.note,
                    lang=link.lang,
                    dir=link.dir,
                    made_in=link.made_in,
                    made_in_words=link.get_made_in_display(),
                )
            )
    return lines


def _from_other_end(kind: str) -> str:
    words = {
        IssueLinkKind.WORSENS.value: _("is made worse by"),
        IssueLinkKind.LEADS_TO.value: _("comes from"),
        IssueLinkKind.SHARES_CAUSE.value: _("shares a root with"),
    }
    return words[kind]


def gains_of(issue_id: str | Issue, *, viewer: Viewer) -> list[GainLine]:
    """Who is said to gain: all for the group's own people, the public lines for others. Two queries."""
    issue = one_in_sight(issue_id, viewer)
    rows = Gain.objects.filter(issue=issue).order_by("kind", "made_on", "id")
    if not viewer.is_member_of(issue.group_id):
        rows = rows.filter(public=True)
    return [
        GainLine(
            id=row.pk,
            text=row.text,
            lang=row.lang,
            dir=row.dir,
            gain_kind=row.kind,
            source=row.source,
            public=row.public,
            made_in=row.made_in,
            made_in_words=row.get_made_in_display(),
        )
        for row in rows
    ]


def duties_of(issue_id: str | Issue, *, viewer: Viewer) -> list[DutyLine]:
    """Who must act and what stops them. It goes with the tree: others read it where the tree is public. Two queries."""
    issue = one_in_sight(issue_id, viewer)
    if not sees_tree(viewer, issue):
        return []
    rows = Duty.objects.filter(issue=issue).select_related("body").order_by("ourselves", "body__name", "made_on", "id")
    if not viewer.is_member_of(issue.group_id):
        rows = rows.filter(Q(ourselves=True) | Q(body__standing=Standing.ACCEPTED))
    return [
        DutyLine(
            id=row.pk,
            who=row.body.name if row.body else _("ourselves"),
            body_id=row.body_id or "",
            ourselves=row.ourselves,
            duty=row.duty,
            duty_words=row.get_duty_display() if row.duty else "",
            what_stops=row.what_stops,
            lang=row.lang,
            dir=row.dir,
            made_in=row.made_in,
            made_in_words=row.get_made_in_display(),
        )
        for row in rows
    ]


def power_sheet_for(issue_id: str, *, viewer: Viewer) -> PowerSheet:
    """The power sheet, for the group's own people; for everybody else it does not exist. Two queries. Raises NotVisibleError."""
    issue = one_in_sight(issue_id, viewer)
    if not may_read_power_sheet(viewer, issue):
        raise NotVisibleError(issue_id)
    rows = list(PowerLine.objects.filter(issue=issue).order_by("made_on", "id"))
    columns = tuple(
        PowerColumn(side=side.value, side_words=str(side.label), lines=_words(row for row in rows if row.side == side))
        for side in PowerSide
    )
    return PowerSheet(issue=lines_of([issue], viewer)[0], columns=columns)


def _words(rows: Iterable[PowerLine]) -> tuple[PowerWords, ...]:
    return tuple(PowerWords(id=row.pk, text=row.text, lang=row.lang, dir=row.dir) for row in rows)


def get_link(link_id: str, *, viewer: Viewer) -> IssueLink:
    """One link between issues, for an action of the group that made it. One query. Raises NotVisibleError."""
    return _own(
        IssueLink.objects.filter(issue__group_id__in=viewer.group_ids)
        .select_related("issue__group")
        .filter(pk=link_id)
        .first()
    )


def get_gain(gain_id: str, *, viewer: Viewer) -> Gain:
    """One line about who gains, for an action of its group. One query. Raises NotVisibleError."""
    return _own(
        Gain.objects.filter(issue__group_id__in=viewer.group_ids)
        .select_related("issue__group")
        .filter(pk=gain_id)
        .first()
    )


def get_duty(duty_id: str, *, viewer: Viewer) -> Duty:
    """One line about who must act, for an action of its group. One query. Raises NotVisibleError."""
    return _own(
        Duty.objects.filter(issue__group_id__in=viewer.group_ids)
        .select_related("issue__group")
        .filter(pk=duty_id)
        .first()
    )


def get_power_line(line_id: str, *, viewer: Viewer) -> PowerLine:
    """One line of a power sheet, for an action of its group. One query. Raises NotVisibleError."""
    return _own(
        PowerLine.objects.filter(issue__group_id__in=viewer.group_ids)
        .select_related("issue__group")
        .filter(pk=line_id)
        .first()
    )


def _own(row: Row | None) -> Row:
    if row is None:
        raise NotVisibleError
    return row
