"""A record that a search found, as a page, JSON and CSV show it: its kind in words, its address, why it was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _lazy

from smallplaces.core.search import Hit, Piece, Reason
from smallplaces.web.templatetags.addresses import tail

KINDS: Mapping[str, LazyText] = {
    "place": _lazy("place"),
    "milestone": _lazy("from the history of a place"),
    "claim": _lazy("said about a place"),
    "right": _lazy("right"),
    "norm": _lazy("text of the world"),
    "provision": _lazy("article"),
    "goal": _lazy("goal: it helps to read rights and is none"),
    "articletext": _lazy("official text of an article"),
    "recommendation": _lazy("recommendation to a State"),
    "act": _lazy("local text"),
    "clause": _lazy("from a local text"),
    "promise": _lazy("promise"),
}
# What a reader chooses among.
GROUPS: Mapping[str, tuple[LazyText, tuple[str, ...]]] = {
    "places": (_lazy("places"), ("place", "milestone", "claim")),
    "texts": (_lazy("local texts and promises"), ("act", "clause", "promise")),
    "rights": (_lazy("rights and articles"), ("right", "norm", "provision", "articletext")),
    "recommendations": (_lazy("recommendations"), ("recommendation",)),
}
REASONS: Mapping[Reason, LazyText] = {
    Reason.BEGINNING: _lazy("has a word that begins so"),
    Reason.SPELLING: _lazy("has a word written much like it"),
    Reason.SOME: _lazy("has some of the words"),
}
DECLARATION = "udhr"
GOALS = "sdg"


@dataclass(frozen=True)
class FoundLine:
    """One record that was found. `marked` are its words that matched."""

    kind: str
    id: str
    kind_words: str
    title: str
    text: str
    around: str
    lang: str
    dir: str
    url: str
    fictional: bool
    reason: str
    reason_words: str
    marked: tuple[str, ...]


def found_line(hit: Hit) -> FoundLine:
    """A hit in words."""
    matched = (piece.text for piece in (*hit.title, *hit.snippet) if piece.marked)
    return FoundLine(
        kind=hit.kind,
        id=hit.id,
        kind_words=str(KINDS.get("goal" if hit.kind == "provision" and hit.parts[0] == GOALS else hit.kind, hit.kind)),
        title=_whole(hit.title),
        text=_whole(hit.snippet),
        around=hit.around,
        lang=hit.lang,
        dir=hit.dir,
        url=_address(hit),
        fictional=hit.fictional,
        reason=hit.reason,
        reason_words=str(REASONS.get(hit.reason, "")),
        marked=tuple(dict.fromkeys(matched)),
    )


def _whole(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _place(hit: Hit) -> str:
    return reverse("public:place", args=hit.parts) if hit.parts else ""


def _clause(hit: Hit) -> str:
    act_id, title = hit.parts
    return f"{reverse('public:act', args=[act_id, tail(title)])}#clause-{hit.id}"


def _provision(hit: Hit) -> str:
    """The article's own page: an article of the Declaration has one in every language."""
    slug, number = hit.parts
    if slug == DECLARATION and number.isdecimal():
        return reverse("public:declaration", args=[number])
    return _own("provision", slug, number) or reverse("public:norm", args=[slug])


def _own(name: str, *arguments: str) -> str:
    """A page by its name; empty where there is none of that name."""
    try:
        return reverse(f"public:{name}", args=arguments)
    except NoReverseMatch:
        return ""


WAYS: Mapping[str, Callable[[Hit], str]] = {
    "place": _place,
    "milestone": _place,
    "claim": _place,
    "right": lambda hit: _own("right", *hit.parts),
    "norm": lambda hit: reverse("public:norm", args=hit.parts),
    "provision": _provision,
    "articletext": _provision,
    "recommendation": lambda hit: _own("recommendation", hit.id),
    "act": lambda hit: reverse("public:act", args=[hit.id, tail(_whole(hit.title))]),
    "clause": _clause,
    "promise": lambda hit: reverse("public:promise", args=[hit.id]),
}


def _address(hit: Hit) -> str:
    way = WAYS.get(hit.kind)
    return way(hit) if way else ""
