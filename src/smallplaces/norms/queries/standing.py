"""How each norm stands in a country: it binds the State, it is a standard we hold up, or we have not checked."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import FilteredRelation, Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from smallplaces.core.viewers import Viewer
from smallplaces.norms.enums import Bond, NormKind, TreatyStanding
from smallplaces.norms.models import Norm, Ratification
from smallplaces.norms.queries.norms import norms_visible_to
from smallplaces.places.countries import country_called

# Names of States that English says with an article.
WITH_ARTICLE = (
    "United ",
    "Republic of ",
    "Kingdom of ",
    "Bahamas",
    "Comoros",
    "Gambia",
    "Maldives",
    "Netherlands",
    "Philippines",
    "Seychelles",
)


@dataclass(frozen=True)
class Standing:
    """One of three, never two. `words` say it whole; `why` says why a text is held up and does not bind.

    `since` is the year as the source has it, `checked` when that source was looked at, `note` what it leaves open.
    """

    bond: Bond
    words: str
    why: str = ""
    since: str = ""
    source: str = ""
    checked: str = ""
    note: str = ""


@dataclass(frozen=True)
class NormBond:
    """A norm with its standing in a country."""

    id: str
    code: str
    slug: str
    name: str
    lang: str
    dir: str
    norm_kind: str
    kind_words: str
    standing: Standing


def bond(norm: Norm, country: str, *, own_name: str = "") -> Standing:
    """How a norm stands in a country (two letters). One query for a treaty, none for what can never bind."""
    row = Ratification.objects.filter(norm=norm, state=country).first() if norm.kind == NormKind.TREATY else None
    told = (row.standing, row.since, row.source, row.checked, row.note) if row else None
    return _standing(norm.kind, state_called(country, own_name), told)


def bonds_for(country: str, viewer: Viewer, *, own_name: str = "") -> tuple[NormBond, ...]:
    """How every text of the catalogue stands in a country; goals, which are none of the three, are left out. One query."""
    its = FilteredRelation("ratifications", condition=Q(ratifications__state=country))
    columns = ("its__standing", "its__since", "its__source", "its__checked", "its__note")
    rows = norms_visible_to(viewer).filter(group=None).exclude(kind=NormKind.GOALS).annotate(its=its)
    state = state_called(country, own_name)
    return tuple(
        NormBond(
            id=row["pk"],
            code=row["code"],
            slug=row["slug"],
            name=row["name"],
            lang=row["lang"],
            dir=Norm(lang=row["lang"]).dir,
            norm_kind=row["kind"],
            kind_words=str(NormKind(row["kind"]).label),
            standing=_standing(row["kind"], state, tuple(row[name] for name in columns) if row[columns[0]] else None),
        )
        for row in rows.values("pk", "code", "slug", "name", "lang", "kind", *columns)
    )


def state_called(country: str, own_name: str = "") -> str:
    """A State's name in the reader's language, as it stands within a sentence."""
    lang = get_language() or "en"
    name = country_called(country, lang, own_name)
    if lang.startswith("en") and (name.startswith(WITH_ARTICLE) or name.endswith((" Islands", " Republic"))):
        return f"the {name}"
    return name


def _standing(kind: str, state: str, told: tuple[str, ...] | None) -> Standing:
    if kind != NormKind.TREATY:
        return Standing(Bond.HELD_UP, str(Bond.HELD_UP.label), why=_why_never(kind))
    if told is None:
        return Standing(
            Bond.NOT_CHECKED,
            str(Bond.NOT_CHECKED.label),
            why=_("no source here says whether it binds %(state)s") % {"state": state},
        )
    standing, since, source, checked, note = told
    if standing == TreatyStanding.PARTY:
        words = _("binds %(state)s since %(year)s") if since else _("binds %(state)s")
        return Standing(Bond.BINDS, words % {"state": state, "year": since}, "", since, source, checked, note)
    return Standing(
        Bond.HELD_UP, str(Bond.HELD_UP.label), _why_not(standing, state, since), since, source, checked, note
    )


def _why_never(kind: str) -> str:
    """Why a text of this kind binds nobody by itself."""
    return {
        NormKind.DECLARATION.value: _("a declaration: States agreed to it, and it binds none by itself"),
        NormKind.PRINCIPLES.value: _("principles of a movement: they bind whoever signs them"),
        NormKind.CITY_CHARTER.value: _("a charter of local governments: it binds those that signed it"),
    }.get(kind, _("goals: they help to read rights and are none"))


def _why_not(standing: str, state: str, since: str) -> str:
    """What a State did that is no party."""
    names = {"state": state, "year": since}
    if standing == TreatyStanding.SIGNATORY:
        return (
            _("%(state)s signed it in %(year)s and has not ratified it")
            if since
            else _("%(state)s signed it and has not ratified it")
        ) % names
    return _("%(state)s has neither signed nor ratified it") % names
