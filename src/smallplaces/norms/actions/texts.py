"""Official texts of treaties by article come in, checked against the headings of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.ids import fixed_id
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import TAG
from smallplaces.norms import finding
from smallplaces.norms.actions.settling import Values, Wanted, settle
from smallplaces.norms.declaration import code_for
from smallplaces.norms.models import ArticleText, Norm, NormVersion
from smallplaces.norms.policies import may_load_catalogue

DECLARATION = "UDHR"
# Of all words of two titles, how many must be the same: copies differ by a word, treaties by more.
ALIKE = 0.7


@dataclass(frozen=True)
class OfficialText:
    """A text as a file has it: its articles are (title, text) in their order. `further` are texts that follow in the file."""

    lang: str
    title: str
    articles: Sequence[tuple[str, str]]
    source: str
    further: Sequence[str] = ()


@dataclass(frozen=True)
class TextBrought:
    """What a file came to: how many articles are new, how many were put right, how many were here already."""

    norm: Norm
    lang: str
    articles: int
    made: int
    changed: int
    further: Sequence[str] = ()


def import_norm_text(norm: Norm, text: OfficialText, *, by: Viewer) -> TextBrought:
    """Keeps the official text of each whole article in one language; a former text of it is replaced. Raises RefusedError.

    A file that has more or fewer articles than the catalogue, or another title, is refused whole. The Universal
    Declaration is here already, in all of its languages.
    """
    require(may_load_catalogue(by), _("Only a steward can bring official texts in."))
    if not TAG.fullmatch(text.lang):
        raise RefusedError(_("Write the language as its short code: en, es, ar, pt-BR."), field="lang")
    version = norm.versions.order_by("-position").first()
    whole = _whole_articles(version)
    _check(norm, text, whole)
    if norm.code == DECLARATION:
        if not code_for(text.lang):
            raise RefusedError(_("The Universal Declaration comes with this software; not yet in this language."))
        return TextBrought(norm, text.lang, len(whole), 0, 0, text.further)
    with transaction.atomic():
        made, changed = _settle(version, text, whole)
        if made or changed:
            audit.record("loaded", norm, by=by, fields=[f"text_{text.lang}"])
            finding.renew_norms([norm.pk])
    return TextBrought(norm, text.lang, len(whole), made, changed, text.further)


def _whole_articles(version: NormVersion | None) -> list[str]:
    """The numbers of the articles, without those of their paragraphs: 5, and not 5(a)."""
    if version is None:
        raise RefusedError(_("The catalogue has no articles of this text. Run: smallplaces import catalogue"))
    numbers = version.provisions.order_by("position").values_list("number", flat=True)
    return [number for number in numbers if "(" not in number]


def _check(norm: Norm, text: OfficialText, whole: list[str]) -> None:
    if text.lang.startswith("en") and text.title and not _is_title_of(norm, text.title):
        raise RefusedError(
            _(
                "This file is titled “%(title)s”, and that is not %(name)s. Nothing was brought in: choose the other text."
            )
            % {"title": text.title[:120], "name": norm.name},
            field="instrument",
        )
    if len(text.articles) != len(whole):
        found = ngettext("This file has %(n)d article", "This file has %(n)d articles", len(text.articles))
        raise RefusedError(
            _("%(found)s, and %(name)s has %(whole)s. Nothing was brought in: use another copy of this text.")
            % {"found": found % {"n": len(text.articles)}, "name": norm.name, "whole": len(whole)},
            field="file",
        )


def _is_title_of(norm: Norm, title: str) -> bool:
    """Whether most of the words are the same, or the title is the code alone."""
    ours, theirs = (set(re.findall(r"\w+", words.casefold())) for words in (norm.name, title))
    return theirs == {norm.code.casefold()} or len(ours & theirs) >= ALIKE * len(ours | theirs)


def _settle(version: NormVersion | None, text: OfficialText, whole: list[str]) -> tuple[int, int]:
    key = str(version.pk if version else "")
    wanted: Wanted = {
        (key, text.lang, number): {"title": title[:300], "text": words, "position": position, "source": text.source}
        for position, (number, (title, words)) in enumerate(zip(whole, text.articles, strict=True))
    }
    settled = settle(
        ArticleText.objects.filter(version_id=key, lang=text.lang),
        ("version_id", "lang", "number"),
        wanted,
        new_id=lambda one: fixed_id("articletext", *one),
        first={"added_on": today()},
        keeps=_same_words,
    )
    return len(settled.made), len(settled.changes)


def _same_words(present: Values, wanted: Values) -> bool:
    """The same words from another copy change nothing."""
    return all(present[name] == wanted[name] for name in ("title", "text"))
