"""Putting a typing mistake right, while nothing has been made from the sentence."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit, ends
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.residue import leave_no_trace
from smallplaces.core.viewers import Viewer
from smallplaces.meetings.enums import SaidBy, SentenceKind
from smallplaces.meetings.lines import SENTENCE_LENGTH, language, words_within
from smallplaces.meetings.models import Room, Sentence
from smallplaces.meetings.policies import may_write_down


def correct_sentence(sentence: Sentence, *, text: str, kind: str, said_by: str, lang: str, by: Viewer) -> Sentence:
    """Writes a sentence as it was said, where it was mistyped; how far it may go stays as the room decided.

    Translations of words that change go, for they say the former ones; nothing keeps those. Raises RefusedError where
    the sentence was taken back, where something was made from it, and for a field that cannot be kept.
    """
    meeting = sentence.room.meeting
    require(may_write_down(by, meeting), _("A sentence is put right by the group or its facilitator."))
    facts = {
        "text": words_within(text, SENTENCE_LENGTH, field="text"),
        "kind": _one_of(SentenceKind.values, kind, "kind"),
        "said_by": _one_of(SaidBy.values, said_by, "said_by"),
        "lang": language(lang),
    }
    with transaction.atomic():
        Room.objects.select_for_update().get(pk=sentence.room_id)
        row = Sentence.objects.select_for_update().get(pk=sentence.pk)
        _check_free(row)
        _check_not_doubled(row, facts["text"])
        changed = [name for name, value in facts.items() if getattr(row, name) != value]
        if changed:
            _keep(row, {name: facts[name] for name in changed})
            audit.record("changed", row, by=by, fields=changed, group_id=meeting.group_id)
    return row


def _one_of(values: list[str], value: str, field: str) -> str:
    if value not in values:
        raise RefusedError(_("Choose from the list."), field=field)
    return value


def _check_free(row: Sentence) -> None:
    if row.taken_back_on is not None:
        raise RefusedError(_("These words were taken back; there is nothing left to put right."))
    if ends.uses_of("sentence", [row.pk]):
        raise RefusedError(
            _(
                "Something was made from this sentence, so its words are in use there. Take it back and type it again; nothing was changed."
            )
        )


def _check_not_doubled(row: Sentence, text: str) -> None:
    if Sentence.objects.filter(room_id=row.room_id, text=text).exclude(pk=row.pk).exists():
        raise RefusedError(
            _("The room's sheet has this sentence already, word for word. Take this one back instead."), field="text"
        )


def _keep(row: Sentence, facts: dict[str, str]) -> None:
    if "text" in facts or "lang" in facts:
        row.translations.all().delete()
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=[*facts])
    if "text" in facts:
        transaction.on_commit(leave_no_trace)
