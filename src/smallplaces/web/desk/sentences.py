"""Words come in and go back, for members of the group: the same pages as behind a facilitator's link."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from smallplaces.core.consent import present_uses
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.meetings.actions import change_reach, translate_sentence
from smallplaces.meetings.queries import SentenceLine, find_sentence, get_sentence
from smallplaces.web.desk.forms_of_sentences import ReachForm, TranslationForm
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import refuse
from smallplaces.web.listening.correcting import correct_page
from smallplaces.web.listening.door import Door, desk_door
from smallplaces.web.listening.first_door import sheet_page
from smallplaces.web.listening.kit import kit_page
from smallplaces.web.listening.rooms import readback_page, said_page
from smallplaces.web.listening.taking_back import take_back_page
from smallplaces.web.quoting import quoted

GET_AND_POST = ["GET", "HEAD", "POST"]


@member_required
@require_http_methods(GET_AND_POST)
def sentences(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """The first door: one sentence a line."""
    return sheet_page(request, desk_door(request, meeting_id))


@member_required
@require_safe
def kit(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """The sheets to print before the meeting."""
    return kit_page(request, desk_door(request, meeting_id))


@member_required
@require_safe
def said(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """What the room said, for the wall."""
    return said_page(request, desk_door(request, meeting_id))


@member_required
@require_http_methods(GET_AND_POST)
def readback(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """The record of a read-back."""
    return readback_page(request, desk_door(request, meeting_id))


def _ours(request: HttpRequest, sentence_id: str) -> tuple[SentenceLine, Door]:
    line = get_sentence(sentence_id, viewer=request.viewer)  # type: ignore[attr-defined]
    if not line.inside:
        raise NotVisibleError(sentence_id)
    return line, desk_door(request, line.meeting_id)


@member_required
@require_http_methods(GET_AND_POST)
def take_back(request: HttpRequest, sentence_id: str) -> HttpResponse:
    """One sentence goes back to whoever said it."""
    return take_back_page(request, _ours(request, sentence_id)[1], sentence_id)


@member_required
@require_http_methods(GET_AND_POST)
def correct(request: HttpRequest, sentence_id: str) -> HttpResponse:
    """One sentence as it should have been typed."""
    return correct_page(request, _ours(request, sentence_id)[1], sentence_id)


@member_required
@require_http_methods(GET_AND_POST)
def sentence(request: HttpRequest, sentence_id: str) -> HttpResponse:
    """How far a sentence may go, and its translations."""
    line, door = _ours(request, sentence_id)
    reach = ReachForm(initial={"reach": line.reach, "uses": sorted(present_uses("sentence", sentence_id))})
    translation = TranslationForm()
    if request.method == "POST" and not line.taken_back:
        asks_translation = "text" in request.POST
        if asks_translation:
            translation = TranslationForm(request.POST)
        else:
            reach = ReachForm(request.POST)
        form = translation if asks_translation else reach
        if form.is_valid() and _changed(request, form, sentence_id):
            return redirect("desk:sentence", sentence_id)
    context = {"line": line, "door": door, "sentence": quoted(line), "reach": reach, "translation": translation}
    status = 422 if reach.errors or translation.errors else 200
    return render(request, "desk/sentence.html", {**context, "fictional": line.fictional}, status=status)


def _changed(request: HttpRequest, form: ReachForm | TranslationForm, sentence_id: str) -> bool:
    viewer = request.viewer  # type: ignore[attr-defined]
    row = find_sentence(sentence_id, viewer=viewer)
    try:
        if isinstance(form, ReachForm):
            change_reach(row, **form.cleaned_data, by=viewer)
        else:
            translate_sentence(row, **form.cleaned_data, by=viewer)
    except RefusedError as refusal:
        refuse(form, refusal)
        return False
    messages.success(request, _("That is kept."))
    return True


urlpatterns = [
    path("meetings/<str:meeting_id>/sentences/", sentences, name="sentences"),
    path("meetings/<str:meeting_id>/kit/", kit, name="kit"),
    path("meetings/<str:meeting_id>/said/", said, name="said"),
    path("meetings/<str:meeting_id>/read-back/", readback, name="readback"),
    path("sentences/<str:sentence_id>/", sentence, name="sentence"),
    path("sentences/<str:sentence_id>/take-back/", take_back, name="sentence_take_back"),
    path("sentences/<str:sentence_id>/correct/", correct, name="sentence_correct"),
]
