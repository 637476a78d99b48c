"""The composer: outline, the paragraph being written, the evidence that it can rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.norms.queries.links import links_of
from smallplaces.reports import actions, queries
from smallplaces.reports.drafts import Draft, ParagraphLine, draft_of, words_with
from smallplaces.reports.enums import EvidenceKind
from smallplaces.reports.picking import choices, thing_to_cite
from smallplaces.web.desk.issue_forms import show_refusal
from smallplaces.web.desk.report_forms import CiteForm, ParagraphForm, SectionForm
from smallplaces.web.desk.reports import READ_OR_SEND, shown
from smallplaces.web.desk.signed_in import member_required

if TYPE_CHECKING:
    from smallplaces.reports.models import Report

KINDS = [(one.value, one.label) for one in EvidenceKind]


def at(report_id: str, **asked: str) -> str:
    """The composer with one paragraph or section open."""
    query = "&".join(f"{key}={value}" for key, value in asked.items() if value)
    return reverse("desk:report", args=[report_id]) + (f"?{query}" if query else "") + "#writing"


def composer(
    request: HttpRequest,
    report: Report,
    form: ParagraphForm | None = None,
    *,
    paragraph_id: str = "",
    section_id: str = "",
) -> HttpResponse:
    """The page of the composer, with what was typed still in its form where it was refused."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    page = draft_of(report)
    paragraph = page.find(paragraph_id)
    section = next((one for one in page.sections if one.id == section_id), None)
    kind = request.GET.get("kind", EvidenceKind.SENTENCE)
    if kind not in EvidenceKind.values:
        raise NotVisibleError(kind)
    words = request.GET.get("words", "")
    more: dict[str, Any] = {"kinds": KINDS, "kind": kind, "words": words, "source_form": CiteForm()}
    if paragraph:
        more["choices"] = choices(report, kind, viewer=viewer, words=words)
        more["beside"] = links_of("paragraph", [paragraph_id], viewer=viewer).get(paragraph_id, ())
        more["articles_asked"] = report.profile.articles_asked
    form = form or _form_for(page, paragraph)
    return shown(
        request,
        "desk/report.html",
        form,
        page=page,
        paragraph=paragraph,
        section=section,
        fictional=page.fictional,
        **more,
    )


def _form_for(page: Draft, paragraph: ParagraphLine | None, data: Any = None) -> ParagraphForm:
    initial = (
        {"text": paragraph.text, "second": paragraph.second_text, "claims": paragraph.claims} if paragraph else None
    )
    return ParagraphForm(
        data, initial=initial, lang=page.lang, second_lang=page.second_lang, second_name=page.second_name
    )


@member_required
@require_safe
def report(request: HttpRequest, report_id: str) -> HttpResponse:
    """The composer."""
    mine = queries.get_own_report(report_id, viewer=request.viewer)  # type: ignore[attr-defined]
    opened = request.GET.get("paragraph", "")
    return composer(request, mine, paragraph_id=opened, section_id=request.GET.get("section", ""))


@member_required
@require_POST
def report_write(request: HttpRequest, section_id: str) -> HttpResponse:
    """A new paragraph at the end of a section."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    section = queries.get_section(section_id, viewer=viewer)
    mine = queries.get_own_report(section.report_id, viewer=viewer)
    form = _form_for(draft_of(mine), None, request.POST)
    if form.is_valid():
        try:
            made = actions.write_paragraph(section=section, **_first(form), by=viewer)
            _second(form, made, viewer)
        except RefusedError as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("The paragraph is kept. What does it rest on?"))
            return redirect(at(mine.pk, paragraph=made.pk))
    return composer(request, mine, form, section_id=section_id)


@member_required
@require_POST
def report_paragraph(request: HttpRequest, paragraph_id: str) -> HttpResponse:
    """New words in a paragraph."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    paragraph = queries.get_paragraph(paragraph_id, viewer=viewer)
    mine = queries.get_own_report(paragraph.section.report_id, viewer=viewer)
    form = _form_for(draft_of(mine), None, request.POST)
    if form.is_valid():
        try:
            actions.change_paragraph(paragraph, **_first(form), by=viewer)
            _second(form, paragraph, viewer)
        except RefusedError as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("The paragraph is kept."))
            return redirect(at(mine.pk, paragraph=paragraph_id))
    return composer(request, mine, form, paragraph_id=paragraph_id)


def _first(form: ParagraphForm) -> dict[str, Any]:
    return {"text": form.cleaned_data["text"], "claims": form.cleaned_data["claims"]}


def _second(form: ParagraphForm, paragraph: Any, viewer: Viewer) -> None:
    """The same in the second language, where it was written."""
    if form.cleaned_data.get("second"):
        lang = paragraph.section.report.second_lang
        actions.translate_paragraph(paragraph, text=form.cleaned_data["second"], lang=lang, by=viewer)


@member_required
@require_POST
def report_move(request: HttpRequest, paragraph_id: str) -> HttpResponse:
    """A paragraph one place up or down."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    paragraph = queries.get_paragraph(paragraph_id, viewer=viewer)
    mine = queries.get_own_report(paragraph.section.report_id, viewer=viewer)
    actions.move_paragraph(paragraph, up=request.POST.get("way") == "up", by=viewer)
    return redirect(at(mine.pk, paragraph=paragraph_id))


@member_required
@require_http_methods(READ_OR_SEND)
def report_remove(request: HttpRequest, paragraph_id: str) -> HttpResponse:
    """Asks once more, then takes a paragraph out."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    paragraph = queries.get_paragraph(paragraph_id, viewer=viewer)
    mine = queries.get_own_report(paragraph.section.report_id, viewer=viewer)
    if request.method == "POST":
        actions.remove_paragraph(paragraph, by=viewer)
        messages.success(request, _("The paragraph is out of the draft."))
        return redirect("desk:report", mine.pk)
    page = draft_of(mine)
    back = at(mine.pk, paragraph=paragraph_id)
    return shown(
        request,
        "desk/report_remove.html",
        page=page,
        paragraph=page.find(paragraph_id),
        back=back,
        fictional=page.fictional,
    )


@member_required
@require_POST
def report_cite(request: HttpRequest, paragraph_id: str) -> HttpResponse:
    """Rests a paragraph on one more piece of evidence."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    paragraph = queries.get_paragraph(paragraph_id, viewer=viewer)
    mine = queries.get_own_report(paragraph.section.report_id, viewer=viewer)
    form = CiteForm(request.POST)
    kind = request.POST.get("kind", "")
    if form.is_valid() and kind in EvidenceKind.values:
        named = form.cleaned_data["thing"]
        thing = thing_to_cite(kind, named, viewer=viewer) if named else None
        given = {"source": form.cleaned_data["source"], "verbatim": form.cleaned_data["verbatim"]}
        try:
            actions.cite(paragraph=paragraph, kind=kind, thing=thing, **given, by=viewer)
        except RefusedError as refusal:
            messages.warning(request, refusal.sentence)
        else:
            messages.success(request, _("The paragraph rests on it now."))
    else:
        messages.warning(request, _("That could not be cited. Nothing was lost; choose it once more from the list."))
    return redirect(at(mine.pk, paragraph=paragraph_id, kind=kind if kind in EvidenceKind.values else ""))


@member_required
@require_POST
def report_uncite(request: HttpRequest, citation_id: str) -> HttpResponse:
    """A paragraph no longer rests on something."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    citation = queries.get_citation(citation_id, viewer=viewer)
    mine = queries.get_own_report(citation.paragraph.section.report_id, viewer=viewer)
    paragraph_id, kind = citation.paragraph_id, citation.kind
    actions.uncite(citation, by=viewer)
    messages.success(request, _("The paragraph no longer rests on it."))
    return redirect(at(mine.pk, paragraph=paragraph_id, kind=kind))


@member_required
@require_http_methods(READ_OR_SEND)
def report_section(request: HttpRequest, section_id: str) -> HttpResponse:
    """A section's heading, in one language or two."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    section = queries.get_section(section_id, viewer=viewer)
    mine = queries.get_own_report(section.report_id, viewer=viewer)
    initial = {"heading": section.heading, "second_heading": section.second_heading}
    form = SectionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.name_section(section, **form.cleaned_data, by=viewer)
        messages.success(request, _("The heading is kept."))
        return redirect("desk:report", mine.pk)
    return shown(request, "desk/report_section.html", form, page=draft_of(mine), fictional=mine.place.fictional)


@member_required
@require_POST
def report_count(request: HttpRequest, report_id: str) -> HttpResponse:
    """The count while a paragraph is typed; nothing is kept."""
    mine = queries.get_own_report(report_id, viewer=request.viewer)  # type: ignore[attr-defined]
    count = words_with(mine, request.POST.get("text", ""), without_id=request.POST.get("paragraph", ""))
    limit = mine.profile.words_most or 0
    return render(request, "desk/report_count.html", {"count": count, "limit": limit})


urlpatterns = [
    path("reports/<str:report_id>/", report, name="report"),
    path("reports/<str:report_id>/count/", report_count, name="report_count"),
    path("report-sections/<str:section_id>/", report_section, name="report_section"),
    path("report-sections/<str:section_id>/write/", report_write, name="report_write"),
    path("paragraphs/<str:paragraph_id>/", report_paragraph, name="report_paragraph"),
    path("paragraphs/<str:paragraph_id>/move/", report_move, name="report_move"),
    path("paragraphs/<str:paragraph_id>/remove/", report_remove, name="report_remove"),
    path("paragraphs/<str:paragraph_id>/cite/", report_cite, name="report_cite"),
    path("citations/<str:citation_id>/remove/", report_uncite, name="report_uncite"),
]
