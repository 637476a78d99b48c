"""Words come in: typed, translated, and moved between ours and public."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.actions import give_permission
from smallplaces.core.consent import latest_decision
from smallplaces.core.enums import Use
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.meetings.enums import SentenceReach
from smallplaces.meetings.lines import SENTENCE_LENGTH, Line, checked, language, words_within
from smallplaces.meetings.models import Room, Sentence, SentenceTranslation
from smallplaces.meetings.policies import may_change_meeting, may_write_down

OURS = frozenset({Use.READ})
PUBLIC = OURS | {Use.COUNTED, Use.PARAPHRASED, Use.QUOTED}
# What a room can agree to beside: in a report to the United Nations, shared with other places.
MOST_MINUTES = 30_000
BESIDE = frozenset({Use.REPORTED, Use.SHARED})


def type_sentences(
    room: Room,
    lines: Sequence[Line],
    *,
    uses: Iterable[str] = (),
    until: dt.date | None = None,
    told: str = "",
    minutes: int = 0,
    by: Viewer,
) -> list[Sentence]:
    """Writes down what the room said, at most 200 sentences, all or none, with the room's permission.

    `uses` are those of C5 and C6 that the room agreed to for its public sentences. A line that already stands in this
    room word for word is not doubled, so a second press changes nothing. `minutes` is how long the typing took; they are
    added up for the group's own season and are nobody's in particular. Returns the new sentences in the order of
    `lines`. Raises RefusedError for the first line that cannot be kept.
    """
    require(may_write_down(by, room.meeting), _("Sentences are typed by the group or its facilitator."))
    said, beside = checked(lines, room.lang), _beside(uses)
    told = words_within(told, 500, field="told", empty=True)
    if not said:
        raise RefusedError(_("Nothing is written on the sheet yet. Type at least one sentence."))
    with transaction.atomic():
        kept = Room.objects.select_for_update().get(pk=room.pk)
        seen = set(Sentence.objects.filter(room=room, taken_back_on=None).values_list("text", flat=True))
        fresh = [line for line in said if not (line.text in seen or seen.add(line.text))]  # type: ignore[func-returns-value]
        rows = Sentence.objects.bulk_create(
            Sentence(room=room, text=one.text, lang=one.lang, kind=one.kind, said_by=one.said_by, reach=one.reach)
            for one in fresh
        )
        for reach, allowed in ((SentenceReach.OURS, OURS), (SentenceReach.PUBLIC, PUBLIC | beside)):
            ids = [row.pk for row in rows if row.reach == reach]
            if ids:
                give_permission("sentence", ids, uses=allowed, until=until, told=told)
        if rows:
            if minutes > 0:
                kept.typing_minutes = min((kept.typing_minutes or 0) + minutes, MOST_MINUTES)
                kept.save(update_fields=["typing_minutes"])
            audit.record("typed", room, by=by, fields=["sentences"], group_id=room.meeting.group_id)
    return rows


def _beside(uses: Iterable[str]) -> frozenset[str]:
    asked = frozenset(uses)
    if not asked <= BESIDE | PUBLIC:
        raise RefusedError(
            _("A room's sentence has no name on it and nobody to ask again: leave those two uses out."), field="uses"
        )
    return asked & BESIDE


def change_reach(sentence: Sentence, *, reach: str, uses: Iterable[str] = (), by: Viewer) -> Sentence:
    """Makes a sentence public because the room agreed, or ours again. What was published before cannot be unread."""
    meeting = sentence.room.meeting
    require(may_write_down(by, meeting), _("The room decides this, through the group or its facilitator."))
    if reach not in SentenceReach.values:
        raise RefusedError(_("Choose from the list."), field="reach")
    if sentence.taken_back_on:
        raise RefusedError(_("These words were taken back; there is nothing left to show."))
    allowed = PUBLIC | _beside(uses) if reach == SentenceReach.PUBLIC else OURS
    with transaction.atomic():
        sentence.reach = reach
        sentence.save(update_fields=["reach"])
        # The day on which the room's permission ends, and what the room was told, hold on.
        before = latest_decision("sentence", sentence.pk)
        until, told = (before.until, before.told) if before else (None, "")
        give_permission("sentence", [sentence.pk], uses=allowed, until=until, told=told)
        audit.record("changed", sentence, by=by, fields=["reach"], group_id=meeting.group_id)
    return sentence


def translate_sentence(
    sentence: Sentence, *, text: str, lang: str, by_words: str = "", machine: bool = False, by: Viewer
) -> SentenceTranslation:
    """Puts a translation beside the first words, marked as a person's or a machine's; one a language, the latest stays."""
    meeting = sentence.room.meeting
    require(may_change_meeting(by, meeting), _("Translations are added by the members of the group."))
    if sentence.taken_back_on:
        raise RefusedError(_("These words were taken back; there is nothing left to translate."))
    lang = language(lang)
    if lang == sentence.lang:
        raise RefusedError(
            _("The sentence is in this language already. Choose the language of your translation."), field="lang"
        )
    facts = {
        "text": words_within(text, SENTENCE_LENGTH * 2, field="text"),
        "machine": machine,
        "by_words": words_within(by_words, 200, field="by_words", empty=True),
        "accepted_by_id": "" if machine else by.account_id,
    }
    with transaction.atomic():
        row, _made = SentenceTranslation.objects.update_or_create(sentence=sentence, lang=lang, defaults=facts)
        audit.record("translated", sentence, by=by, fields=["text", "lang"], group_id=meeting.group_id)
    return row
