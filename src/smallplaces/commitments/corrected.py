"""How texts take corrections up; also the words of a text that was known only by its name."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from smallplaces.commitments import actions
from smallplaces.commitments.models import Act
from smallplaces.commitments.queries import get_act
from smallplaces.core.dates import PartialDate
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.places import correcting
from smallplaces.places.correcting import Correctable, Fact
from smallplaces.places.enums import About
from smallplaces.places.models import Correction

WORDS = "words"
LONGEST_TEXT = 200_000


def register() -> None:
    """Called from `AppConfig.ready`."""
    correcting.register(About.ACT.value, find=_find, take_up=_take_up)


def _find(thing_id: str, viewer: Viewer) -> Correctable:
    """A common text. What a group pledged is its own to word."""
    act = get_act(thing_id, viewer=viewer)
    if act.group_id:
        raise NotVisibleError(thing_id)
    facts = [
        Fact("title", _("its title"), act.title, 500),
        Fact("number", _("its number"), act.number, 60),
        Fact("on", _("when it was passed"), act.on, 10, PartialDate),
        Fact("body_words", _("who passed it"), act.body.name if act.body else act.body_words, 300),
        Fact("url", _("where it can be read on the web"), act.url, 1000, _check_url),
    ]
    if not act.versions.exists():
        facts.append(Fact(WORDS, _("the text itself, which is not here yet"), "", LONGEST_TEXT))
    return Correctable(About.ACT.value, act.pk, act.title, act.lang, act.dir, act.place, tuple(facts))


def _check_url(text: str) -> None:
    if not text.startswith(("https://", "http://")) or len(text.split()) != 1:
        raise RefusedError(gettext("Write the whole address, beginning with https://."))


def _take_up(row: Correction, _beside: bool, by: Viewer) -> None:  # noqa: FBT001
    act = Act.objects.select_related("place").get(pk=row.thing_id)
    if row.field == WORDS:
        actions.add_version(act, text=row.text, lang=row.lang, by=by)
    else:
        changes: dict[str, object] = {row.field: row.text}
        if row.field == "body_words":
            changes["body"] = None
        actions.change_act(act, changes=changes, source=row.source, by=by)
