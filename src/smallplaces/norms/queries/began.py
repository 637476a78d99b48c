"""What a group answered when it began, as its page says it. "Not yet" is an answer."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import Definition, TalkedWith
from smallplaces.groups.models import Group
from smallplaces.norms.queries.sign_ons import SignOnLine, sign_ons_of_group


@dataclass(frozen=True)
class Began:
    """Nothing that was not asked is shown: empty words are no answer. `lang` and `dir` are of the group's own words."""

    started_by: str
    definition: str
    definition_words: str
    talked_with: str
    talked_with_words: str
    sign_ons: tuple[SignOnLine, ...]
    signed_not_yet: bool
    lang: str
    dir: str

    @property
    def is_anything(self) -> bool:
        """Whether there is something to show."""
        told = (self.started_by, self.definition, self.definition_words, self.talked_with, self.talked_with_words)
        return any(told) or bool(self.sign_ons) or self.signed_not_yet


def began(group: Group, *, viewer: Viewer) -> Began:
    """The answers of a group that the viewer may see. One query."""
    sign_ons = sign_ons_of_group(group.pk, viewer=viewer)
    return Began(
        started_by=str(group.get_started_by_display()) if group.started_by else "",
        definition=_definition(group),
        definition_words=group.definition_words,
        talked_with=_talked_with(group),
        talked_with_words=group.talked_with_words,
        sign_ons=sign_ons,
        signed_not_yet=group.principles_not_yet and not sign_ons,
        lang=group.lang,
        dir=group.dir,
    )


def _definition(group: Group) -> str:
    if group.definition == Definition.NOT_YET:
        return _("Not yet: we have not talked about it.")
    return str(group.get_definition_display()) if group.definition not in ("", Definition.OWN) else ""


def _talked_with(group: Group) -> str:
    if group.talked_with == TalkedWith.NOT_YET:
        return _("Not yet.")
    return _("Yes.") if group.talked_with == TalkedWith.SAID and not group.talked_with_words else ""
