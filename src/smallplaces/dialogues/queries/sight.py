"""What of dialogues a viewer may read: one set of conditions for every query."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from smallplaces.core.clock import today
from smallplaces.core.consent import permitted
from smallplaces.core.enums import Use
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.enums import StatementStanding
from smallplaces.dialogues.lines import StatementLine
from smallplaces.dialogues.models import Dialogue, Statement
from smallplaces.dialogues.wording import in_words
from smallplaces.engines.disclosure import safe_row
from smallplaces.groups.queries import held_by_visible_groups


def dialogues_visible_to(viewer: Viewer) -> QuerySet[Dialogue]:
    """The dialogues that exist for this viewer."""
    rows = Dialogue.objects.filter(held_by_visible_groups("dialogue", viewer))
    return rows.select_related("group", "place").order_by("-made_on", "title", "id")


def statements_visible_to(viewer: Viewer) -> QuerySet[Statement]:
    """Before permissions are asked (`readable`): the group's own; of others what is shown and was not taken back."""
    own = Q(dialogue__group_id__in=viewer.group_ids)
    shown = Q(standing=StatementStanding.SHOWN, taken_back_on=None)
    rows = Statement.objects.filter(own | (shown & held_by_visible_groups("dialogue", viewer, "dialogue__")))
    return rows.select_related("dialogue__place").order_by("dialogue_id", "number")


def readable(rows: Iterable[Statement], viewer: Viewer) -> list[Statement]:
    """Outside its group a statement is quoted, so its permission is asked. One query, none where all are the viewer's own."""
    found = list(rows)
    outside = [row.pk for row in found if not viewer.is_member_of(row.dialogue.group_id)]
    quoted = permitted("statement", outside, Use.QUOTED, today()) if outside else frozenset()
    return [row for row in found if row.pk in quoted or viewer.is_member_of(row.dialogue.group_id)]


def line_of(row: Statement, viewer: Viewer) -> StatementLine:
    """A statement with its safe row."""
    safe = safe_row(row.agrees, row.disagrees, row.passes)
    return StatementLine(
        id=row.pk,
        dialogue_id=row.dialogue_id,
        dialogue_title=row.dialogue.title,
        dialogue_lang=row.dialogue.lang,
        number=row.number,
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        answers=safe,
        words=in_words(safe),
        place_slug=row.dialogue.place.slug,
        fictional=row.dialogue.place.fictional,
        taken_back=row.taken_back_on is not None,
        ours=viewer.is_member_of(row.dialogue.group_id),
    )


def in_safe_order(lines: Iterable[StatementLine]) -> list[StatementLine]:
    """By what everybody may know alone, so that the order tells no more: most agreed first, hidden rows last by number."""
    return sorted(lines, key=lambda one: (one.answers.hidden, -(one.answers.agree or 0), one.number))
