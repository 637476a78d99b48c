"""Demands: what we ask, of whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.commitments import policies
from smallplaces.commitments.actions.standing import check_visibility
from smallplaces.commitments.enums import DemandState
from smallplaces.commitments.models import Demand, DemandOn, DemandSentence
from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.consent import permitted
from smallplaces.core.ends import End
from smallplaces.core.enums import MadeIn, Use, Visibility
from smallplaces.core.refusals import NotVisibleError, RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import holds_words
from smallplaces.issues.models import Issue
from smallplaces.issues.wording import read_choice, read_lang, read_words
from smallplaces.meetings.enums import SentenceReach
from smallplaces.meetings.models import Sentence
from smallplaces.meetings.queries import find_sentences
from smallplaces.places.models import PublicBody


def make_demand(
    issue: Issue,
    *,
    text: str,
    by: Viewer,
    lang: str = "en",
    made_in: str = MadeIn.DESK,
    bodies: Sequence[PublicBody] = (),
    ourselves: bool = False,
    sentences: Sequence[Sentence] = (),
    verbatim: Sequence[Sentence] = (),
    visibility: str = Visibility.PRIVATE,
    state: str = DemandState.TALKED,
    asked_on: dt.date | None = None,
) -> Demand:
    """Makes a demand from an issue. Its words go with `verbatim` sentences when those are taken back.

    Raises NotAllowedError, NotVisibleError for a sentence out of sight, RefusedError.
    """
    require(
        policies.may_write_for(issue.group, by), _("Only people of the group that works on this can ask for something.")
    )
    check_visibility(visibility, issue.group)
    with transaction.atomic():
        demand = Demand.objects.create(
            group=issue.group,
            issue=issue,
            text=read_words(text),
            lang=read_lang(lang),
            made_in=read_choice(made_in, MadeIn.values, field="made_in"),
            visibility=read_choice(visibility, Visibility.values, field="visibility"),
            state=read_choice(state, DemandState.values, field="state"),
            asked_on=asked_on,
            made_on=today(issue.place.zone),
        )
        _put_on(demand, bodies, ourselves=ourselves)
        _make_from(demand, sentences, verbatim, by)
        _check_quotable(demand)
        audit.record("made", demand, by=by)
    return demand


def _put_on(demand: Demand, bodies: Sequence[PublicBody], *, ourselves: bool) -> None:
    if not bodies and not ourselves:
        raise RefusedError(_("Say on whom the demand is: a public body, a company, or ourselves."), field="bodies")
    DemandOn.objects.bulk_create(
        DemandOn(demand=demand, body=body) for body in {one.pk: one for one in bodies}.values()
    )
    if ourselves:
        DemandOn.objects.create(demand=demand, ourselves=True)


def _make_from(demand: Demand, sentences: Sequence[Sentence], verbatim: Sequence[Sentence], by: Viewer) -> None:
    made_from = {one.pk: one for one in [*sentences, *verbatim]}
    seen = {one.pk for one in find_sentences(made_from, viewer=by) if one.text} if made_from else set()
    if any(one.pk not in seen for one in made_from.values()):
        raise NotVisibleError("sentence")
    # A sentence that stands there word for word is held to it, ticked or not.
    words = {one.pk for one in made_from.values() if one in verbatim or holds_words(demand.text, one.text)}
    DemandSentence.objects.bulk_create(
        DemandSentence(demand=demand, sentence=one, verbatim=pk in words) for pk, one in made_from.items()
    )


def change_demand_state(demand: Demand, *, state: str, by: Viewer, asked_on: dt.date | None = None) -> Demand:
    """Says how a demand stands now. Asking for it notes the day: the given one, or today."""
    require(policies.may_change_demand(demand, by), _("Only people of the group that asks can say how it stands."))
    demand.state = read_choice(state, DemandState.values, field="state")
    if state == DemandState.ASKED:
        demand.asked_on = asked_on or demand.asked_on or today(demand.issue.place.zone)
    with transaction.atomic():
        demand.save(update_fields=["state", "asked_on"])
        audit.record("changed", demand, by=by, fields=["state", "asked_on"])
    return demand


def publish_demand(demand: Demand, *, visibility: str, by: Viewer) -> Demand:
    """Shows a demand to everybody, to groups that are named, or to its own group alone."""
    require(policies.may_change_demand(demand, by), _("Only people of the group that asks can decide who reads it."))
    check_visibility(visibility, demand.group)
    with transaction.atomic():
        demand.visibility = read_choice(visibility, Visibility.values, field="visibility")
        demand.save(update_fields=["visibility"])
        _check_quotable(demand)
        audit.record("published", demand, by=by, fields=["visibility"])
    return demand


def lose_sentences(ids: Sequence[str], by: Viewer) -> list[End]:
    """Takes sentences out of the demands made from them: the words that held one, else just the link."""
    ends = []
    rows = DemandSentence.objects.filter(sentence_id__in=ids).select_related("demand__issue__place")
    for row in rows:
        ends.append(End(row.sentence_id, "demand", row.demand_id))
        if row.verbatim and row.demand.text:
            row.demand.text = ""
            row.demand.taken_back_on = today(row.demand.issue.place.zone)
            row.demand.save(update_fields=["text", "taken_back_on"])
            row.demand.rights.all().delete()
            audit.record("taken_back", row.demand, by=by, fields=["text"])
    rows.filter(verbatim=False).delete()
    return ends


def _check_quotable(demand: Demand) -> None:
    """What others shall read must not carry a sentence that its room keeps to itself."""
    if demand.visibility == Visibility.PRIVATE:
        return
    reach_of = dict(demand.made_from.filter(verbatim=True).values_list("sentence_id", "sentence__reach"))
    allowed = permitted("sentence", reach_of, Use.QUOTED, today(demand.issue.place.zone)) if reach_of else frozenset()
    if any(reach != SentenceReach.PUBLIC or pk not in allowed for pk, reach in reach_of.items()):
        raise RefusedError(
            _(
                "This demand holds a sentence word for word that its room keeps to itself. Say it in your own words, or ask the room."
            ),
            field="visibility",
        )
