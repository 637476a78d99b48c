"""The words of the kit, our own, as files: the sheets that are printed, the session plans, and guides for steps.

One TOML file a text and language, so that a translator opens one file and nothing else. A file that lacks a key, or
has one too many, does not load; minutes that do not sum up to what a plan says are found by a test.
"""

from smallplaces.meetings.kit.words import (
    GUIDES,
    PLANS,
    SHEET_LANGUAGES,
    TEXT_LANGUAGES,
    Box,
    Guide,
    Heads,
    Part,
    Plan,
    Sheet,
    Wrong,
    guide,
    guides,
    heads,
    language_for,
    plan,
    plans,
    sheet,
)

__all__ = [
    "GUIDES",
    "PLANS",
    "SHEET_LANGUAGES",
    "TEXT_LANGUAGES",
    "Box",
    "Guide",
    "Heads",
    "Part",
    "Plan",
    "Sheet",
    "Wrong",
    "guide",
    "guides",
    "heads",
    "language_for",
    "plan",
    "plans",
    "sheet",
]
