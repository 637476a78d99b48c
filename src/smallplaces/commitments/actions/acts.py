"""Texts that commit: common ones, and what a group pledged."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from smallplaces.commitments import finding, policies
from smallplaces.commitments.actions.standing import check_visibility, settle, stands
from smallplaces.commitments.enums import ActKind, VersionStage
from smallplaces.commitments.models import Act, ActDemand, ActVersion, Clause, Demand
from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.dates import columns
from smallplaces.core.enums import MadeIn, Standing, Visibility
from smallplaces.core.models import File
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.engines import anatomy
from smallplaces.groups.models import Group
from smallplaces.issues.wording import read_choice, read_lang, read_words
from smallplaces.places.models import Place, PublicBody

# Characters of one text: the longest code that a council passes, and a form's limit in any script.
LONGEST = 600_000
# What a person may change of a text's facts; its words come as a new version.
CHANGEABLE = frozenset(
    {
        "kind",
        "title",
        "number",
        "body",
        "body_words",
        "status",
        "vote",
        "url",
        "lesson",
        "numbers_in_words",
        "on",
        "lang",
        "source",
    }
)


class ActFacts(TypedDict, total=False):
    """What else may be known of a text. Dates are a day, a month or a year."""

    number: str
    on: str | dt.date
    body: PublicBody | None
    status: str
    vote: str
    url: str
    lesson: str
    numbers_in_words: str


def add_act(
    place: Place,
    *,
    kind: str,
    title: str,
    source: str,
    by: Viewer,
    lang: str = "en",
    group: Group | None = None,
    visibility: str = Visibility.PUBLIC,
    **facts: Unpack[ActFacts],
) -> Act:
    """Adds a text that commits. Without a group it is a common record; with one it is the group's own pledge.

    Raises NotAllowedError, RefusedError.
    """
    if group is not None:
        require(policies.may_write_for(group, by), _("Only people of the group can write down what it pledged."))
        check_visibility(visibility, group)
    act = Act(
        place=place,
        kind=read_choice(kind, ActKind.values, field="kind"),
        title=read_words(title, field="title", most=500),
        group=group,
        visibility=visibility,
        lang=read_lang(lang),
        **stands(place, source=source, held=group is not None, by=by),
    )
    _set(act, facts)
    with transaction.atomic():
        _keep(act)
        audit.record("added", act, by=by)
        finding.renew_act(act)
    return act


def add_version(
    act: Act,
    *,
    text: str,
    by: Viewer,
    lang: str = "",
    stage: str = VersionStage.NOT_STATED,
    on: str | dt.date = "",
    file: File | None = None,
) -> ActVersion:
    """Adds a version of the whole text and splits it into its clauses; nothing of it is left out. Raises RefusedError."""
    proposing = act.standing == Standing.PROPOSED and act.proposed_by_id == by.account_id
    require(policies.may_change_act(act, by) or proposing, _("Only people who know this place can add to this text."))
    words = read_text(text)
    sha256 = sha256_of(words)
    if act.versions.filter(sha256=sha256).exists():
        raise RefusedError(_("This very text is here already. Nothing was changed."), field="text")
    last = act.versions.aggregate(last=Max("position"))["last"]
    with transaction.atomic():
        version = ActVersion.objects.create(
            act=act,
            text=words,
            lang=read_lang(lang or act.lang),
            stage=read_choice(stage, VersionStage.values, field="stage"),
            file=file,
            sha256=sha256,
            position=0 if last is None else last + 1,
            **columns("on", on),
        )
        _split(version)
        audit.record("added", version, by=by, group_id=act.group_id or "")
        finding.renew_act(act)
    return version


def _split(version: ActVersion) -> None:
    pieces = anatomy.split(version.text, lang=version.lang).pieces
    Clause.objects.bulk_create(
        Clause(
            version=version,
            position=position,
            kind=piece.kind.value,
            label=piece.label[:40],
            level=piece.level,
            start=piece.start,
            end=piece.end,
            text=piece.text,
        )
        for position, piece in enumerate(pieces)
    )


def change_act(act: Act, *, changes: Mapping[str, Any], source: str, by: Viewer) -> Act:
    """Changes facts of a text; a common one keeps its former values, with the source of the new ones."""
    require(policies.may_change_act(act, by), _("Only people who know this place can change this."))
    unknown = set(changes) - CHANGEABLE
    if unknown:
        raise ValueError(unknown)
    before = {name: getattr(act, name) for name in changes}
    _set(act, changes)
    with transaction.atomic():
        _keep(act)
        if not act.group_id:
            audit.record_change(
                act, {name: (before[name], getattr(act, name)) for name in changes}, by=by, source=source
            )
        audit.record("changed", act, by=by, fields=changes)
        finding.renew_act(act)
    return act


def publish_act(act: Act, *, visibility: str, by: Viewer) -> Act:
    """Shows a group's pledge to everybody, to named groups, or to its own people alone."""
    require(policies.may_write_for(act.group, by), _("Only people of the group can decide who reads its pledge."))
    if act.group is not None:
        check_visibility(visibility, act.group)
    with transaction.atomic():
        act.visibility = visibility
        act.save(update_fields=["visibility"])
        audit.record("published", act, by=by, fields=["visibility"])
    return act


def accept_act(act: Act, *, by: Viewer) -> Act:
    """Accepts a text that somebody proposed."""
    settle(act, Standing.ACCEPTED, by)
    return act


def refuse_act(act: Act, *, by: Viewer) -> Act:
    """Says no to a text that somebody proposed. It is kept, and shown to nobody."""
    settle(act, Standing.REFUSED, by)
    return act


def answer_demand_with(act: Act, demands: Sequence[Demand], *, made_in: str = MadeIn.DESK, by: Viewer) -> None:
    """Says that a text answers demands, also where it promised nothing: a motion that lapsed; and where that was found.

    Raises NotAllowedError, RefusedError.
    """
    require(
        all(policies.may_change_demand(one, by) for one in demands),
        _("Only people of the group that asks can say what answers it."),
    )
    made = {"made_in": read_choice(made_in, MadeIn.values, field="made_in"), "made_on": today(act.place.zone)}
    with transaction.atomic():
        for demand in demands:
            row, is_new = ActDemand.objects.get_or_create(act=act, demand=demand, defaults=made)
            if is_new:
                audit.record("linked", row, by=by, group_id=demand.group_id)


def answer_demand_no_more(act: Act, demands: Sequence[Demand], *, by: Viewer) -> None:
    """Undoes such a link; the text and the demand stay. Raises NotAllowedError."""
    require(
        all(policies.may_change_demand(one, by) for one in demands),
        _("Only people of the group that asks can say what answers it."),
    )
    with transaction.atomic():
        for row in ActDemand.objects.filter(act=act, demand__in=demands).select_related("demand"):
            audit.record("unlinked", row, by=by, group_id=row.demand.group_id)
            row.delete()


def read_text(text: str) -> str:
    """A whole text with one kind of line end and without the marks that files begin with. Raises RefusedError."""
    words = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if not words.strip():
        raise RefusedError(_("There are no words in this text. Nothing was saved."), field="text")
    if len(words) > LONGEST:
        raise RefusedError(
            _("This text is longer than 600,000 characters. Bring it in parts. Nothing was saved."), field="text"
        )
    return words


def sha256_of(text: str) -> str:
    """The checksum by which a text is known again: of its words, whatever the space around them."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def _set(act: Act, facts: Mapping[str, Any]) -> None:
    for name, value in facts.items():
        if name == "on":
            for column, one in columns("on", value).items():
                setattr(act, column, one)
        else:
            setattr(act, name, value.strip() if isinstance(value, str) else value)


def _keep(act: Act) -> None:
    """Checks and saves; the same number twice in a place is the same text."""
    try:
        act.clean_fields()
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise RefusedError(messages[0], field=field) from error
    try:
        with transaction.atomic():
            act.save()
    except IntegrityError as error:
        if not act.number or act.group_id:
            raise
        raise RefusedError(
            _("A %(kind)s with the number %(number)s is here already at this place.")
            % {"kind": act.get_kind_display(), "number": act.number},
            field="number",
        ) from error
