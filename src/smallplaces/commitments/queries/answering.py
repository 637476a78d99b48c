"""Reads for the answer link: which link, which body, what it answered before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from smallplaces.commitments import policies
from smallplaces.commitments.models import Answer, Assessment
from smallplaces.commitments.queries.demands import demand_page
from smallplaces.commitments.queries.naming import party
from smallplaces.commitments.queries.promises import promise_page
from smallplaces.commitments.queries.shown import Party
from smallplaces.commitments.queries.shown_pages import DemandPage, PromisePage
from smallplaces.core.clock import today
from smallplaces.core.links import hash_of
from smallplaces.core.models import OneTimeLink
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import ANYBODY, Viewer
from smallplaces.places.models import PublicBody


@dataclass(frozen=True, kw_only=True)
class AnswerDesk:
    """All that a body sees through its link: the public thing, and its own answer."""

    kind: str
    link_id: str
    who: Party
    demand: DemandPage | None
    promise: PromisePage | None
    fictional: bool
    text: str = ""
    lang: str = "en"
    judgement: str = ""
    sent_on: dt.date | None = None
    correct_until: dt.date | None = None
    may_write: bool = True


def answer_link(key: str) -> OneTimeLink:
    """The link behind a key: unspent, or spent less than seven days ago, so that an answer can be corrected."""
    link = OneTimeLink.objects.filter(hash=hash_of(key), purpose="answer").first()
    if link is None or link.until < today() or not policies.may_answer(link):
        raise NotVisibleError("answer")
    return link


def answer_desk(link: OneTimeLink, *, viewer: Viewer) -> AnswerDesk:
    """What stands on the page behind an answer link. What is not public any more is not there."""
    if not viewer.has_link_to("answer", link.thing_id):
        raise NotVisibleError("answer")
    body = PublicBody.objects.get(pk=link.details["body"])
    demand = demand_page(link.thing_id, viewer=ANYBODY) if link.kind == "demand" else None
    promise = promise_page(link.thing_id, viewer=ANYBODY) if link.kind == "promise" else None
    row: Answer | Assessment | None = (
        Answer.objects.filter(link_id=link.pk).first() if demand else Assessment.objects.filter(link_id=link.pk).first()
    )
    thing = demand or promise
    return AnswerDesk(
        kind=link.kind,
        link_id=link.pk,
        who=party(body, None),
        demand=demand,
        promise=promise,
        fictional=thing.fictional if thing else False,
        text=row.text if row else "",
        lang=row.lang if row else "en",
        judgement=row.judgement if isinstance(row, Assessment) else "",
        sent_on=link.spent_on,
        correct_until=link.spent_on + policies.CORRECTION if link.spent_on else None,
        may_write=policies.may_answer(link),
    )


def bodies_asked(thing: DemandPage | PromisePage) -> tuple[Party, ...]:
    """The bodies for whom an answer link can be made."""
    if isinstance(thing, PromisePage):
        return () if thing.ours else (thing.who,)
    return tuple(one for one in thing.on_whom if not one.ours)


@dataclass(frozen=True, kw_only=True)
class LinkLine:
    """An answer link, for those who may close it. Its address is kept nowhere."""

    kind: str = "onetimelink"
    id: str
    body_name: str
    made_on: dt.date
    until: dt.date
    spent_on: dt.date | None


def answer_links(thing: DemandPage | PromisePage, *, viewer: Viewer) -> tuple[LinkLine, ...]:
    """The answer links to one thing that still open something, for the desk. Two queries."""
    if not viewer.roles:
        return ()
    rows = OneTimeLink.objects.filter(purpose="answer", thing_id=thing.id, revoked_on=None, until__gte=today())
    links = [one for one in rows.order_by("made_on", "id") if policies.may_answer(one)]
    names = dict(PublicBody.objects.filter(pk__in=[one.details["body"] for one in links]).values_list("pk", "name"))
    return tuple(
        LinkLine(
            id=one.pk,
            body_name=names.get(one.details["body"], ""),
            made_on=one.made_on,
            until=one.until,
            spent_on=one.spent_on,
        )
        for one in links
    )


def get_answer_link(link_id: str, *, thing_id: str) -> OneTimeLink:
    """One answer link to a thing that the caller has fetched for its viewer, to close it."""
    link = OneTimeLink.objects.filter(pk=link_id, purpose="answer", thing_id=thing_id).first()
    if link is None:
        raise NotVisibleError("answer")
    return link
