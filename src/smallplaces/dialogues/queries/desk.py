"""Dialogues inside their group: every number, and every statement whatever its standing."""

from __future__ import annotations

from smallplaces.core.clock import today
from smallplaces.core.consent import may_use, permitted
from smallplaces.core.enums import Use
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.lines import DialogueDesk, ExactLine
from smallplaces.dialogues.models import Dialogue, Statement
from smallplaces.dialogues.queries.sight import dialogues_visible_to


def get_dialogue(dialogue_id: str, *, viewer: Viewer) -> Dialogue:
    """One dialogue of the viewer's own groups, for an action. One query. Raises NotVisibleError."""
    row = dialogues_visible_to(viewer).filter(pk=dialogue_id, group_id__in=viewer.group_ids).first()
    if row is None:
        raise NotVisibleError(dialogue_id)
    return row


def get_statement(statement_id: str, *, viewer: Viewer) -> Statement:
    """One statement of the viewer's own groups, for an action. One query. Raises NotVisibleError."""
    rows = Statement.objects.filter(pk=statement_id, dialogue__group_id__in=viewer.group_ids)
    row = rows.select_related("dialogue__group", "dialogue__place").first()
    if row is None:
        raise NotVisibleError(statement_id)
    return row


def dialogue_desk(dialogue_id: str, *, viewer: Viewer) -> DialogueDesk:
    """One dialogue for its own people. Three queries. Raises NotVisibleError."""
    row = get_dialogue(dialogue_id, viewer=viewer)
    return DialogueDesk(
        id=row.pk,
        title=row.title,
        lang=row.lang,
        dir=row.dir,
        place_slug=row.place.slug,
        fictional=row.place.fictional,
        group_id=row.group_id,
        told=row.told,
        source=row.source,
        url=row.url,
        visibility=row.visibility,
        people=row.people,
        answers=row.answers,
        events=row.events,
        statements=tuple(statements_of_dialogue(row)),
    )


def statements_of_dialogue(dialogue: Dialogue) -> list[ExactLine]:
    """Its statements, most answered first. The caller has looked whose dialogue it is. Two queries."""
    rows = list(dialogue.statements.all())
    rows.sort(key=lambda one: (-(one.agrees + one.disagrees + one.passes), one.number))
    quotable = permitted("statement", [one.pk for one in rows], Use.QUOTED, today(dialogue.place.zone))
    return [_exact(one, one.pk in quotable) for one in rows]


def exact_line(statement: Statement) -> ExactLine:
    """One statement inside its group. The caller has looked whose it is. One query."""
    zone = statement.dialogue.place.zone
    return _exact(statement, may_use("statement", statement.pk, Use.QUOTED, today(zone)))


def _exact(row: Statement, quotable: bool) -> ExactLine:  # noqa: FBT001
    return ExactLine(
        id=row.pk,
        number=row.number,
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        standing=row.standing,
        standing_words=str(row.get_standing_display()),
        seed=row.seed,
        agrees=row.agrees,
        disagrees=row.disagrees,
        passes=row.passes,
        said_agrees=row.said_agrees,
        said_disagrees=row.said_disagrees,
        quotable=quotable,
        taken_back=row.taken_back_on is not None,
    )
