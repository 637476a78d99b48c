"""Around an issue: other issues, who gains, who must act, and the power sheet."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import MadeIn
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import held_by_visible_groups
from smallplaces.issues.actions.gates import require_work
from smallplaces.issues.enums import DutyKind, GainKind, IssueLinkKind, PowerSide
from smallplaces.issues.models import Duty, Gain, Issue, IssueLink, PowerLine
from smallplaces.issues.wording import read_choice, read_lang, read_note, read_words
from smallplaces.places.models import PublicBody


def link_issues(
    issue: Issue, *, other: Issue, kind: str, note: str = "", made_in: str = MadeIn.DESK, lang: str = "en", by: Viewer
) -> IssueLink:
    """Says how an issue bears on another that the viewer can see. Once said, saying it again changes its note. Raises NotAllowedError, RefusedError."""
    require_work(issue, by)
    if issue.pk == other.pk:
        raise RefusedError(_("Choose another issue: this is the same one."), field="other")
    if not Issue.objects.filter(held_by_visible_groups("issue", by), pk=other.pk).exists():
        raise NotVisibleError(other.pk)
    values = {
        "note": read_note(note, field="note"),
        "lang": read_lang(lang),
        "made_on": today(issue.place.zone),
        "made_in": read_choice(made_in, MadeIn.values, field="made_in"),
    }
    kind = read_choice(kind, IssueLinkKind.values, field="kind")
    with transaction.atomic():
        link, _made = IssueLink.objects.update_or_create(issue=issue, other=other, kind=kind, defaults=values)
        audit.record("linked", link, by=by, fields=["other", "kind", "note"], group_id=issue.group_id)
    return link


def unlink_issues(link: IssueLink, *, by: Viewer) -> None:
    """Takes a link between issues away. Raises NotAllowedError."""
    _remove(link, link.issue, by)


def add_gain(
    issue: Issue,
    *,
    text: str,
    kind: str = GainKind.INTEREST,
    source: str = "",
    public: bool = False,
    lang: str = "en",
    made_in: str = MadeIn.DESK,
    by: Viewer,
) -> Gain:
    """Says who gains from it staying as it is. A company or institution named in public needs a source. Raises NotAllowedError, RefusedError."""
    require_work(issue, by)
    kind = read_choice(kind, GainKind.values, field="kind")
    source = read_note(source, field="source", most=1000)
    if public and kind == GainKind.BODY and not source:
        raise RefusedError(
            _("A company or an institution named in public needs a source. Give one, or keep this line to the group."),
            field="source",
        )
    with transaction.atomic():
        gain = Gain.objects.create(
            issue=issue,
            text=read_words(text, most=500),
            kind=kind,
            source=source,
            public=public,
            lang=read_lang(lang),
            made_in=read_choice(made_in, MadeIn.values, field="made_in"),
            made_on=today(issue.place.zone),
        )
        audit.record("added", gain, by=by, fields=["text", "kind", "source", "public"], group_id=issue.group_id)
    return gain


def remove_gain(gain: Gain, *, by: Viewer) -> None:
    """Takes a line about who gains away. Raises NotAllowedError."""
    _remove(gain, gain.issue, by)


def add_duty(
    issue: Issue,
    *,
    body: PublicBody | None = None,
    ourselves: bool = False,
    duty: str = "",
    what_stops: str = "",
    lang: str = "en",
    made_in: str = MadeIn.DESK,
    by: Viewer,
) -> Duty:
    """Says who must act: one body, or ourselves; with which duty, and what stops them. Raises NotAllowedError, RefusedError."""
    require_work(issue, by)
    if (body is None) is not ourselves:
        raise RefusedError(_("Say who must act: choose one body, or ourselves."), field="body")
    with transaction.atomic():
        row = Duty.objects.create(
            issue=issue,
            body=body,
            ourselves=ourselves,
            duty=read_choice(duty, ["", *DutyKind.values], field="duty"),
            what_stops=read_note(what_stops, field="what_stops"),
            lang=read_lang(lang),
            made_in=read_choice(made_in, MadeIn.values, field="made_in"),
            made_on=today(issue.place.zone),
        )
        audit.record("added", row, by=by, fields=["body", "duty", "what_stops"], group_id=issue.group_id)
    return row


def remove_duty(duty: Duty, *, by: Viewer) -> None:
    """Takes a line about who must act away. Raises NotAllowedError."""
    _remove(duty, duty.issue, by)


def add_power_line(issue: Issue, *, side: str, text: str, lang: str = "en", by: Viewer) -> PowerLine:
    """Writes one line on the power sheet, which only the group reads. Raises NotAllowedError, RefusedError."""
    return add_power_lines(issue, lines=[(side, text)], lang=lang, by=by)[0]


def add_power_lines(issue: Issue, *, lines: Sequence[tuple[str, str]], lang: str = "en", by: Viewer) -> list[PowerLine]:
    """Writes several lines, each a side and its words: all or none. Raises NotAllowedError, RefusedError.

    A refusal of words has their side as its field.
    """
    require_work(issue, by)
    rows = [
        PowerLine(
            issue=issue,
            side=read_choice(side, PowerSide.values, field="side"),
            text=read_words(text, field=side, most=500),
            lang=read_lang(lang),
            made_on=today(issue.place.zone),
        )
        for side, text in lines
    ]
    with transaction.atomic():
        PowerLine.objects.bulk_create(rows)
        for row in rows:
            audit.record("added", row, by=by, fields=["side", "text"], group_id=issue.group_id)
    return rows


def remove_power_line(line: PowerLine, *, by: Viewer) -> None:
    """Takes a line off the power sheet. Raises NotAllowedError."""
    _remove(line, line.issue, by)


def _remove(row: IssueLink | Gain | Duty | PowerLine, issue: Issue, by: Viewer) -> None:
    require_work(issue, by)
    with transaction.atomic():
        audit.record("removed", row, by=by, group_id=issue.group_id)
        row.delete()
