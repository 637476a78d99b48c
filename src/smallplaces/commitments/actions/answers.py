"""A public body's own words: through its answer link, or typed in from a letter or the record."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.commitments import policies
from smallplaces.commitments.enums import AnsweredBy, Judgement, Side
from smallplaces.commitments.models import Answer, Assessment, Demand, Promise
from smallplaces.core import audit
from smallplaces.core.actions import make_link, revoke_link, spend_link
from smallplaces.core.clock import today
from smallplaces.core.enums import Standing, Visibility
from smallplaces.core.models import OneTimeLink
from smallplaces.core.refusals import NotVisibleError, RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.issues.wording import read_lang, read_words
from smallplaces.places.models import PublicBody

LONGEST = 4000
OPEN_FOR = dt.timedelta(days=60)
# What a body may say of its own promise.
THEIR_JUDGEMENTS = (Judgement.KEPT, Judgement.PARTLY, Judgement.NOT_KEPT, Judgement.TOO_EARLY, Judgement.DENIED)


def record_answer(
    demand: Demand,
    *,
    body: PublicBody,
    text: str,
    source: str,
    by: Viewer,
    lang: str = "en",
    on: dt.date | None = None,
    answered_by: str = AnsweredBy.LETTER,
) -> Answer:
    """Types in what a body answered to a demand, with its source."""
    require(policies.may_change_demand(demand, by), _("Only people of the group that asks can type in an answer."))
    if answered_by == AnsweredBy.LINK:
        raise ValueError("a body's own answer comes through its link")
    _check_asked(demand, body)
    if not source.strip():
        raise RefusedError(_("Write where they said it: which letter, which page, which recording."), field="source")
    day = today(demand.issue.place.zone)
    if on is not None and on > day:
        raise RefusedError(_("This day has not come yet."), field="on")
    with transaction.atomic():
        row = Answer.objects.create(
            demand=demand,
            body=body,
            text=read_words(text, most=LONGEST),
            lang=read_lang(lang),
            on=on or day,
            answered_by=answered_by,
            source=source.strip(),
        )
        audit.record("recorded", row, by=by, group_id=demand.group_id)
    return row


def make_answer_link(
    *, body: PublicBody, by: Viewer, promise: Promise | None = None, demand: Demand | None = None
) -> tuple[OneTimeLink, str]:
    """Makes a link by which one body answers one public demand or promise. The key is shown once, and kept nowhere."""
    if (promise is None) == (demand is None):
        raise ValueError("a link answers one demand or one promise")
    if promise is not None:
        require(by.may_accept_at(promise.place_id), _("Only people of a group at this place can make an answer link."))
        require(promise.standing == Standing.ACCEPTED, _("This promise still waits to be accepted."))
        if promise.body_id != body.pk:
            raise RefusedError(_("This body does not owe this promise."), field="body")
        return _make("promise", promise.pk, body, by)
    if demand is None:
        raise NotVisibleError("demand")
    require(policies.may_change_demand(demand, by), _("Only people of the group that asks can make an answer link."))
    require(
        demand.visibility == Visibility.PUBLIC and demand.group.state == GroupState.OPEN,
        _("Show this demand to everybody first: a public body answers only what all can read."),
    )
    _check_asked(demand, body)
    return _make("demand", demand.pk, body, by, demand.group_id)


def close_answer_link(link: OneTimeLink, *, by: Viewer) -> None:
    """Closes an answer link before its day."""
    demand = Demand.objects.filter(pk=link.thing_id).first() if link.kind == "demand" else None
    promise = Promise.objects.filter(pk=link.thing_id).first() if link.kind == "promise" else None
    may = (demand is not None and policies.may_change_demand(demand, by)) or (
        promise is not None and by.may_accept_at(promise.place_id)
    )
    require(may, _("Only people of the group can close this link."))
    revoke_link(link, by=by)


def answer_through_link(
    link: OneTimeLink, *, text: str, by: Viewer, lang: str = "en", judgement: str = ""
) -> Answer | Assessment:
    """A body's own answer. It writes once, and corrects that same answer for seven days; it changes nothing of ours."""
    if not by.has_link_to("answer", link.thing_id):
        raise NotVisibleError("answer")
    require(
        policies.may_answer(link),
        _("Your answer was sent more than seven days ago and stands as it is. Write to the group to add to it."),
    )
    text, lang = read_words(text, most=LONGEST), read_lang(lang)
    with transaction.atomic():
        # Locked, so that two presses of the button are one answer.
        link = OneTimeLink.objects.select_for_update().get(pk=link.pk)
        if not policies.may_answer(link):
            raise NotVisibleError("answer")
        body = PublicBody.objects.get(pk=link.details["body"])
        if link.kind == "demand":
            row: Answer | Assessment = _answer_demand(link, body, text, lang)
        else:
            row = _answer_promise(link, body, text, lang, judgement)
        audit.record("corrected" if link.spent_on else "answered", row, by=by, group_id=link.group_id)
        if link.spent_on is None:
            link.until = max(link.until, today() + policies.CORRECTION)
            link.save(update_fields=["until"])
            spend_link(link, by=by)
    return row


def _answer_demand(link: OneTimeLink, body: PublicBody, text: str, lang: str) -> Answer:
    demand = Demand.objects.select_related("issue__place", "group").get(pk=link.thing_id)
    if demand.visibility != Visibility.PUBLIC or demand.group.state != GroupState.OPEN:
        raise NotVisibleError(demand.pk)
    row, _made = Answer.objects.update_or_create(
        link_id=link.pk,
        defaults={"text": text, "lang": lang, "on": today(demand.issue.place.zone)},
        create_defaults={
            "demand": demand,
            "body": body,
            "answered_by": AnsweredBy.LINK,
            "text": text,
            "lang": lang,
            "on": today(demand.issue.place.zone),
        },
    )
    return row


def _answer_promise(link: OneTimeLink, body: PublicBody, text: str, lang: str, judgement: str) -> Assessment:
    if judgement not in THEIR_JUDGEMENTS:
        raise RefusedError(_("Choose what you say became of it."), field="judgement")
    promise = Promise.objects.select_related("place").get(pk=link.thing_id)
    if promise.standing != Standing.ACCEPTED:
        raise NotVisibleError(promise.pk)
    day = today(promise.place.zone)
    row, _made = Assessment.objects.update_or_create(
        link_id=link.pk,
        defaults={"text": text, "lang": lang, "judgement": judgement, "on": day},
        create_defaults={
            "promise": promise,
            "side": Side.THEY,
            "body": body,
            "answered_by": AnsweredBy.LINK,
            "text": text,
            "lang": lang,
            "judgement": judgement,
            "on": day,
        },
    )
    return row


def _check_asked(demand: Demand, body: PublicBody) -> None:
    if not demand.on_whom.filter(body=body).exists():
        raise RefusedError(_("This demand is not on that body."), field="body")


def _make(kind: str, thing_id: str, body: PublicBody, by: Viewer, group_id: str = "") -> tuple[OneTimeLink, str]:
    return make_link(
        "answer",
        by=by,
        until=today() + OPEN_FOR,
        kind=kind,
        thing_id=thing_id,
        group_id=group_id,
        details={"body": body.pk},
    )
