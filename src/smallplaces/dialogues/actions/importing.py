"""Bringing in a dialogue that was held with another tool: its statements, and of each person the last answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.actions import give_permission
from smallplaces.core.clock import today
from smallplaces.core.enums import DecidedBy, Use, Visibility
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import TAG
from smallplaces.dialogues.actions.votes import write_votes
from smallplaces.dialogues.enums import Answered, StatementStanding
from smallplaces.dialogues.exports import Counted, Export, Said, counted
from smallplaces.dialogues.models import Dialogue, Participant, Statement
from smallplaces.dialogues.policies import may_bring_in
from smallplaces.groups.actions.keepers import only_group, open_keepers
from smallplaces.groups.models import Group
from smallplaces.places.models import Place

UNKNOWN = (Use.READ, Use.COUNTED)  # nobody told what people were told: counted here and quoted nowhere else
OFFERED = (Use.READ, Use.COUNTED, Use.PARAPHRASED, Use.QUOTED, Use.REPORTED, Use.SHARED)
TOLD, TITLE, ADDRESS = 500, 500, 1000
MOST_COUNTED = 2**31 - 1  # what a column of whole numbers holds on every database


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is said with an export: from where, in which language, what people were told, and what that allows.

    `open_waiting` shows statements at which no moderator had looked.
    """

    source: str
    lang: str = "en"
    told: str = ""
    uses: Sequence[str] = UNKNOWN
    open_waiting: bool = False


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What came in. Not `is_new`: it was here already, and nothing was written."""

    dialogue: Dialogue
    counted: Counted
    is_new: bool
    group_opened: bool = False


def import_polis(place: Place, *, export: Export, group: Group | None = None, wish: Wish, by: Viewer) -> Imported:
    """Writes a dialogue with its statements and last answers, in one transaction. Raises NotAllowedError, RefusedError.

    Without a group the only one of the place holds it; where there is none, "Keepers of this record" is opened.
    People get fresh random ids; no time, name or number of the export is kept.
    """
    _check(export, wish)
    with transaction.atomic():
        held = group or only_group(place)
        holder = held or open_keepers(place, by=by)
        may = may_bring_in(by, holder) or (held is None and by.is_steward)
        require(may, _("Only people of this group can bring a dialogue in for it."))
        Group.objects.select_for_update().get(pk=holder.pk)  # the same export at once, twice: the second one waits
        known = Dialogue.objects.filter(group=holder, sha256=export.sha256).first()
        count = counted(export, open_waiting=wish.open_waiting)
        if known:
            return Imported(dialogue=known, counted=count, is_new=False)
        dialogue = _write(place, holder, export, wish, count)
        audit.record("loaded", dialogue, by=by, fields=["statements", "participants"])
    return Imported(dialogue=dialogue, counted=count, is_new=True, group_opened=held is None)


def _check(export: Export, wish: Wish) -> None:
    if not any(one.text for one in export.statements):
        raise RefusedError(_("There is no statement with words in it. Bring the whole export."), field="export")
    if any(max(one.number, one.said_agrees or 0, one.said_disagrees or 0) > MOST_COUNTED for one in export.statements):
        raise RefusedError(
            _("A number in it is larger than any conversation has. Get the export again, and bring it as it came."),
            field="export",
        )
    if not wish.source.strip():
        raise RefusedError(_("Say where this export is from, so that others can find it."), field="source")
    if not TAG.fullmatch(wish.lang):
        raise RefusedError(_("Write the language as its short code: en, es, ar, pt-BR."), field="lang")
    if len(wish.told) > TOLD:
        raise RefusedError(_("What people were told has room for 500 characters. Say it shorter."), field="told")
    if not set(wish.uses) <= set(OFFERED):
        raise RefusedError(_("Choose from the list what may be done with their words."), field="uses")
    if not wish.told.strip() and not set(wish.uses) <= set(UNKNOWN):
        raise RefusedError(
            _("First say what people were told. Unknown means: counted here, and quoted nowhere else."), field="told"
        )


def _write(place: Place, group: Group, export: Export, wish: Wish, count: Counted) -> Dialogue:
    tallies = Counter(zip(export.numbers, export.values, strict=True))
    dialogue = Dialogue.objects.create(
        group=group,
        visibility=Visibility.PRIVATE,
        made_on=today(place.zone),
        place=place,
        lang=wish.lang,
        title=export.topic[:TITLE] or _("A conversation held with Polis"),
        description=export.description,
        url=export.url[:ADDRESS] if export.url.startswith(("https://", "http://")) else "",
        source=wish.source.strip()[:ADDRESS],
        told=wish.told.strip(),
        people=count.people,
        answers=count.answers,
        events=export.events,
        sha256=export.sha256,
    )
    rows = Statement.objects.bulk_create(
        _statement(dialogue, one, tallies, wish) for one in export.statements if one.text
    )
    uses = {*UNKNOWN, *wish.uses}
    give_permission(
        "statement", [row.pk for row in rows], uses=uses, decided_by=DecidedBy.IMPORT, told=wish.told.strip()
    )
    _write_answers(dialogue, export, {row.number: row.pk for row in rows})
    return dialogue


def _write_answers(dialogue: Dialogue, export: Export, statements: dict[int, str]) -> None:
    given = [
        (who, statements[number], value)
        for who, number, value in zip(export.persons, export.numbers, export.values, strict=True)
        if number in statements
    ]
    people = sorted({who for who, _statement, _value in given})
    # in the order of their random ids: the tables are kept by key, and rows that come in order are written fastest
    rows = sorted((Participant(dialogue=dialogue) for _one in people), key=lambda one: one.pk)
    Participant.objects.bulk_create(rows, batch_size=2000)
    ids = {who: row.pk for who, row in zip(people, rows, strict=True)}
    write_votes(sorted((ids[who], statement, value) for who, statement, value in given))


def _statement(dialogue: Dialogue, one: Said, tallies: Counter[tuple[int, int]], wish: Wish) -> Statement:
    return Statement(
        dialogue=dialogue,
        text=one.text,
        lang=wish.lang,
        number=one.number,
        standing=_standing(one.moderated, wish),
        seed=one.seed,
        meta=one.meta,
        agrees=tallies[one.number, Answered.AGREE],
        disagrees=tallies[one.number, Answered.DISAGREE],
        passes=tallies[one.number, Answered.PASS],
        said_agrees=one.said_agrees,
        said_disagrees=one.said_disagrees,
    )


def _standing(moderated: int, wish: Wish) -> str:
    if moderated < 0:
        return StatementStanding.NOT_SHOWN
    return StatementStanding.SHOWN if moderated or wish.open_waiting else StatementStanding.WAITING
