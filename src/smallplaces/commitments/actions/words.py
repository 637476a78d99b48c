"""What happened next, what they say, what we say."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.commitments import policies
from smallplaces.commitments.actions.standing import check_visibility
from smallplaces.commitments.enums import AnsweredBy, Judgement, Side
from smallplaces.commitments.models import Assessment, FollowUp, Promise
from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.dates import columns
from smallplaces.core.enums import Visibility
from smallplaces.core.models import File
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.issues.wording import read_choice, read_lang, read_note, read_words

LONGEST = 4000


def follow_up(
    promise: Promise,
    *,
    group: Group,
    on: str | dt.date,
    text: str,
    by: Viewer,
    lang: str = "en",
    source: str = "",
    file: File | None = None,
    visibility: str = Visibility.PRIVATE,
) -> FollowUp:
    """Writes down what happened next on a promise, with its evidence. `on` is a day, a month or a year."""
    _check_group(group, by, visibility)
    with transaction.atomic():
        row = FollowUp.objects.create(
            promise=promise,
            group=group,
            text=read_words(text, most=LONGEST),
            lang=read_lang(lang),
            source=source.strip()[:1000],
            file=file,
            visibility=read_choice(visibility, Visibility.values, field="visibility"),
            made_on=today(promise.place.zone),
            **columns("on", on),
        )
        audit.record("made", row, by=by)
    return row


def publish_follow_up(followup: FollowUp, *, visibility: str, by: Viewer) -> FollowUp:
    """Shows what happened to everybody, to named groups, or to the group's own people alone."""
    _check_group(followup.group, by, visibility)
    with transaction.atomic():
        followup.visibility = visibility
        followup.save(update_fields=["visibility"])
        audit.record("published", followup, by=by, fields=["visibility"])
    return followup


def assess(
    promise: Promise,
    *,
    group: Group,
    judgement: str,
    text: str,
    by: Viewer,
    lang: str = "en",
    on: dt.date | None = None,
    public: bool = True,
) -> Assessment:
    """What a group says became of a promise, with its reasons. Earlier words stay."""
    _check_group(group, by, Visibility.PUBLIC if public else Visibility.PRIVATE)
    if judgement == Judgement.DENIED:
        raise RefusedError(_("To deny a promise is for those who made it."), field="judgement")
    day = _day(promise, on)
    with transaction.atomic():
        row = Assessment.objects.create(
            promise=promise,
            side=Side.WE,
            group=group,
            judgement=read_choice(judgement, Judgement.values, field="judgement"),
            text=read_note(text, field="text", most=LONGEST),
            lang=read_lang(lang),
            on=day,
            public=public,
        )
        audit.record("made", row, by=by)
    return row


def record_their_word(
    promise: Promise,
    *,
    judgement: str,
    text: str,
    source: str,
    by: Viewer,
    lang: str = "en",
    on: dt.date | None = None,
    answered_by: str = AnsweredBy.LETTER,
) -> Assessment:
    """Types in what a body says of its promise, from a letter or the public record, with its source."""
    require(
        by.may_accept_at(promise.place_id),
        _("Only people of a group at this place can type in what a public body says."),
    )
    if promise.body is None:
        raise RefusedError(_("This promise is our own: only we can say what became of it."))
    if answered_by == AnsweredBy.LINK:
        raise ValueError("a body's own answer comes through its link")
    if not source.strip():
        raise RefusedError(_("Write where they said it: which letter, which page, which recording."), field="source")
    day = _day(promise, on)
    with transaction.atomic():
        row = Assessment.objects.create(
            promise=promise,
            side=Side.THEY,
            body=promise.body,
            judgement=read_choice(judgement, Judgement.values, field="judgement"),
            text=read_note(text, field="text", most=LONGEST),
            lang=read_lang(lang),
            on=day,
            answered_by=answered_by,
            source=source.strip()[:1000],
        )
        audit.record("recorded", row, by=by)
    return row


def _day(promise: Promise, on: dt.date | None) -> dt.date:
    """The given day, or today there. Nobody has said anything yet on a day to come."""
    day = today(promise.place.zone)
    if on is not None and on > day:
        raise RefusedError(_("This day has not come yet."), field="on")
    return on or day


def _check_group(group: Group, by: Viewer, visibility: str) -> None:
    require(policies.may_write_for(group, by), _("Only people of the group can speak for it."))
    check_visibility(visibility, group)
