"""What a group decided, as plain values: one line, the log, one decision with what hangs on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from smallplaces.core.clock import today
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Decision, Group, Membership
from smallplaces.groups.queries import decisions_of, get_decision, get_group, held_by_visible_groups


@dataclass(frozen=True)
class DecisionLine:
    """One decision as pages show it. Dissent goes wherever the decision goes."""

    id: str
    text: str
    lang: str
    dir: str
    on: dt.date
    brought_by: str
    rule: str
    result: str
    dissent: str
    review_on: dt.date | None
    visibility: str
    fictional: bool
    kind: str = "decision"


@dataclass(frozen=True)
class DecisionLog:
    """The decisions of a group that the viewer may read, newest first."""

    slug: str
    name: str
    lang: str
    dir: str
    place_name: str
    fictional: bool
    is_own: bool
    decisions: tuple[DecisionLine, ...]


@dataclass(frozen=True)
class RoleLine:
    """What a decision did to somebody's place in the group, for its own people."""

    name: str
    was: str
    until: dt.date | None
    now: str


@dataclass(frozen=True)
class DecisionPage:
    """One decision, the one before it and those after it; `roles` for the group's own people alone."""

    id: str
    decision: DecisionLine
    slug: str
    name: str
    lang: str
    dir: str
    place_name: str
    fictional: bool
    is_own: bool
    is_open: bool
    may_correct: bool
    is_due: bool
    before: DecisionLine | None
    after: tuple[DecisionLine, ...]
    roles: tuple[RoleLine, ...]


def decision_line(row: Decision, *, fictional: bool) -> DecisionLine:
    """A decision as plain values."""
    return DecisionLine(
        id=row.pk,
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        on=row.on,
        brought_by=row.brought_by,
        rule=str(row.get_rule_display()),
        result=row.result,
        dissent=row.dissent,
        review_on=row.review_on,
        visibility=row.visibility,
        fictional=fictional,
    )


def decision_lines(group: Group, *, viewer: Viewer) -> tuple[DecisionLine, ...]:
    """The decisions of a group that the viewer may read, newest first. One query."""
    made_up = group.place.fictional
    return tuple(decision_line(row, fictional=made_up) for row in decisions_of(group, viewer=viewer))


def decision_log(slug: str, *, viewer: Viewer) -> DecisionLog:
    """The log of a group. Raises NotVisibleError. Two queries."""
    group = get_group(slug, viewer=viewer)
    return DecisionLog(
        slug=group.slug,
        name=group.name,
        lang=group.lang,
        dir=group.dir,
        place_name=group.place.name,
        fictional=group.place.fictional,
        is_own=viewer.is_member_of(group.pk),
        decisions=decision_lines(group, viewer=viewer),
    )


def decision_page(decision_id: str, *, viewer: Viewer) -> DecisionPage:
    """One decision for those who may see it. Raises NotVisibleError. Six queries."""
    row = get_decision(decision_id, viewer=viewer)
    group = Group.objects.select_related("place").get(pk=row.group_id)
    made_up, own = group.place.fictional, viewer.is_member_of(group.pk)
    around = Decision.objects.filter(held_by_visible_groups("decision", viewer)).order_by("on", "id")
    before = around.filter(pk=row.follows_id).first() if row.follows_id else None
    after = tuple(decision_line(one, fictional=made_up) for one in around.filter(follows=row))
    return DecisionPage(
        id=row.pk,
        decision=decision_line(row, fictional=made_up),
        slug=group.slug,
        name=group.name,
        lang=group.lang,
        dir=group.dir,
        place_name=group.place.name,
        fictional=made_up,
        is_own=own,
        is_open=group.state == "open",
        may_correct=own and row.made_on == today(group.place.zone),
        is_due=own and row.review_on is not None and row.review_on <= today(group.place.zone) and not after,
        before=decision_line(before, fictional=made_up) if before else None,
        after=after,
        roles=_roles(row) if own else (),
    )


def _roles(row: Decision) -> tuple[RoleLine, ...]:
    ended = list(Membership.objects.filter(ended_by=row).select_related("account").order_by("account__username"))
    accounts = [one.account_id for one in ended]
    present = Membership.objects.filter(group_id=row.group_id, account_id__in=accounts, until__isnull=True)
    now = {one.account_id: str(one.get_role_display()) for one in present}
    return tuple(
        RoleLine(str(one.account), str(one.get_role_display()), one.until, now.get(one.account_id, "")) for one in ended
    )


@dataclass(frozen=True)
class LeftLine:
    """Somebody's place in the group that has ended, and by which decision, if by one."""

    name: str
    was: str
    until: dt.date | None
    decision_id: str
    decision: str


def who_left(slug: str, *, viewer: Viewer) -> tuple[LeftLine, ...]:
    """The places in a group that have ended, latest first, for its own people. Two queries."""
    group = get_group(slug, viewer=viewer)
    if not viewer.is_member_of(group.pk):
        return ()
    rows = Membership.objects.filter(group=group, until__isnull=False).select_related("account", "ended_by")
    return tuple(
        LeftLine(
            name=str(row.account),
            was=str(row.get_role_display()),
            until=row.until,
            decision_id=row.ended_by_id or "",
            decision=row.ended_by.text if row.ended_by else "",
        )
        for row in rows.order_by("-until", "account__username", "id")
    )


def decisions_due(viewer: Viewer) -> list[Decision]:
    """Decisions of the viewer's groups whose review day has come and that nothing followed yet. One query."""
    rows = Decision.objects.filter(group_id__in=viewer.group_ids, review_on__isnull=False, followed_by__isnull=True)
    rows = rows.select_related("group__place").order_by("review_on", "id")
    return [row for row in rows if row.review_on and row.review_on <= today(row.group.place.zone)]
