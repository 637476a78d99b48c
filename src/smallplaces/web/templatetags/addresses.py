"""From a thing that a page was given to its address: `{{ thing|address }}`.

A thing is any value with `kind` and `id`. Where it does not know its place or its words, a short address leads there.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from smallplaces.thread.refs import Both, Ref

register = template.Library()
LONGEST_TAIL = 60
MOST_KNOTS = 12
# Pages of an issue that stand where its words would: the tree for the wall, and the norms behind it.
SHEETS = frozenset({"tree", "rights-sheet"})


def tail(words: str, *, gone: bool = False) -> str:
    """The last part of an address, made from present words in any script and stored nowhere."""
    if gone or not words:
        return "taken-back"
    made = slugify(words, allow_unicode=True)[:LONGEST_TAIL].strip("-_")
    return made if made and made not in SHEETS else "words"


def _slug_of(thing: Any, name: str) -> str:
    return reverse(f"public:{name}", args=[getattr(thing, "slug", "") or thing.place_slug])


def _issue(thing: Any) -> str:
    if not getattr(thing, "place_slug", ""):
        return reverse("public:issue_by_id", args=[thing.id])
    words = tail(thing.text, gone=thing.taken_back)
    return reverse("public:issue", args=[thing.place_slug, thing.id, words])


def _act(thing: Any) -> str:
    return reverse("public:act", args=[thing.id, tail(getattr(thing, "title", "") or thing.text)])


def _text_page(thing: Any) -> str:
    """The page of the text that something stands in: any last part leads there."""
    return reverse("public:act", args=[thing.of_id, tail(thing.note)])


def _clause(thing: Any) -> str:
    if not getattr(thing, "of_id", ""):
        return reverse("public:clause", args=[thing.id])
    return f"{_text_page(thing)}#clause-{thing.id}"


def _on(page: str, own: str) -> Callable[[Any], str]:
    """The address of what stands on another record's page, at a mark of its own."""
    return lambda thing: f"{reverse(f'public:{page}', args=[thing.of_id])}#{own}-{thing.id}"


def _plain(page: str) -> Callable[[Any], str]:
    return lambda thing: reverse(f"public:{page}", args=[thing.id])


def _edition(thing: Any) -> str:
    return f"{reverse('public:report', args=[getattr(thing, 'of_id', '') or thing.report_id])}#edition-{thing.id}"


WAYS: Mapping[str, Callable[[Any], str]] = {
    "place": lambda thing: _slug_of(thing, "place"),
    "group": lambda thing: _slug_of(thing, "group"),
    "meeting": _plain("meeting"),
    "room": _plain("room"),
    "sentence": _plain("sentence"),
    "dialogue": _plain("dialogue"),
    "statement": _plain("statement"),
    "issue": _issue,
    "cause": _on("issue_by_id", "cause"),
    "demand": _plain("demand"),
    "act": _act,
    "clause": _clause,
    "promise": _plain("promise"),
    "followup": _on("promise", "followup"),
    "assessment": _on("promise", "assessment"),
    "step": _plain("step"),
    "decision": _plain("decision"),
    "report": _plain("report"),
    "edition": _edition,
    "borrowing": lambda thing: f"{_text_page(thing)}#borrowing-{thing.id}",
    "file": _plain("file"),
    "paragraph": lambda thing: reverse("public:report", args=[thing.of_id]),
}


@register.filter
def address(thing: Any) -> str:
    """The address of a thing; empty for nothing, and for a kind that has no page."""
    way = WAYS.get(getattr(thing, "kind", ""))
    if way is None or not thing.id:
        return ""
    try:
        return way(thing)
    except NoReverseMatch:
        return ""


@register.filter
def linked(thing: Any) -> dict[str, Any]:
    """A thing as components read it: its fields, and `url`."""
    values = {field.name: getattr(thing, field.name) for field in dataclasses.fields(thing)}
    return {**values, "url": address(thing)}


@register.filter
def knots(refs: Iterable[Ref]) -> list[dict[str, Any]]:
    """References as `_components/thread.html` reads them; a long list ends with how many more there are."""
    every = list(refs)
    shown = [
        {
            "what": one.what,
            "text": one.text,
            "url": address(one),
            "date": one.date,
            "lang": one.lang,
            "made_in": one.made_in,
            "taken_back": one.taken_back,
        }
        for one in every[:MOST_KNOTS]
    ]
    if len(every) > MOST_KNOTS:
        shown.append({"what": "", "text": _("and %(count)d more") % {"count": len(every) - MOST_KNOTS}})
    return shown


@register.inclusion_tag("_components/thread.html")
def thread(walked: Both) -> dict[str, Any]:
    """Where a record came from and where it went, for the margin of its page: `{% thread thread %}`."""
    return {"came_from": knots(walked.came_from), "went_to": knots(walked.went_to)}
