"""Our work on an issue: opening it, its sentences, how it stands, who may see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import ANYBODY, Viewer
from smallplaces.groups.queries import groups_of
from smallplaces.issues import actions, queries
from smallplaces.issues.lines import IssueCore
from smallplaces.meetings.queries import find_sentence, find_sentences, sentences_by_ids, sentences_of_group
from smallplaces.steps.queries import steps_for
from smallplaces.web.desk.issue_forms import (
    DisagreementForm,
    MadeInForm,
    OpenForm,
    ShowForm,
    StateForm,
    TranslationForm,
    show_refusal,
)
from smallplaces.web.desk.issue_picking import picks_by_room
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.step_lines import shown_steps

READ_OR_SEND = ["GET", "HEAD", "POST"]


def our_issue(issue_id: str, viewer: Viewer) -> IssueCore:
    """An issue that the viewer works on; for others these pages do not exist. Raises NotVisibleError."""
    issue = queries.issue_for(issue_id, viewer=viewer)
    if not issue.ours:
        raise NotVisibleError(issue_id)
    return issue


def shown(request: HttpRequest, template: str, form: Any = None, **more: Any) -> HttpResponse:
    """A page; with 422 where its form was sent and cannot be taken as it is."""
    status = 422 if form is not None and form.is_bound and form.errors else 200
    about = more.get("issue") or more.get("step") or getattr(more.get("group"), "place", None)
    more.setdefault("fictional", bool(about and about.fictional))
    return render(request, template, {"form": form, **more}, status=status)


@member_required
@require_http_methods(READ_OR_SEND)
def issue_open(request: HttpRequest) -> HttpResponse:
    """Opens an issue from sentences of one of the viewer's groups; own words come second."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    groups = groups_of(viewer)
    group = next((one for one in groups if one.pk == request.GET.get("group", "")), groups[0] if groups else None)
    if group is None:
        raise NotVisibleError("group")
    form = OpenForm(request.POST or None, lang=group.lang)
    chosen = request.POST.getlist("sentences") or request.GET.getlist("sentence")
    named = request.POST.get("named", "")
    if request.method == "POST" and form.is_valid():
        try:
            issue = actions.open_issue(
                group,
                place=group.place,
                sentences=find_sentences(chosen, viewer=viewer),
                by=viewer,
                title_sentence=find_sentence(named, viewer=viewer) if named else None,
                **form.cleaned_data | ({"text": ""} if named else {}),
            )
        except RefusedError as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("The issue is open. Only our group sees it so far."))
            return redirect("desk:issue", issue.pk)
    rooms = picks_by_room(sentences_of_group(group.pk, viewer=viewer), chosen, named)
    return shown(request, "desk/issue_open.html", form, group=group, groups=groups, rooms=rooms, own_words=not named)


@member_required
@require_safe
def issue(request: HttpRequest, issue_id: str) -> HttpResponse:
    """The workbench of one issue."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    ours = our_issue(issue_id, viewer)
    return shown(
        request,
        "desk/issue.html",
        issue=ours,
        sentences=sentences_by_ids(ours.sentence_ids, viewer=viewer),
        statements=queries.statements_under(issue_id, viewer=viewer)[0],
        causes=queries.tree_of(issue_id, viewer=viewer),
        links=queries.links_of(issue_id, viewer=viewer),
        gains=queries.gains_of(issue_id, viewer=viewer),
        duties=queries.duties_of(issue_id, viewer=viewer),
        steps=shown_steps(steps_for(issue_ids=[issue_id], viewer=viewer), at_desk=True),
    )


@member_required
@require_http_methods(READ_OR_SEND)
def issue_gather(request: HttpRequest, issue_id: str) -> HttpResponse:
    """Puts more sentences under an issue."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    ours = our_issue(issue_id, viewer)
    form = MadeInForm(request.POST or None)
    chosen = request.POST.getlist("sentences")
    if request.method == "POST" and form.is_valid():
        try:
            actions.gather(
                queries.get_issue(issue_id, viewer=viewer),
                sentences=find_sentences(chosen, viewer=viewer),
                made_in=form.cleaned_data["made_in"],
                by=viewer,
            )
        except RefusedError as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("These sentences now stand under the issue."))
            return redirect("desk:issue", issue_id)
    lines = [line for line in sentences_of_group(ours.group_id, viewer=viewer) if line.id not in ours.sentence_ids]
    return shown(request, "desk/issue_gather.html", form, issue=ours, rooms=picks_by_room(lines, chosen))


@member_required
@require_POST
def issue_let_go(request: HttpRequest, issue_id: str) -> HttpResponse:
    """Takes one sentence out from under an issue."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    ours = queries.get_issue(issue_id, viewer=viewer)
    actions.let_go(ours, sentence=find_sentence(request.POST.get("sentence", ""), viewer=viewer), by=viewer)
    messages.success(request, _("The sentence no longer stands under this issue. It is still in its room."))
    return redirect("desk:issue", issue_id)


def sent(request: HttpRequest, issue: IssueCore, form: forms.Form, act: Callable[..., object], said: str) -> bool:
    """Does what a form about an issue asks for. False where nothing was sent, or where the form now says what is wrong."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act(queries.get_issue(issue.id, viewer=viewer), **form.cleaned_data, by=viewer)
    except RefusedError as refusal:
        show_refusal(form, refusal)
        return False
    messages.success(request, said)
    return True


@member_required
@require_http_methods(READ_OR_SEND)
def issue_state(request: HttpRequest, issue_id: str) -> HttpResponse:
    """How the issue stands, in the group's own word."""
    ours = our_issue(issue_id, request.viewer)  # type: ignore[attr-defined]
    form = StateForm(request.POST or None, initial={"state": ours.state, "note": ours.state_note})
    if sent(request, ours, form, actions.set_issue_state, _("Kept.")):
        return redirect("desk:issue", issue_id)
    return shown(request, "desk/issue_state.html", form, issue=ours)


@member_required
@require_http_methods(READ_OR_SEND)
def issue_disagreement(request: HttpRequest, issue_id: str) -> HttpResponse:
    """What the group does not agree on."""
    ours = our_issue(issue_id, request.viewer)  # type: ignore[attr-defined]
    form = DisagreementForm(request.POST or None, initial={"text": ours.disagreement})
    if sent(request, ours, form, actions.note_disagreement, _("Kept.")):
        return redirect("desk:issue", issue_id)
    return shown(request, "desk/issue_disagreement.html", form, issue=ours)


@member_required
@require_http_methods(READ_OR_SEND)
def issue_translate(request: HttpRequest, issue_id: str) -> HttpResponse:
    """The issue's words in another language, beside the first ones."""
    ours = our_issue(issue_id, request.viewer)  # type: ignore[attr-defined]
    form = TranslationForm(request.POST or None)
    if sent(request, ours, form, actions.translate_issue, _("Kept. The first words stay beside it.")):
        return redirect("desk:issue", issue_id)
    return shown(request, "desk/issue_translate.html", form, issue=ours)


@member_required
@require_http_methods(READ_OR_SEND)
def issue_publish(request: HttpRequest, issue_id: str) -> HttpResponse:
    """Who may see the issue. The first press shows what strangers will read; the second one does exactly that."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    ours = our_issue(issue_id, viewer)
    form = ShowForm(request.POST or None, initial={"visibility": Visibility.PUBLIC, "tree_public": ours.tree_public})
    preview: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        wanted, mark = form.wanted, form.mark
        try:
            if form.cleaned_data["seen"] == mark:
                actions.publish_issue(queries.get_issue(issue_id, viewer=viewer), **wanted, by=viewer)
                messages.success(request, _("Kept. This is who can see the issue from now on."))
                return redirect("desk:issue", issue_id)
            actions.check_publishing(queries.get_issue(issue_id, viewer=viewer), **wanted, by=viewer)
        except RefusedError as refusal:
            show_refusal(form, refusal)
        else:
            form = ShowForm({**wanted, "seen": mark})
            preview = _preview(ours, wanted["tree_public"], viewer)
    return shown(request, "desk/issue_publish.html", form, issue=ours, **preview)


def _preview(ours: IssueCore, tree_public: bool, viewer: Viewer) -> dict[str, Any]:  # noqa: FBT001
    """What strangers will read, and how much they will not."""
    told = sentences_by_ids(ours.sentence_ids, viewer=ANYBODY)
    links = queries.links_of(ours.id, viewer=viewer)
    public = queries.issues_by_ids([line.other.id for line in links], viewer=ANYBODY)
    return {
        "preview": True,
        "sentences": told,
        "kept_back": len(ours.sentence_ids) - len(told),
        "links": [line for line in links if line.other.id in public],
        "gains": [line for line in queries.gains_of(ours.id, viewer=viewer) if line.public],
        "causes": queries.tree_of(ours.id, viewer=viewer) if tree_public else (),
        "duties": queries.duties_of(ours.id, viewer=viewer) if tree_public else [],
    }


urlpatterns = [
    path("issues/open/", issue_open, name="issue_open"),
    path("issues/<str:issue_id>/", issue, name="issue"),
    path("issues/<str:issue_id>/sentences/", issue_gather, name="issue_gather"),
    path("issues/<str:issue_id>/sentences/let-go/", issue_let_go, name="issue_let_go"),
    path("issues/<str:issue_id>/state/", issue_state, name="issue_state"),
    path("issues/<str:issue_id>/disagreement/", issue_disagreement, name="issue_disagreement"),
    path("issues/<str:issue_id>/languages/", issue_translate, name="issue_translate"),
    path("issues/<str:issue_id>/who-sees-it/", issue_publish, name="issue_publish"),
]
