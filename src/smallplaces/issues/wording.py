"""Reading words that somebody typed, before they are kept."""

from __future__ import annotations

from django.utils.translation import gettext as _

from smallplaces.core.refusals import RefusedError
from smallplaces.meetings.lines import clean, language, words_within

LONGEST = 2000


def read_words(text: str, *, field: str = "text", most: int = LONGEST) -> str:
    """Clean words on one line. Raises RefusedError where there are none or more than `most` characters."""
    if not clean(text):
        raise RefusedError(_("There are no words yet. Write them, or choose a sentence."), field=field)
    return words_within(text, most, field=field)


def read_note(text: str, *, field: str, most: int = LONGEST) -> str:
    """Clean words of one or more lines that may be left out. Raises RefusedError for more than `most` characters."""
    return words_within(text, most, field=field, lines=True, empty=True)


def read_choice(value: str, choices: list[str], *, field: str) -> str:
    """One of a closed list. Raises RefusedError for anything else."""
    if value not in choices:
        raise RefusedError(_("Choose one of the list. Nothing was kept."), field=field)
    return value


def read_lang(lang: str) -> str:
    """A language by its short code. Raises RefusedError for what is none."""
    return language(lang)
