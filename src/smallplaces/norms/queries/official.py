"""Official texts of articles: in which languages we have them, and one article in one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from smallplaces.core.refusals import RefusedError
from smallplaces.norms.enums import NormKind
from smallplaces.norms.models import ArticleText, Norm


@dataclass(frozen=True)
class Official:
    """The official text of one article. Paragraphs stand on their own lines."""

    lang: str
    dir: str
    title: str
    paragraphs: tuple[str, ...]
    source: str


def norm_of_code(code: str) -> Norm:
    """A text of the catalogue by its code, whatever the case. Raises RefusedError with the codes that are known."""
    norms = {norm.code.upper(): norm for norm in Norm.objects.exclude(code="").order_by("added_on", "code")}
    if code.strip().upper() not in norms:
        known = ", ".join(norms) or _("none; run smallplaces import catalogue")
        raise RefusedError(
            _("The catalogue has no text called “%(code)s”. Known here: %(known)s.")
            % {"code": code[:40], "known": known},
            field="instrument",
        )
    return norms[code.strip().upper()]


def languages_of(version_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """In which languages the official text of each version is here. One query."""
    found: dict[str, list[str]] = defaultdict(list)
    rows = ArticleText.objects.filter(version_id__in=list(version_ids)).order_by("lang")
    for version_id, lang in rows.values_list("version_id", "lang").distinct():
        found[version_id].append(lang)
    return {version_id: tuple(langs) for version_id, langs in found.items()}


def official_texts(version_id: str, number: str) -> dict[str, Official]:
    """The article in every language that is here, by language; a lettered heading has its whole article's. One query."""
    rows = ArticleText.objects.filter(version_id=version_id, number=number.partition("(")[0]).order_by("lang")
    return {row.lang: Official(row.lang, row.dir, row.title, tuple(row.text.splitlines()), row.source) for row in rows}


def texts_to_bring() -> list[tuple[str, str]]:
    """Code and name of each text of the catalogue of which an official text can come in, for a form. One query."""
    kinds = (NormKind.TREATY, NormKind.DECLARATION, NormKind.CITY_CHARTER, NormKind.PRINCIPLES)
    rows = Norm.objects.filter(kind__in=kinds).exclude(code="").order_by("name")
    return [(norm.code, norm.name) for norm in rows]
