"""A group says what a right or an article means in its place: for itself first, for everybody once it wants that."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import TAG
from smallplaces.groups.enums import GroupState
from smallplaces.groups.models import Group
from smallplaces.groups.queries import AT_WORK
from smallplaces.norms.models import MeaningNote, Provision, Right
from smallplaces.norms.policies import may_change_note, may_sign_for

LONGEST = 5000
CHOICES = (Visibility.PRIVATE, Visibility.PUBLIC)


def note_meaning(group: Group, beside: Right | Provision, *, text: str, lang: str = "en", by: Viewer) -> MeaningNote:
    """What a right or a provision means at the group's place, in its words; private first. Raises RefusedError."""
    require(may_sign_for(by, group), _("Only people of this group can write in its name."))
    if group.state not in AT_WORK:
        raise RefusedError(_("This group is not at work: it writes nothing."), field="group")
    end = {"right": beside} if isinstance(beside, Right) else {"provision": beside}
    words = _checked(text, lang)
    with transaction.atomic():
        Group.objects.select_for_update().get(pk=group.pk)
        if MeaningNote.objects.filter(group=group, place=group.place_id, lang=lang, **end).exists():
            raise RefusedError(
                _("%(group)s wrote this already. Change it there.") % {"group": group.name}, field="text"
            )
        row = MeaningNote.objects.create(
            group=group, place_id=group.place_id, text=words, lang=lang, made_on=today(group.place.zone), **end
        )
        audit.record("written", row, by=by)
    return row


def change_meaning(row: MeaningNote, *, text: str, lang: str, by: Viewer) -> MeaningNote:
    """Other words, or another language. Raises RefusedError."""
    require(may_change_note(by, row), _("Only the group that wrote this changes it."))
    words = _checked(text, lang)
    same = MeaningNote.objects.filter(
        group=row.group_id, place=row.place_id, lang=lang, right=row.right_id, provision=row.provision_id
    )
    with transaction.atomic():
        if same.exclude(pk=row.pk).exists():
            raise RefusedError(_("Your group wrote this in that language already."), field="lang")
        fields = [name for name, value in (("text", words), ("lang", lang)) if getattr(row, name) != value]
        row.text, row.lang = words, lang
        if fields:
            row.save(update_fields=fields)
            audit.record("changed", row, by=by, fields=fields)
    return row


def show_meaning(row: MeaningNote, *, visibility: str, by: Viewer) -> MeaningNote:
    """Who reads it: the group's own people, or everybody once the group is open. Raises RefusedError."""
    require(may_change_note(by, row), _("Only the group that wrote this says who reads it."))
    if visibility not in CHOICES:
        raise RefusedError(_("Choose from the list who can see it."), field="visibility")
    if visibility == Visibility.PUBLIC and row.group.state != GroupState.OPEN:
        raise RefusedError(_("A group can publish once a second holder is in."), field="visibility")
    with transaction.atomic():
        row.visibility = visibility
        row.save(update_fields=["visibility"])
        audit.record("published", row, by=by, fields=["visibility"])
    return row


def _checked(text: str, lang: str) -> str:
    words = text.strip()
    if not words:
        raise RefusedError(_("Write what it means here, in your own words."), field="text")
    if len(words) > LONGEST:
        raise RefusedError(_("These are many words. Write at most 5,000 letters."), field="text")
    if not TAG.fullmatch(lang):
        raise RefusedError(_("Write the language as its short code: en, es, ar, pt-BR."), field="lang")
    return words
