"""Reports on the desk: the list, a new one, handing in, who has it, who may read it, and the rules of each kind."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from smallplaces.core.clock import today
from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import groups_of
from smallplaces.reports import actions, queries
from smallplaces.reports.drafts import draft_of
from smallplaces.reports.showing import edition_page
from smallplaces.reports.trying import try_out
from smallplaces.steps.queries import get_step, steps_of_group
from smallplaces.web.desk.issue_forms import show_refusal
from smallplaces.web.desk.report_forms import HandForm, SeenByForm, StartForm, UseForm
from smallplaces.web.desk.signed_in import member_required

READ_OR_SEND = ["GET", "HEAD", "POST"]


def shown(request: HttpRequest, template: str, form: Any = None, **more: Any) -> HttpResponse:
    """A page; with 422 where its form was sent and cannot be taken as it is."""
    status = 422 if form is not None and form.is_bound and form.errors else 200
    return render(request, template, {"form": form, **more}, status=status)


@member_required
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """The reports of the viewer's groups."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    groups = [(group, queries.reports_of_group(group.pk, viewer=viewer)) for group in groups_of(viewer)]
    return shown(request, "desk/report_list.html", groups=groups, profiles=queries.profiles())


@member_required
@require_http_methods(READ_OR_SEND)
def report_start(request: HttpRequest) -> HttpResponse:
    """A draft with the sections of its kind."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    groups, profiles = groups_of(viewer), queries.profiles()
    form = StartForm(
        request.POST or None,
        groups=[(one.pk, one.name) for one in groups],
        profiles=[(one.code, one.name) for one in profiles],
        lang=groups[0].lang if groups else "en",
    )
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        group = next(one for one in groups if one.pk == given.pop("group"))
        profile = queries.get_profile(given.pop("profile"))
        try:
            made = actions.start_report(group=group, place=group.place, profile=profile, **given, by=viewer)
        except RefusedError as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("The draft is begun. Only our group sees it."))
            return redirect("desk:report", made.pk)
    return shown(request, "desk/report_start.html", form, profiles=profiles)


@member_required
@require_safe
def report_profile(request: HttpRequest, code: str) -> HttpResponse:
    """The rules of one kind of report, when they were checked, and where they stand."""
    return shown(request, "desk/report_profile.html", page=queries.profile_page(code))


@member_required
@require_http_methods(READ_OR_SEND)
def report_hand_in(request: HttpRequest, report_id: str) -> HttpResponse:
    """First press: the report as it would be, with every warning. Second press: the edition."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    report = queries.get_own_report(report_id, viewer=viewer)
    form = HandForm(request.POST or None, today=today(report.place.zone))
    sure = request.method == "POST" and form.is_valid()
    if sure and "make" in request.POST:
        try:
            edition = actions.hand_in(report, **form.cleaned_data, by=viewer)
        except RefusedError as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("Edition %(number)d is made.") % {"number": edition.number})
            return redirect("public:report", report.pk)
    tried = try_out(report)
    # Safe as on the public page: the composing engine escapes every word.
    words = mark_safe(tried.fragment)  # noqa: S308
    more = {"page": draft_of(report), "tried": tried, "words": words, "sure": sure and not form.errors}
    return shown(request, "desk/report_hand_in.html", form, **more, fictional=report.place.fictional)


@member_required
@require_http_methods(READ_OR_SEND)
def report_hand_over(request: HttpRequest, report_id: str, number: int) -> HttpResponse:
    """One more who has an edition."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    report = queries.get_own_report(report_id, viewer=viewer)
    edition = queries.get_edition(report, number)
    form = HandForm(request.POST or None, today=today(report.place.zone))
    if request.method == "POST" and form.is_valid():
        try:
            actions.hand_over(edition, **form.cleaned_data, by=viewer)
        except RefusedError as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("Noted: who has it, and since when."))
            return redirect("public:report", report.pk)
    page = edition_page(edition)
    return shown(
        request, "desk/report_hand_over.html", form, page=page, report=report, fictional=report.place.fictional
    )


@member_required
@require_http_methods(READ_OR_SEND)
def report_publish(request: HttpRequest, report_id: str) -> HttpResponse:
    """Who may read it once it is handed in."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    report = queries.get_own_report(report_id, viewer=viewer)
    form = SeenByForm(request.POST or None, initial={"visibility": report.visibility})
    if request.method == "POST" and form.is_valid():
        actions.publish_report(report, **form.cleaned_data, by=viewer)
        messages.success(request, _("Changed: who may read this report."))
        return redirect("desk:report", report.pk)
    return shown(request, "desk/report_publish.html", form, page=draft_of(report), fictional=report.place.fictional)


@member_required
@require_http_methods(READ_OR_SEND)
def report_use(request: HttpRequest, report_id: str) -> HttpResponse:
    """A step that uses the report at home."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    report = queries.get_own_report(report_id, viewer=viewer)
    steps = [(one.id, one.text[:100]) for one in steps_of_group(report.group_id, viewer=viewer) if one.text]
    form = UseForm(request.POST or None, steps=steps)
    if request.method == "POST" and form.is_valid():
        actions.use_at_home(report, step=get_step(form.cleaned_data["step"], viewer=viewer), by=viewer)
        messages.success(request, _("The step now says that it uses this report."))
        return redirect("public:report", report.pk)
    page = draft_of(report)
    return shown(request, "desk/report_use.html", form, page=page, steps=steps, fictional=report.place.fictional)


@member_required
@require_POST
def report_use_not(request: HttpRequest, report_id: str, step_id: str) -> HttpResponse:
    """The step no longer uses the report."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    report = queries.get_own_report(report_id, viewer=viewer)
    actions.use_no_more(report, step=get_step(step_id, viewer=viewer), by=viewer)
    messages.success(request, _("The step no longer says that it uses this report."))
    return redirect("public:report", report.pk)


urlpatterns = [
    path("reports/", reports, name="reports"),
    path("reports/start/", report_start, name="report_start"),
    path("reports/kinds/<slug:code>/", report_profile, name="report_profile"),
    path("reports/<str:report_id>/hand-in/", report_hand_in, name="report_hand_in"),
    path("reports/<str:report_id>/editions/<int:number>/hand-over/", report_hand_over, name="report_hand_over"),
    path("reports/<str:report_id>/who-reads-it/", report_publish, name="report_publish"),
    path("reports/<str:report_id>/use/", report_use, name="report_use"),
    path("reports/<str:report_id>/use/<str:step_id>/no-more/", report_use_not, name="report_use_not"),
]
