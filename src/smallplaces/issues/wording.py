"""Reading words that somebody typed, before they are kept."""

from __future__ import annotations

from django.utils.translation import gettext as _

from smallplaces.core.refusals import RefusedError
from smallplaces.core.words import TAG

LONGEST = 2000


def read_words(text: str, *, field: str = "text", most: int = LONGEST) -> str:
    """The words without blanks around them. Raises RefusedError where there are none or more than `most` characters."""
    words = read_note(text, field=field, most=most)
    if not words:
        raise RefusedError(_("There are no words yet. Write them, or choose a sentence."), field=field)
    return words


def read_note(text: str, *, field: str, most: int = LONGEST) -> str:
    """Words that may be left out. Raises RefusedError for more than `most` characters."""
    # PostgreSQL keeps no zero character, and nobody types one.
    words = text.replace("\x00", "").strip()
    if len(words) > most:
        sentence = _("This is longer than %(most)s characters. Shorten it and send it again; nothing was lost.")
        raise RefusedError(sentence % {"most": most}, field=field)
    return words


def read_choice(value: str, choices: list[str], *, field: str) -> str:
    """One of a closed list. Raises RefusedError for anything else."""
    if value not in choices:
        raise RefusedError(_("Choose one of the list. Nothing was kept."), field=field)
    return value


def read_lang(lang: str) -> str:
    """A language by its short code. Raises RefusedError for what is none."""
    if TAG.fullmatch(lang) is None or len(lang) > 35:
        raise RefusedError(_("Write the language as its short code: en, es, ar, pt-BR."), field="lang")
    return lang
