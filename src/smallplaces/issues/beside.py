"""Rights stand beside issues and beside the boxes of their trees."""

from __future__ import annotations

from types import MappingProxyType

from smallplaces.core.viewers import Viewer
from smallplaces.issues.models import Cause, CauseRight, Issue, IssueRight
from smallplaces.issues.policies import may_work_on_issue
from smallplaces.issues.queries.boxes import causes_in_sight
from smallplaces.issues.queries.sight import closed_sentences, issues_in_sight, source_of
from smallplaces.norms.linking import Linkable, Said, register


def _said(row: Issue | Cause, group_id: str) -> Said:
    """The words, where the group that holds them may still read what they were made from."""
    ours = Viewer(roles=MappingProxyType({group_id: "member"}))
    closed = source_of(row) in closed_sentences([row], ours)
    return Said("" if closed else row.text, row.lang)


def said_of_issue(issue: Issue) -> Said:
    """An issue's own words."""
    return _said(issue, issue.group_id)


def said_of_cause(cause: Cause) -> Said:
    """The words of a box."""
    return _said(cause, cause.issue.group_id)


def may_link_cause(viewer: Viewer, cause: Cause) -> bool:
    """As the issue itself."""
    return may_work_on_issue(viewer, cause.issue)


def register_kinds() -> None:
    """Called once, when the app is ready."""
    register(Linkable("issue", IssueRight, issues_in_sight, said_of_issue, may_work_on_issue))
    register(
        Linkable(
            "cause", CauseRight, causes_in_sight, said_of_cause, may_link_cause, "issue__place_id", "issue__group_id"
        )
    )
