"""A right comes to stand beside something of the thread because a person says so; who and when is kept."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import MadeIn, Standing
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.norms.enums import LinkReason, NormKind
from smallplaces.norms.linking import Linkable
from smallplaces.norms.models import Provision, Right, RightLink
from smallplaces.norms.queries.links import kind_named, walk


def link_right(
    kind: str,
    thing: Any,
    *,
    right: Right | None = None,
    provision: Provision | None = None,
    made_in: str = MadeIn.DESK,
    because: str = LinkReason.PERSON,
    by: Viewer,
) -> RightLink:
    """Sets a right or an article beside a thing, once. What was refused before counts from now on. Raises NotAllowedError, RefusedError."""
    values = {"made_in": _one_of(made_in, MadeIn.values), "because": _one_of(because, LinkReason.values)}
    return _settle(_gate(kind, thing, by), thing, _end(right, provision), values | {"standing": Standing.ACCEPTED}, by)


def refuse_right(
    kind: str, thing: Any, *, right: Right | None = None, provision: Provision | None = None, because: str, by: Viewer
) -> RightLink:
    """Keeps that a suggestion was refused, so that it is not made again. Raises NotAllowedError, RefusedError."""
    values = {"made_in": MadeIn.DESK, "because": _one_of(because, LinkReason.values)}
    return _settle(_gate(kind, thing, by), thing, _end(right, provision), values | {"standing": Standing.REFUSED}, by)


def settle_link(kind: str, link: RightLink, *, accepted: bool, by: Viewer) -> RightLink:
    """Says yes or no to a link that was kept as a suggestion. Raises NotAllowedError."""
    one = _gate(kind, getattr(link, kind), by)
    with transaction.atomic():
        return _set(link, {"standing": Standing.ACCEPTED if accepted else Standing.REFUSED}, one, by)


def unlink_right(kind: str, link: RightLink, *, by: Viewer) -> None:
    """Takes a right away. One that came of a suggestion is kept as refused: nobody suggests it again. Raises NotAllowedError."""
    one = _gate(kind, getattr(link, kind), by)
    with transaction.atomic():
        audit.record("unlinked", link, by=by, group_id=_group(one, link))
        if link.because == LinkReason.PERSON:
            link.delete()
        else:
            _stamp(link, {"standing": Standing.REFUSED}, by)


def _gate(kind: str, thing: Any, by: Viewer) -> Linkable:
    one = kind_named(kind)
    sentence = _("Whoever holds this says which rights stand beside it: its group, or those who know the place.")
    require(one.may_link(by, thing), sentence)
    return one


def _end(right: Right | None, provision: Provision | None) -> dict[str, Right | Provision | None]:
    """The one thing pointed to."""
    if (right is None) is (provision is None):
        raise RefusedError(_("Choose one right or one article."), field="right")
    if right is not None and right.retired_on:
        raise RefusedError(_("This right is on the list no more. Choose another."), field="right")
    if provision is not None and provision.version.norm.kind == NormKind.GOALS:
        sentence = _("A goal helps to read a right, and is none. Choose the right itself.")
        raise RefusedError(sentence, field="number")
    return {"right": right, "provision": provision}


def _one_of(value: str, values: list[str]) -> str:
    if value not in values:
        raise RefusedError(_("Choose one of the list. Nothing was kept."))
    return value


def _settle(one: Linkable, thing: Any, end: dict[str, Any], values: dict[str, Any], by: Viewer) -> RightLink:
    key = {one.kind: thing, **{name: value for name, value in end.items() if value is not None}}
    new = {**values, "made_on": today(), "settled_by_id": by.account_id, "settled_on": today()}
    with transaction.atomic():
        rows = one.links.select_for_update()
        link: RightLink
        link, made = rows.get_or_create(**key, defaults=new)
        if made:
            _write_down(link, one, by)
        elif link.standing != values["standing"]:
            _set(link, values, one, by)
    return link


def _set(link: RightLink, values: dict[str, Any], one: Linkable, by: Viewer) -> RightLink:
    _stamp(link, values, by)
    _write_down(link, one, by)
    return link


def _stamp(link: RightLink, values: dict[str, Any], by: Viewer) -> None:
    new = {**values, "settled_by_id": by.account_id, "settled_on": today()}
    for name, value in new.items():
        setattr(link, name, value)
    link.save(update_fields=sorted(new))


def _write_down(link: RightLink, one: Linkable, by: Viewer) -> None:
    verb = "linked" if link.standing == Standing.ACCEPTED else "refused"
    field = "right" if link.right_id else "provision"
    audit.record(verb, link, by=by, fields=[field], group_id=_group(one, link))


def _group(one: Linkable, link: RightLink) -> str:
    return walk(getattr(link, one.kind), one.group_path)
