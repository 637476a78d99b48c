"""Articles and principles in templates: `{{ ref|provision_url }}`, `{{ ref|provision_name }}`, `{% for text in refs|by_text %}`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import template

from smallplaces.norms.queries.rights import ProvisionRef
from smallplaces.web import norm_words

register = template.Library()


@register.filter
def provision_url(ref: ProvisionRef) -> str:
    """The page of an article."""
    return norm_words.provision_url(ref.norm_slug, ref.number)


@register.filter
def provision_name(ref: ProvisionRef) -> str:
    """ "Article 11" or what its text calls it."""
    return norm_words.called(ref.norm_kind, ref.number)


@register.filter
def by_text(refs: Iterable[ProvisionRef]) -> list[dict[str, Any]]:
    """Articles under the texts that they stand in, in their order."""
    found = [list(one) for _slug, one in groupby(refs, key=lambda ref: ref.norm_slug)]
    return [{"code": one[0].norm_code or one[0].norm_name, "name": one[0].norm_name, "refs": one} for one in found]
