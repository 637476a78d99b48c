"""Rights and articles that somebody chooses by hand."""

from __future__ import annotations

import re

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.norms.enums import NormKind, RightCategory
from smallplaces.norms.models import Norm, Provision, Right
from smallplaces.norms.queries.links import provisions_in_sight, rights_in_words
from smallplaces.norms.queries.norms import norms_visible_to

Choice = tuple[str, str]
# "Article 11 (1)" and "art. 11.1" are meant as the list has them.
_BEFORE = re.compile(r"\A\s*(?:articles?|arts?\.?|artículos?|principles?)\s*", re.IGNORECASE)
_PART = re.compile(r"\s*[.(].*\Z")


def rights_present() -> QuerySet[Right]:
    """The rights of the list, in its order."""
    return Right.objects.filter(retired_on=None).order_by("position", "name", "pk")


def rights_to_choose() -> list[tuple[str, list[Choice]]]:
    """Every right under the heading of its category: id and short name. One query."""
    of = dict(rights_present().values_list("pk", "category"))
    named = [(of[one.right_id], one.right_id, one.name) for one in rights_in_words(rights_present())]
    return [
        (str(category.label), [(pk, name) for its, pk, name in named if its == category]) for category in RightCategory
    ]


def texts_to_choose(*, viewer: Viewer) -> list[Choice]:
    """Every text that has articles to point to: id and name. One query."""
    rows = norms_visible_to(viewer).exclude(kind=NormKind.GOALS).values_list("pk", "code", "name")
    return [(pk, f"{name} ({code})" if code else name) for pk, code, name in rows]


def find_right(right_id: str) -> Right:
    """One right of the list. One query. Raises NotVisibleError."""
    right = rights_present().filter(pk=right_id).first()
    if right is None:
        raise NotVisibleError(right_id)
    return right


def find_provision(provision_id: str, *, viewer: Viewer) -> Provision:
    """One article. One query. Raises NotVisibleError."""
    rows = provisions_in_sight(viewer).select_related("version__norm")
    row = rows.filter(pk=provision_id).first()
    if row is None:
        raise NotVisibleError(provision_id)
    return row


def provision_numbered(norm_id: str, number: str, *, viewer: Viewer) -> Provision:
    """The article of a text with this number, in its present version; a part of an article leads to the whole. Raises RefusedError."""
    number = _BEFORE.sub("", number).strip()
    rows = provisions_in_sight(viewer).filter(version__norm_id=norm_id).select_related("version__norm")
    rows = rows.order_by("-version__position", "position")
    for one in dict.fromkeys([number, number.replace(" ", ""), _PART.sub("", number)]):
        row = rows.filter(number__iexact=one).first()
        if row is not None:
            return row
    raise RefusedError(_unknown(norm_id, number, viewer), field="number")


def _unknown(norm_id: str, number: str, viewer: Viewer) -> str:
    norm = Norm.objects.filter(pk=norm_id, pk__in=norms_visible_to(viewer).order_by().values("pk")).first()
    if norm is None:
        return _("Choose the text first.")
    if not number:
        return _("Write the number of the article in %(text)s.") % {"text": norm.name}
    return _("We have no article %(number)s of %(text)s. Look the number up on its page.") % {
        "number": number[:20],
        "text": norm.name,
    }
