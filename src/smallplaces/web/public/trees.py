"""The tree of an issue as one sheet for the wall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import formats
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from smallplaces.core.clock import today
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.issues.lines import CauseNode
from smallplaces.issues.queries import gains_of, issue_for, tree_of

# More branches than these, one under the other, do not fit on a sheet that lies across.
BRANCHES_ACROSS = 7


@require_safe
def issue_tree(request: HttpRequest, slug: str, issue_id: str) -> HttpResponse:
    """The whole tree for the group's people; for others only where the room made it public."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    issue = issue_for(issue_id, viewer=viewer)
    if issue.place_slug != slug or not issue.tree_visible:
        raise NotVisibleError(issue_id)
    causes = tree_of(issue_id, viewer=viewer)
    boxes = list(every_box(causes))
    made_in = {box.made_in_words for box in boxes}
    said_once = len(made_in) == 1
    whose = _("%(group)s; each box %(made_in)s") if said_once else "%(group)s"
    context = {
        "issue": issue,
        "causes": silent(causes) if said_once else causes,
        "across": len([box for box in boxes if not box.children]) <= BRANCHES_ACROSS,
        "gains": gains_of(issue_id, viewer=viewer),
        "fictional": issue.fictional,
        "from_words": whose % {"group": issue.group_name, "made_in": "".join(made_in)},
        "printed_on": formats.date_format(today(), "j F Y"),
    }
    return render(request, "public/tree.html", context)


def every_box(nodes: Sequence[CauseNode]) -> Iterator[CauseNode]:
    """Each box of a tree."""
    for node in nodes:
        yield node
        yield from every_box(node.children)


def silent(nodes: Sequence[CauseNode]) -> tuple[CauseNode, ...]:
    """The same tree where no box says where it was made, because the sheet says it once for all."""
    return tuple(replace(node, made_in="", children=silent(node.children)) for node in nodes)


urlpatterns = [path("places/<slug:slug>/issues/<str:issue_id>/tree/", issue_tree, name="issue_tree")]
