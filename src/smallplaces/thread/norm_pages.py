"""An article and a right as people read them: with the official text, and with where each was used."""

from __future__ import annotations

from dataclasses import dataclass

from smallplaces.core.viewers import Viewer
from smallplaces.norms.queries.official import Official, official_texts
from smallplaces.norms.queries.provisions import ProvisionPage, provision_page
from smallplaces.norms.queries.rights import RightPage, right_page
from smallplaces.thread.rights import Use, uses_of_provision, uses_of_right


@dataclass(frozen=True, kw_only=True)
class ProvisionRead:
    """An article, its official text in the languages that were asked for, and all languages in which it is here."""

    provision: ProvisionPage
    texts: tuple[Official, ...]
    languages: tuple[str, ...]
    uses: tuple[Use, ...]
    fictional: bool


@dataclass(frozen=True, kw_only=True)
class RightRead:
    """A right, and where it was used."""

    page: RightPage
    uses: tuple[Use, ...]


def provision_read(slug: str, number: str, *, viewer: Viewer, langs: tuple[str, ...] = ()) -> ProvisionRead:
    """One article. Of `langs` the first that is here counts, and the second beside it; English where none is. Raises NotVisibleError."""
    provision = provision_page(slug, number, viewer=viewer)
    texts = official_texts(provision.version_id, provision.number)
    wanted = dict.fromkeys(found for lang in langs if (found := _nearest(lang, texts)))
    wanted = wanted or dict.fromkeys([_nearest("en", texts) or next(iter(texts))] if texts else [])
    return ProvisionRead(
        provision=provision,
        texts=tuple(texts[lang] for lang in wanted),
        languages=tuple(texts),
        uses=uses_of_provision(provision.id, viewer),
        fictional=provision.fictional,
    )


def right_read(slug: str, *, viewer: Viewer, lang: str = "") -> RightRead:
    """One right, in a language where it was asked for. Raises NotVisibleError."""
    page = right_page(slug, viewer=viewer, lang=lang)
    return RightRead(page=page, uses=uses_of_right(page.right.id, viewer))


def _nearest(lang: str, texts: dict[str, Official]) -> str:
    """The text in this language, else in one that begins as it does; "" for none."""
    wanted = lang.lower()
    first = wanted.partition("-")[0]
    exact = (one for one in texts if one.lower() == wanted)
    return next(exact, "") or next((one for one in texts if first and one.lower().partition("-")[0] == first), "")
