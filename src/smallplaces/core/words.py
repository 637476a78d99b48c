"""Words are never a bare column: they have a language, and with it a direction."""

from __future__ import annotations

import re

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from smallplaces.core.tables import Record

# Scripts written from right to left, by the language's first part where no script is named.
RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku-arab", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"}
)
RIGHT_TO_LEFT_SCRIPTS = frozenset({"arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"})
_NO_LETTER = re.compile(r"[\W_]+")
TAG = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")

is_language_tag = RegexValidator(rf"\A{TAG.pattern}\Z", _("Write the language as its short code: en, es, ar, pt-BR."))


def direction(lang: str) -> str:
    """ "rtl" or "ltr" of a BCP 47 tag: a named script decides, else the language."""
    parts = lang.lower().split("-")
    for part in parts[1:]:
        if len(part) == 4 and part.isalpha():
            return "rtl" if part in RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if parts[0] in RIGHT_TO_LEFT else "ltr"


class Spoken(models.Model):
    """A record whose own columns of words are in one language."""

    lang = models.CharField(max_length=35, default="en", validators=[is_language_tag])

    class Meta:
        abstract = True

    @property
    def dir(self) -> str:
        """The direction in which these words are written."""
        return direction(self.lang)


class Words(Spoken):
    """A record that is, first of all, some words in a language."""

    text = models.TextField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text


class Translation(Words, Record):
    """Human or machine words beside the first ones. A kind's own table adds the key and "one a language"."""

    by_words = models.CharField(max_length=200, blank=True)
    machine = models.BooleanField(default=False)
    accepted_by_id = models.CharField(max_length=26, blank=True)

    class Meta:
        abstract = True


def holds_words(paragraph: str, sentence: str) -> bool:
    """Whether a paragraph has a sentence's own words in it, whatever the case and the signs between them."""
    held, said = (" ".join(_NO_LETTER.sub(" ", one.casefold()).split()) for one in (paragraph, sentence))
    return bool(said) and f" {said} " in f" {held} "
