"""The statements that rights can stand beside, as far as a viewer may read them."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from smallplaces.core.clock import today
from smallplaces.core.consent import permitted
from smallplaces.core.enums import Use
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.enums import StatementStanding
from smallplaces.dialogues.models import Statement
from smallplaces.groups.queries import held_by_visible_groups


def statements_beside_rights(viewer: Viewer) -> QuerySet[Statement]:
    """All of the viewer's own dialogues; of others the shown ones that rights stand beside and that may be quoted today. Two queries at once."""
    ours = Q(dialogue__group_id__in=viewer.group_ids)
    seen = held_by_visible_groups("dialogue", viewer, prefix="dialogue__")
    shown = Q(standing=StatementStanding.SHOWN, taken_back_on=None)
    others = Statement.objects.filter(seen & shown, rights__isnull=False).exclude(ours)
    ids = list(others.order_by().values_list("pk", flat=True).distinct())
    quoted = permitted("statement", ids, Use.QUOTED, today()) if ids else frozenset()
    return Statement.objects.filter(ours | Q(pk__in=quoted)).select_related("dialogue__group", "dialogue__place")
