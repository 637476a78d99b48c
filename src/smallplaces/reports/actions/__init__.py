"""Writes about reports."""

from smallplaces.reports.actions.drafting import name_section, publish_report, start_report, use_at_home, use_no_more
from smallplaces.reports.actions.editions import hand_in, hand_over
from smallplaces.reports.actions.paragraphs import (
    change_paragraph,
    cite,
    move_paragraph,
    remove_paragraph,
    translate_paragraph,
    uncite,
    write_paragraph,
)
from smallplaces.reports.actions.profiles import load_profiles

__all__ = [
    "change_paragraph",
    "cite",
    "hand_in",
    "hand_over",
    "load_profiles",
    "move_paragraph",
    "name_section",
    "publish_report",
    "remove_paragraph",
    "start_report",
    "translate_paragraph",
    "uncite",
    "use_at_home",
    "use_no_more",
    "write_paragraph",
]
