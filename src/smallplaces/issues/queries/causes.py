"""The tree of an issue."""

from __future__ import annotations

from collections import defaultdict

from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.issues.enums import CauseLevel
from smallplaces.issues.lines import CauseNode
from smallplaces.issues.models import Cause, Issue
from smallplaces.issues.queries.sight import closed_sentences, issues_in_sight, one_in_sight, sees_tree, source_of


def tree_of(issue_id: str | Issue, *, viewer: Viewer) -> tuple[CauseNode, ...]:
    """The boxes at the top, each with those under it; nothing where the tree is the group's own. At most four queries."""
    issue = one_in_sight(issue_id, viewer)
    if not sees_tree(viewer, issue):
        return ()
    causes = list(Cause.objects.filter(issue=issue).order_by("position", "id"))
    closed = closed_sentences(causes, viewer)
    under: dict[str | None, list[Cause]] = defaultdict(list)
    for cause in causes:
        under[cause.parent_id].append(cause)
    return _nodes(None, under, closed)


def get_cause(cause_id: str, *, viewer: Viewer) -> Cause:
    """One box, for an action. One query. Raises NotVisibleError."""
    cause = (
        Cause.objects.filter(pk=cause_id, issue__in=issues_in_sight(viewer))
        .select_related("issue__group", "issue__place")
        .first()
    )
    if cause is None or not sees_tree(viewer, cause.issue):
        raise NotVisibleError(cause_id)
    return cause


def _nodes(parent: str | None, under: dict[str | None, list[Cause]], closed: frozenset[str]) -> tuple[CauseNode, ...]:
    return tuple(_node(cause, under, closed) for cause in under[parent])


def _node(cause: Cause, under: dict[str | None, list[Cause]], closed: frozenset[str]) -> CauseNode:
    hidden = source_of(cause) in closed
    gone = hidden or cause.taken_back_on is not None
    name = cause.get_root_name_display() if cause.root_name else ""
    level = cause.get_level_display()
    return CauseNode(
        id=cause.pk,
        text="" if gone else cause.text,
        lang=cause.lang,
        dir=cause.dir,
        taken_back=gone,
        level=f"{level}: {name}" if name else level,
        level_key=cause.level,
        root=cause.level == CauseLevel.ROOT,
        root_name=cause.root_name,
        made_in=cause.made_in,
        made_in_words=cause.get_made_in_display(),
        from_sentence_id="" if hidden else cause.from_sentence_id or "",
        children=_nodes(cause.pk, under, closed),
    )
