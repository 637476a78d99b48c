"""Bringing in a whole text at once: the text, its version, its clauses. Promises are made of it by people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Unpack

from django.db import transaction
from django.db.models import Q

from smallplaces.commitments.actions.acts import (
    ActFacts,
    add_act,
    add_version,
    answer_demand_with,
    read_text,
    sha256_of,
)
from smallplaces.commitments.actions.cards import fill_card, waiting_card
from smallplaces.commitments.enums import ActKind
from smallplaces.commitments.models import Act, ActVersion, Demand
from smallplaces.core.enums import MadeIn, Visibility
from smallplaces.core.viewers import Viewer
from smallplaces.engines import anatomy
from smallplaces.groups.models import Group
from smallplaces.groups.queries import held_by_visible_groups
from smallplaces.places.models import Place


@dataclass(frozen=True)
class ImportedAct:
    """What an import did: `is_new` is False where the text was here already, and then nothing was written.

    `was_card` says that the text was known by name and has its words only now.
    """

    act: Act
    is_new: bool
    was_card: bool = False
    version: ActVersion | None = None
    binds: bool = False


def import_act(
    place: Place,
    *,
    text: str,
    source: str,
    by: Viewer,
    kind: str = ActKind.OTHER,
    title: str = "",
    lang: str = "en",
    group: Group | None = None,
    demands: Sequence[Demand] = (),
    made_in: str = MadeIn.DESK,
    stage: str = "",
    visibility: str = Visibility.PUBLIC,
    **facts: Unpack[ActFacts],
) -> ImportedAct:
    """Brings in a text with its clauses, all or nothing. `facts` are those of `add_act`, `made_in` of links to `demands`.

    It is here already when the place has a text of this kind with this number; without a number, when the same words
    are here. Then nothing is written and it is not an error. A card of this number or title gets the text.
    Raises NotAllowedError, RefusedError.
    """
    words = read_text(text)
    number = facts.get("number", "").strip()
    card = None if group else waiting_card(place, kind=kind, number=number, title=title)
    known = None if card else already_there(place, kind=kind, number=number, words=words, group=group, by=by)
    if known is not None:
        return ImportedAct(known, is_new=False)
    parts = anatomy.split(words, lang=lang)
    told = title.strip() or parts.title[:500] or first_words(words)
    with transaction.atomic():
        if card is not None:
            act = fill_card(card, kind=kind, facts={**facts, "title": title.strip()}, source=source, by=by)
        else:
            whose: dict[str, Any] = {"group": group, "visibility": visibility, "source": source, "by": by}
            act = add_act(place, kind=kind, title=told, lang=lang, **whose, **facts)
        version = add_version(act, text=words, lang=lang, stage=stage, on=facts.get("on", ""), by=by)
        if demands:
            answer_demand_with(act, demands, made_in=made_in, by=by)
    return ImportedAct(act, is_new=True, was_card=card is not None, version=version, binds=parts.binds)


def already_there(place: Place, *, kind: str, number: str, words: str, group: Group | None, by: Viewer) -> Act | None:
    """The same text, if this place has it: common ones, and what the viewer's groups show."""
    seen = Q(group__isnull=True) | held_by_visible_groups("act", by)
    rows = Act.objects.filter(seen, place=place)
    if number and group is None:
        return rows.filter(kind=kind, number=number, group__isnull=True).first()
    return rows.filter(versions__sha256=sha256_of(words)).first()


def first_words(words: str) -> str:
    """What a text without a title is called: its first line, at most 120 characters of it."""
    line = next(line for line in words.splitlines() if line.strip()).strip()
    return line if len(line) <= 120 else line[:119].rstrip() + "…"
