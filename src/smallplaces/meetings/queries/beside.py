"""The sentences that rights stand beside, as far as a viewer may read them."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from smallplaces.core.clock import today
from smallplaces.core.consent import permitted
from smallplaces.core.enums import Use
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.meetings.enums import SentenceReach
from smallplaces.meetings.models import Sentence


def sentences_beside_rights(viewer: Viewer) -> QuerySet[Sentence]:
    """All of the viewer's own rooms; of other rooms the public ones that rights stand beside and that may be quoted today. Two queries at once."""
    ours = Q(room__meeting__group_id__in=viewer.group_ids)
    public = Q(reach=SentenceReach.PUBLIC, taken_back_on=None, room__meeting__group__state=GroupState.OPEN)
    others = Sentence.objects.filter(public, rights__isnull=False).exclude(ours)
    ids = list(others.order_by().values_list("pk", flat=True).distinct())
    quoted = permitted("sentence", ids, Use.QUOTED, today()) if ids else frozenset()
    return Sentence.objects.filter(ours | Q(pk__in=quoted)).select_related("room__meeting__group__place")
