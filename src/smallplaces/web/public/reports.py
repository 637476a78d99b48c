"""A report in public: its latest edition as a page and as files, who has it, and the steps that use it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.http import content_disposition_header
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from smallplaces.core.viewers import Viewer
from smallplaces.reports.queries import get_report
from smallplaces.reports.showing import file_of_edition, report_page
from smallplaces.thread.beside import rights_of_report
from smallplaces.thread.walk import both
from smallplaces.web.step_lines import shown_steps


@require_safe
def report(request: HttpRequest, report_id: str) -> HttpResponse:
    """The latest edition; a draft for members of its group alone."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    page = report_page(report_id, viewer=viewer)
    # The one place: the composing engine escapes every word that goes into its fragment.
    words = mark_safe(page.fragment)  # noqa: S308
    steps = shown_steps(page.steps)
    shown = {"page": page, "words": words, "steps": steps, "fictional": page.fictional}
    shown["walked"] = both("report", report_id, viewer=viewer)
    shown["rights"] = rights_of_report(report_id, place=page.line.place_slug, viewer=viewer)
    return render(request, "public/report.html", shown | {"address": request.build_absolute_uri(request.path)})


@require_safe
def report_file(request: HttpRequest, report_id: str, number: int, form: str) -> HttpResponse:
    """One format of one edition, to save. What editions are rebuilt from never leaves. Raises NotVisibleError."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    file, data = file_of_edition(get_report(report_id, viewer=viewer), number, form, viewer=viewer)
    answer = HttpResponse(data, content_type=file.media_type)
    answer.headers["Content-Disposition"] = str(content_disposition_header(as_attachment=True, filename=file.name))
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


urlpatterns = [
    path("reports/<str:report_id>/", report, name="report"),
    path("reports/<str:report_id>/<int:number>/<slug:form>", report_file, name="report_file"),
]
