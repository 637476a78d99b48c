"""Rights beside things, as components read them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse

from smallplaces.norms.queries.links import Pointed
from smallplaces.thread.beside import RightHere

register = template.Library()


@register.filter
def right_address(to: Pointed) -> str:
    """The page of a right, or of an article in its text; empty where there is none."""
    article = [("provision", [to.norm_slug, to.number]), ("norm", [to.norm_slug])]
    for name, arguments in [("right", [to.slug])] if to.right_id else article:
        try:
            return reverse(f"public:{name}", args=arguments)
        except NoReverseMatch:
            continue
    return ""


@register.filter
def rights_shown(rights: Iterable[RightHere]) -> list[dict[str, Any]]:
    """Rights and articles as `_components/rights.html` reads them."""
    return [
        {
            "name": one.to.name,
            "lang": one.to.lang,
            "dir": one.to.dir,
            "article": one.to.article,
            "url": right_address(one.to),
            "binds": bool(one.standing and one.standing.bond == "binds"),
            "words": one.standing.words if one.standing else "",
            "beside": one.beside,
        }
        for one in rights
    ]
