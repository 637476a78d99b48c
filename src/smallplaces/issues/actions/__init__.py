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
from smallplaces.issues.actions.ranking import (
    RankDraft,
    add_priority,
    rank_issues,
    remove_priority,
    remove_ranking,
)
from smallplaces.issues.actions.showing import (
    check_publishing,
    note_disagreement,
    publish_issue,
    set_issue_state,
    translate_issue,
)
from smallplaces.issues.actions.statements import (
    gather_statements,
    let_go_statement,
    open_issue_from_statement,
)

__all__ = [
    "CauseDraft",
    "RankDraft",
    "add_cause",
    "add_causes",
    "add_duty",
    "add_gain",
    "add_power_line",
    "add_power_lines",
    "add_priority",
    "change_cause",
    "check_publishing",
    "gather",
    "gather_statements",
    "let_go",
    "let_go_statement",
    "link_issues",
    "note_disagreement",
    "open_issue",
    "open_issue_from_statement",
    "publish_issue",
    "rank_issues",
    "remove_cause",
    "remove_duty",
    "remove_gain",
    "remove_power_line",
    "remove_priority",
    "remove_ranking",
    "set_issue_state",
    "translate_issue",
    "unlink_issues",
]
