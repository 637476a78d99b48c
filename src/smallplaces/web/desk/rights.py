"""Rights we can point to, beside one thing of the thread: what stands there, what its words suggest, any other by hand."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_POST

from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.norms.actions.links import link_right, refuse_right, unlink_right
from smallplaces.norms.queries.choosing import find_provision, find_right, provision_numbered
from smallplaces.norms.queries.links import own_link, own_thing
from smallplaces.norms.queries.suggestions import RightsDesk, rights_desk
from smallplaces.web.desk.issue_forms import show_refusal
from smallplaces.web.desk.report_writing import at
from smallplaces.web.desk.right_forms import ChooseForm, SettleForm
from smallplaces.web.desk.signed_in import member_required

# Two forms on one page ask where it was made: each has ids of its own.
SETTLE = "settle_%s"
# The page of the desk from which somebody came; a clause stands on the page of its text.
DESK = {
    "cause": "cause",
    "clause": "act",
    "demand": "demand",
    "issue": "issue",
    "promise": "promise",
    "recommendation": "recommendation",
    "sentence": "sentence",
    "statement": "statement",
    "step": "step",
}
WHAT = {
    "cause": _lazy("a box of the tree"),
    "clause": _lazy("a clause of a text"),
    "demand": _lazy("what we ask"),
    "issue": _lazy("what is wrong"),
    "paragraph": _lazy("a paragraph of a report"),
    "promise": _lazy("what was promised"),
    "recommendation": _lazy("what was recommended to the State"),
    "sentence": _lazy("what people say"),
    "statement": _lazy("what was put to many people"),
    "step": _lazy("what we do"),
}


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
def rights(request: HttpRequest, kind: str, thing_id: str) -> HttpResponse:
    """The words, what stands beside them, what they suggest; and any right or article by hand."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    desk = rights_desk(kind, thing_id, viewer=viewer)
    form = ChooseForm(request.POST if request.method == "POST" else None, viewer=viewer)
    if request.method == "POST" and form.is_valid():
        try:
            link_right(kind, own_thing(kind, thing_id, viewer=viewer), **_chosen(form, viewer), by=viewer)
        except RefusedError as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("It stands beside these words now."))
            return redirect("desk:rights", kind, thing_id)
    return _page(request, desk, form, SettleForm(auto_id=SETTLE))


def _chosen(form: ChooseForm, viewer: Viewer) -> dict[str, Any]:
    """What was chosen by hand. Raises RefusedError for nothing, and for both."""
    right, text, made_in = (form.cleaned_data[name] for name in ("right", "text", "made_in"))
    if bool(right) is bool(text):
        sentence = _("Choose one: a right, or a text with the number of its article.")
        raise RefusedError(sentence, field="right")
    if right:
        return {"right": find_right(right), "made_in": made_in}
    return {"provision": provision_numbered(text, form.cleaned_data["number"], viewer=viewer), "made_in": made_in}


def _page(request: HttpRequest, desk: RightsDesk, form: ChooseForm, settle: SettleForm) -> HttpResponse:
    back = reverse(f"desk:{DESK[desk.kind]}", args=[desk.of_id or desk.id]) if desk.kind in DESK else ""
    if desk.kind == "paragraph":
        back = at(desk.of_id, paragraph=desk.id)
    about = {"desk": desk, "what": WHAT[desk.kind], "back": back, "fictional": desk.fictional}
    wrong = any(one.is_bound and one.errors for one in (form, settle))
    context = {**about, "form": form, "settle": settle}
    return render(request, "desk/rights.html", context, status=422 if wrong else 200)


@member_required
@require_POST
def rights_settle(request: HttpRequest, kind: str, thing_id: str) -> HttpResponse:
    """Yes or no to one suggestion."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    desk = rights_desk(kind, thing_id, viewer=viewer)
    settle = SettleForm(request.POST, auto_id=SETTLE)
    yes, no = request.POST.get("yes", ""), request.POST.get("no", "")
    offers = {one.to.key: one.because for one in desk.offered} | {one.to.key: one.because for one in desk.waiting}
    because = offers.get(yes or no, "")
    if settle.is_valid() and not because:
        settle.add_error(None, _("This suggestion is not there any more. Choose one of the list."))
    if not settle.is_valid():
        return _page(request, desk, ChooseForm(viewer=viewer), settle)
    thing, end = own_thing(kind, thing_id, viewer=viewer), _end(yes or no, viewer)
    if yes:
        link_right(kind, thing, **end, because=because, made_in=settle.cleaned_data["made_in"], by=viewer)
        messages.success(request, _("It stands beside these words now."))
    else:
        refuse_right(kind, thing, **end, because=because, by=viewer)
        messages.success(request, _("It will not be suggested for these words again."))
    return redirect("desk:rights", kind, thing_id)


def _end(key: str, viewer: Viewer) -> dict[str, Any]:
    """The right or article behind the key of a suggestion."""
    which, _colon, pk = key.partition(":")
    return {"right": find_right(pk)} if which == "right" else {"provision": find_provision(pk, viewer=viewer)}


@member_required
@require_POST
def right_remove(request: HttpRequest, kind: str, link_id: str) -> HttpResponse:
    """Takes a right away from beside a thing."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    link = own_link(kind, link_id, viewer=viewer)
    thing_id = getattr(link, f"{kind}_id")
    unlink_right(kind, link, by=viewer)
    messages.success(request, _("It stands there no more."))
    return redirect("desk:rights", kind, thing_id)


urlpatterns = [
    path("rights/<str:kind>/<str:thing_id>/", rights, name="rights"),
    path("rights/<str:kind>/<str:thing_id>/settle/", rights_settle, name="rights_settle"),
    path("rights/<str:kind>/<str:link_id>/remove/", right_remove, name="right_remove"),
]
