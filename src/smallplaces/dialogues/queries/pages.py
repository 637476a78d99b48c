"""Dialogues for everybody: safe rows, and words only where what people were told allows quoting them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import Count, Q, QuerySet

from smallplaces.core.clock import today
from smallplaces.core.consent import permitted
from smallplaces.core.enums import Use
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import direction
from smallplaces.dialogues.enums import StatementStanding
from smallplaces.dialogues.lines import DialogueLine, DialoguePage
from smallplaces.dialogues.models import Dialogue, Statement
from smallplaces.dialogues.queries.sight import dialogues_visible_to, in_safe_order, line_of
from smallplaces.engines.disclosure import about


def dialogues_of_place(place_id: str, *, viewer: Viewer) -> list[DialogueLine]:
    """The dialogues of a place, newest first. One query."""
    return _lines(dialogues_visible_to(viewer).filter(place_id=place_id))


def dialogues_of_group(group_id: str, *, viewer: Viewer) -> list[DialogueLine]:
    """The dialogues that a group holds, newest first. One query."""
    return _lines(dialogues_visible_to(viewer).filter(group_id=group_id))


def lines_by_ids(ids: Sequence[str], *, viewer: Viewer) -> list[DialogueLine]:
    """Those of these dialogues that exist for the viewer. One query."""
    return _lines(dialogues_visible_to(viewer).filter(pk__in=ids))


def dialogue_page(dialogue_id: str, *, viewer: Viewer) -> DialoguePage:
    """One dialogue as everybody reads it; its own people too, for whom `dialogue_desk` has the rest. Raises NotVisibleError.

    Three queries, however many statements there are.
    """
    row = dialogues_visible_to(viewer).filter(pk=dialogue_id).first()
    if row is None:
        raise NotVisibleError(dialogue_id)
    every = list(row.statements.order_by("number"))
    shown = [one for one in every if one.standing == StatementStanding.SHOWN and one.taken_back_on is None]
    quoted = permitted("statement", [one.pk for one in shown], Use.QUOTED, today(row.place.zone))
    standing = Counter(one.standing for one in every if one.taken_back_on is None)
    read = [one for one in shown if one.pk in quoted]
    return DialoguePage(
        id=row.pk,
        title=row.title,
        description=row.description,
        lang=row.lang,
        dir=direction(row.lang),
        url=row.url,
        source=row.source,
        origin_words=str(row.get_origin_display()),
        told=row.told,
        place_id=row.place_id,
        place_slug=row.place.slug,
        place_name=row.place.name,
        fictional=row.place.fictional,
        group_id=row.group_id,
        group_name=row.group.name,
        group_slug=row.group.slug,
        answered=about(row.people),
        brought_on=row.made_on,
        visibility=row.visibility,
        ours=viewer.is_member_of(row.group_id),
        statement_count=len(every),
        not_shown=standing[StatementStanding.NOT_SHOWN],
        waiting=standing[StatementStanding.WAITING],
        kept=len(shown) - len(read),
        statements=tuple(in_safe_order(line_of(one, viewer) for one in _of(row, read))),
    )


def _of(dialogue: Dialogue, rows: Iterable[Statement]) -> list[Statement]:
    """The statements with their dialogue at hand, so that none asks for it again."""
    found = list(rows)
    for one in found:
        one.dialogue = dialogue
    return found


def _lines(rows: QuerySet[Dialogue]) -> list[DialogueLine]:
    live = Count("statements", filter=Q(statements__taken_back_on=None))
    return [
        DialogueLine(
            id=one.pk,
            title=one.title,
            lang=one.lang,
            dir=one.dir,
            place_slug=one.place.slug,
            place_name=one.place.name,
            fictional=one.place.fictional,
            group_name=one.group.name,
            answered=about(one.people),
            statements=one.said,
            brought_on=one.made_on,
            visibility=one.visibility,
        )
        for one in rows.annotate(said=live)
    ]
