"""Reads of issues, always with a viewer. Pages get lines; actions get models."""

from smallplaces.issues.queries.around import (
    duties_of,
    gains_of,
    get_duty,
    get_gain,
    get_link,
    get_power_line,
    links_of,
    power_sheet_for,
)
from smallplaces.issues.queries.causes import get_cause, tree_of
from smallplaces.issues.queries.issues import (
    get_issue,
    issue_for,
    issues_by_ids,
    issues_of_group,
    issues_of_place,
    issues_using_sentences,
)
from smallplaces.issues.queries.ranking import (
    find_priority,
    find_ranking,
    first_at_place,
    ranking_of_room,
    rankings_with_issue,
)
from smallplaces.issues.queries.statements import issues_with_statements, statements_under

__all__ = [
    "duties_of",
    "find_priority",
    "find_ranking",
    "first_at_place",
    "gains_of",
    "get_cause",
    "get_duty",
    "get_gain",
    "get_issue",
    "get_link",
    "get_power_line",
    "issue_for",
    "issues_by_ids",
    "issues_of_group",
    "issues_of_place",
    "issues_using_sentences",
    "issues_with_statements",
    "links_of",
    "power_sheet_for",
    "ranking_of_room",
    "rankings_with_issue",
    "statements_under",
    "tree_of",
]
