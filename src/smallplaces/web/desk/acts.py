"""Our work on texts: bringing one in, its facts and versions, what was taken from elsewhere, what waits."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from smallplaces.commitments import actions, queries
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import groups_of
from smallplaces.places.queries import bodies_of, get_body, get_place
from smallplaces.web.desk.act_forms import BorrowForm, FactsForm, ImportForm, VersionForm
from smallplaces.web.desk.act_ties import demand_choices, tie_form
from smallplaces.web.desk.demands import shown
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import refuse
from smallplaces.web.promising import act_shown, promise_shown

READ_OR_SEND = ["GET", "HEAD", "POST"]


def place_asked(request: HttpRequest) -> Any:
    """The place that the address names, else that of the viewer's first group. Raises NotVisibleError."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    slug = request.GET.get("place", "")
    if slug:
        return get_place(slug, viewer=viewer)
    groups = groups_of(viewer)
    if not groups:
        raise NotVisibleError("place")
    return groups[0].place


def body_choices(place: Any, viewer: Viewer) -> list[tuple[str, str]]:
    """The public bodies of a place."""
    return [(one.pk, one.name) for one in bodies_of(place, viewer=viewer)]


@member_required
@require_http_methods(READ_OR_SEND)
def act_add(request: HttpRequest) -> HttpResponse:
    """Brings in a whole text. The first press shows what was read of it; the second one writes."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    place = place_asked(request)
    options: dict[str, Any] = {
        "lang": place.lang,
        "bodies": body_choices(place, viewer),
        "groups": [(one.pk, one.name) for one in groups_of(viewer) if one.place_id == place.pk],
        "demands": demand_choices(place, viewer),
    }
    initial = {"demands": [request.GET.get("demand", "")], "kind": "resolution"}
    form = ImportForm(request.POST or None, request.FILES or None, initial=initial, **options)
    reading = None
    if request.method == "POST" and form.is_valid():
        try:
            if "write" in request.POST:
                return _written(request, actions.import_act(place, **_facts(form.cleaned_data, viewer), by=viewer))
            reading = queries.read_act(form.cleaned_data["text"], lang=form.cleaned_data["lang"])
            form = ImportForm(_as_read(request, form.cleaned_data["text"], reading.title), **options)
        except RefusedError as error:
            refuse(form, error)
    return shown(request, "desk/act_add.html", form, place=place, reading=reading, fictional=place.fictional)


def _as_read(request: HttpRequest, text: str, title: str) -> Any:
    """What was sent, with the text as it was read, so that the second press carries it along."""
    data = request.POST.copy()
    data["text"] = text
    if not data.get("title", "").strip():
        data["title"] = title
    return data


def _facts(given: dict[str, Any], viewer: Viewer) -> dict[str, Any]:
    group_id = given.pop("group", "")
    group = next((one for one in groups_of(viewer) if one.pk == group_id), None)
    body_id = given.pop("body", "")
    demands = [queries.get_demand(one, viewer=viewer) for one in given.pop("demands", [])]
    return {
        **given,
        "group": group,
        "demands": demands,
        "body": get_body(body_id, viewer=viewer) if body_id else None,
        "visibility": Visibility.PRIVATE if group else Visibility.PUBLIC,
    }


def _written(request: HttpRequest, done: actions.ImportedAct) -> HttpResponse:
    if not done.is_new:
        messages.success(request, _("This text is here already. Nothing was changed."))
    elif done.binds:
        messages.success(request, _("The text is here. Now say which of its clauses are promises."))
    else:
        messages.success(request, _("The text is here. No clause in it binds anybody, so it makes no promise."))
    return redirect("desk:act", done.act.pk)


@member_required
@require_http_methods(READ_OR_SEND)
def act(request: HttpRequest, act_id: str) -> HttpResponse:
    """The workbench of one text."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_act(act_id, viewer=viewer)
    initial = {name: getattr(row, name) for name in FactsForm.field_order if name != "body"}
    form = FactsForm(
        request.POST or None,
        initial=initial | {"body": row.body_id or ""},
        bodies=body_choices(row.place, viewer),
        lang=row.lang,
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        given["body"] = get_body(given["body"], viewer=viewer) if given["body"] else None
        given["title"] = given["title"] or row.title
        try:
            actions.change_act(row, changes=given, source=given["source"], by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Kept. What stood here before is in its history."))
            return redirect("desk:act", act_id)
    page = queries.act_page(act_id, viewer=viewer)
    return shown(
        request,
        "desk/act.html",
        form,
        page=page,
        fictional=page.fictional,
        binding=[one for one in page.clauses if one.binds],
        promises=[promise_shown(one) for one in page.promises],
        waiting=[one for one in page.signers if one.waits],
        may_change=queries.may_change(row, viewer),
        tie_form=tie_form(row.place, page, viewer),
    )


@member_required
@require_POST
def act_publish(request: HttpRequest, act_id: str) -> HttpResponse:
    """Shows a pledge of ours to everybody, or to us alone."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    everybody = request.POST.get("visibility") == Visibility.PUBLIC
    visibility = Visibility.PUBLIC if everybody else Visibility.PRIVATE
    actions.publish_act(queries.get_act(act_id, viewer=viewer), visibility=visibility, by=viewer)
    messages.success(request, _("Everybody reads it now.") if everybody else _("Only our group reads it now."))
    return redirect("desk:act", act_id)


@member_required
@require_http_methods(READ_OR_SEND)
def act_version(request: HttpRequest, act_id: str) -> HttpResponse:
    """Adds another version of a text."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_act(act_id, viewer=viewer)
    form = VersionForm(request.POST or None, request.FILES or None, lang=row.lang)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_version(row, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The version is here. The earlier ones stay."))
            return redirect("desk:act", act_id)
    page = queries.act_page(act_id, viewer=viewer)
    return shown(request, "desk/act_version.html", form, page=page, fictional=page.fictional)


@member_required
@require_http_methods(READ_OR_SEND)
def act_borrow(request: HttpRequest, act_id: str) -> HttpResponse:
    """Says from which clause of another text this one was taken."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_act(act_id, viewer=viewer)
    form = BorrowForm(request.POST or None, lang=row.lang)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            clause = queries.clause_at(given.pop("clause"), viewer=viewer)
            actions.borrow(row, clause, **given, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Both texts say it now."))
            return redirect("desk:act", act_id)
    page = queries.act_page(act_id, viewer=viewer)
    return shown(request, "desk/act_borrow.html", form, page=page, fictional=page.fictional)


@member_required
@require_safe
def proposed(request: HttpRequest) -> HttpResponse:
    """Texts and promises that somebody proposed and that we may accept."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    return shown(
        request,
        "desk/act_proposed.html",
        None,
        acts=[act_shown(one) for one in queries.acts_waiting(viewer)],
        promises=[promise_shown(one) for one in queries.promises_waiting(viewer)],
    )


@member_required
@require_POST
def settle(request: HttpRequest, kind: str, thing_id: str) -> HttpResponse:
    """Accepts what was proposed, or does not."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    yes = request.POST.get("answer") == "accept"
    if kind == "act":
        thing = queries.get_act(thing_id, viewer=viewer)
        (actions.accept_act if yes else actions.refuse_act)(thing, by=viewer)
    elif kind == "promise":
        promise = queries.get_promise(thing_id, viewer=viewer)
        (actions.accept_promise if yes else actions.refuse_promise)(promise, by=viewer)
    else:
        raise NotVisibleError(kind)
    messages.success(request, _("Accepted: everybody reads it now.") if yes else _("Not accepted. Nobody sees it."))
    return redirect("desk:proposed")


urlpatterns = [
    path("acts/add/", act_add, name="act_add"),
    path("acts/proposed/", proposed, name="proposed"),
    path("acts/<str:act_id>/", act, name="act"),
    path("acts/<str:act_id>/publish/", act_publish, name="act_publish"),
    path("acts/<str:act_id>/version/", act_version, name="act_version"),
    path("acts/<str:act_id>/taken-from/", act_borrow, name="act_borrow"),
    path("proposed/<str:kind>/<str:thing_id>/", settle, name="proposed_settle"),
]
