"""Writes of issues: each is one transaction with its policy and its line in the audit."""

from smallplaces.issues.actions.around import (
    add_duty,
    add_gain,
    add_power_line,
    add_power_lines,
    link_issues,
    remove_duty,
    remove_gain,
    remove_power_line,
    unlink_issues,
)
from smallplaces.issues.actions.causes import CauseDraft, add_cause, add_causes, change_cause, remove_cause
from smallplaces.issues.actions.opening import gather, let_go, open_issue
from smallplaces.issues.actions.showing import (
    check_publishing,
    note_disagreement,
    publish_issue,
    set_issue_state,
    translate_issue,
)

__all__ = [
    "CauseDraft",
    "add_cause",
    "add_causes",
    "add_duty",
    "add_gain",
    "add_power_line",
    "add_power_lines",
    "change_cause",
    "check_publishing",
    "gather",
    "let_go",
    "link_issues",
    "note_disagreement",
    "open_issue",
    "publish_issue",
    "remove_cause",
    "remove_duty",
    "remove_gain",
    "remove_power_line",
    "set_issue_state",
    "translate_issue",
    "unlink_issues",
]
