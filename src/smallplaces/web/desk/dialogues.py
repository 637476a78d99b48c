"""Our work on a dialogue: every number, which statements are shown, who sees it, what is made of a statement."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from smallplaces.core.ends import uses_of
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues import actions, queries
from smallplaces.dialogues.enums import StatementStanding
from smallplaces.issues.actions import gather_statements, let_go_statement, open_issue_from_statement
from smallplaces.issues.queries import get_issue, issues_of_group, issues_with_statements
from smallplaces.reports.tellings import editions_visible_to
from smallplaces.thread.walk import where_to
from smallplaces.web.desk.demands import shown
from smallplaces.web.desk.dialogue_forms import GatherForm
from smallplaces.web.desk.group_steps import our_group
from smallplaces.web.desk.issue_forms import show_refusal
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted

A_PAGE = 50
READ_OR_SEND = ["GET", "HEAD", "POST"]


@member_required
@require_safe
def dialogues(request: HttpRequest, slug: str) -> HttpResponse:
    """The dialogues that our group holds."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = our_group(request, slug)
    lines = queries.dialogues_of_group(group.pk, viewer=viewer)
    context = {"group": group, "dialogues": lines, "fictional": group.place.fictional}
    return render(request, "desk/dialogues.html", context)


@member_required
@require_safe
def dialogue(request: HttpRequest, dialogue_id: str) -> HttpResponse:
    """One dialogue with exact numbers, fifty statements a page; `?standing=` shows those that wait, or are not shown."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    data = queries.dialogue_desk(dialogue_id, viewer=viewer)
    standing = request.GET.get("standing", "")
    wanted = [one for one in data.statements if standing not in StatementStanding.values or one.standing == standing]
    found = Paginator(wanted, A_PAGE).get_page(request.GET.get("page"))
    under = issues_with_statements([one.id for one in found], viewer=viewer)
    return render(
        request,
        "desk/dialogue.html",
        {
            "page": data,
            "found": found,
            "lines": [(one, under.get(one.id, [])) for one in found],
            "standing": standing,
            "standings": [("", _("all")), *StatementStanding.choices],
            "fictional": data.fictional,
        },
    )


@member_required
@require_POST
def dialogue_publish(request: HttpRequest, dialogue_id: str) -> HttpResponse:
    """Shows a dialogue to everybody, in safe rows, or to us alone."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    everybody = request.POST.get("visibility") == Visibility.PUBLIC
    visibility = Visibility.PUBLIC if everybody else Visibility.PRIVATE
    actions.publish_dialogue(queries.get_dialogue(dialogue_id, viewer=viewer), visibility=visibility, by=viewer)
    messages.success(request, _("Everybody reads it now.") if everybody else _("Only our group reads it now."))
    return redirect("desk:dialogue", dialogue_id)


@member_required
@require_http_methods(READ_OR_SEND)
def statement(request: HttpRequest, statement_id: str) -> HttpResponse:
    """One statement with every number; put under an issue by the form."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_statement(statement_id, viewer=viewer)
    issues = [one for one in issues_of_group(row.dialogue.group_id, viewer=viewer) if not one.taken_back]
    form = GatherForm(posted(request), issues=[(one.id, one.text) for one in issues])
    if request.method == "POST" and form.is_valid():
        try:
            issue = get_issue(form.cleaned_data["issue"], viewer=viewer)
            gather_statements(issue, statements=[row], made_in=form.cleaned_data["made_in"], by=viewer)
        except RefusedError as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("It now stands under the issue."))
            return redirect("desk:statement", statement_id)
    return shown(request, "desk/statement.html", form, **_about(row, viewer))


def _about(row: Any, viewer: Viewer) -> dict[str, Any]:
    return {
        "line": queries.exact_line(row),
        "dialogue": row.dialogue,
        "under": issues_with_statements([row.pk], viewer=viewer).get(row.pk, []),
        "fictional": row.dialogue.place.fictional,
    }


@member_required
@require_POST
def statement_standing(request: HttpRequest, statement_id: str) -> HttpResponse:
    """Shows a statement, or shows it no more."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_statement(statement_id, viewer=viewer)
    act = actions.open_statement if request.POST.get("standing") == StatementStanding.SHOWN else actions.hide_statement
    try:
        act(row, by=viewer)
        messages.success(request, _("Kept."))
    except RefusedError as refusal:
        messages.error(request, refusal.sentence)
    return redirect("desk:statement", statement_id)


@member_required
@require_POST
def statement_issue(request: HttpRequest, statement_id: str) -> HttpResponse:
    """Opens an issue whose words are this statement's."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_statement(statement_id, viewer=viewer)
    try:
        issue = open_issue_from_statement(row.dialogue.group, statement=row, by=viewer)
    except RefusedError as refusal:
        messages.error(request, refusal.sentence)
        return redirect("desk:statement", statement_id)
    messages.success(request, _("The issue is open. Only our group sees it so far."))
    return redirect("desk:issue", issue.pk)


@member_required
@require_POST
def statement_let_go(request: HttpRequest, statement_id: str) -> HttpResponse:
    """Takes a statement out from under an issue."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_statement(statement_id, viewer=viewer)
    issue = get_issue(request.POST.get("issue", ""), viewer=viewer)
    let_go_statement(issue, statement=row, by=viewer)
    messages.success(request, _("It no longer stands under this issue."))
    return redirect("desk:statement", statement_id)


@member_required
@require_http_methods(READ_OR_SEND)
def statement_take_back(request: HttpRequest, statement_id: str) -> HttpResponse:
    """One statement goes back to whoever said it: asks once more, then says what is out of reach."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_statement(statement_id, viewer=viewer)
    context = {
        "statement": row,
        "reached": where_to("statement", statement_id, viewer=viewer),
        "stays": _handed_over(row.pk, viewer),
        "fictional": row.dialogue.place.fictional,
    }
    if request.method == "POST":
        actions.take_back_statement(row, by=viewer)
    context["done"] = row.taken_back_on is not None
    return render(request, "desk/statement_take_back.html", context)


def _handed_over(statement_id: str, viewer: Viewer) -> list[str]:
    """One sentence for each copy that was handed over; to whom another group did is that group's to tell."""
    left = [end for end in uses_of("statement", [statement_id]) if end.out_of_reach]
    ids = {end.thing_id for end in left}
    seen = set(editions_visible_to(viewer).filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()
    copies = sorted({end.out_of_reach for end in left if end.thing_id in seen})
    told = [_("This cannot be called back: %(copy)s") % {"copy": copy} for copy in copies]
    if ids - seen:
        told.append(_("Another group handed a copy over. It cannot be called back; ask the groups of this place."))
    return told


urlpatterns = [
    path("groups/<slug:slug>/dialogues/", dialogues, name="dialogues"),
    path("dialogues/<str:dialogue_id>/", dialogue, name="dialogue"),
    path("dialogues/<str:dialogue_id>/who-sees-it/", dialogue_publish, name="dialogue_publish"),
    path("statements/<str:statement_id>/", statement, name="statement"),
    path("statements/<str:statement_id>/standing/", statement_standing, name="statement_standing"),
    path("statements/<str:statement_id>/issue/", statement_issue, name="statement_issue"),
    path("statements/<str:statement_id>/let-go/", statement_let_go, name="statement_let_go"),
    path("statements/<str:statement_id>/take-back/", statement_take_back, name="statement_take_back"),
]
