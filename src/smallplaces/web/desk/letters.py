"""Letters of a group: the list in numbers, writing one, how it arrives, sending it by a second press, how far it is."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from smallplaces.core.mail import is_on
from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import get_group
from smallplaces.letters import actions
from smallplaces.letters.composing import as_it_arrives, first_words
from smallplaces.letters.policies import may_know_list, may_read_list, may_send_letter, may_write_letter
from smallplaces.letters.queries import (
    LetterPage,
    confirmed_count,
    find_letter,
    letter_page,
    letters_of,
    list_counts,
    unsure_words,
)
from smallplaces.web.desk.issue_forms import LanguageForm
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse
from smallplaces.web.listening.forms import CleanField

if TYPE_CHECKING:
    from smallplaces.groups.models import Group

READ_OR_SEND = ["GET", "HEAD", "POST"]


class LetterForm(LanguageForm):
    """A letter."""

    subject = CleanField(label=_lazy("What it is about, in one line"), max_length=150)
    text = CleanField(
        lines=True,
        label=_lazy("The letter"),
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_lazy("No names of people who did not say that they may be named: a letter is handed on."),
    )
    field_order = ["subject", "text", "lang"]


def our_group(slug: str, viewer: Viewer) -> Group:
    """A group of the viewer's; for others this desk does not exist. Raises NotVisibleError."""
    group = get_group(slug, viewer=viewer)
    if not may_know_list(viewer, group):
        raise NotVisibleError(slug)
    return group


@require_safe
@member_required
def letters(request: HttpRequest, slug: str) -> HttpResponse:
    """How many addresses there are, and the letters."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = our_group(slug, viewer)
    context = {
        "group": group,
        "fictional": group.place.fictional,
        "counts": list_counts(group, viewer=viewer),
        "letters": letters_of(group, viewer=viewer),
        "may_read": may_read_list(viewer, group),
        "may_write": may_write_letter(viewer, group),
        "mail": is_on(),
    }
    return render(request, "desk/letters.html", context)


@require_http_methods(READ_OR_SEND)
@member_required
def letter_write(request: HttpRequest, slug: str) -> HttpResponse:
    """A new letter, begun with the next meetings and what came of the last."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = our_group(slug, viewer)
    require(may_write_letter(viewer, group), _("Letters are written by people of the group, once it is open."))
    initial = {}
    if request.method != "POST":
        initial = {"text": first_words(group), "subject": _("When %(group)s meets next") % {"group": group.name}}
    form = LetterForm(posted(request), initial=initial, lang=group.lang)
    if request.method == "POST" and form.is_valid():
        try:
            letter = actions.write_letter(group, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            return redirect("desk:letter", letter.pk)
    context = {"form": form, "group": group, "fictional": group.place.fictional}
    return render(request, "desk/letter_write.html", context, status=422 if form.errors else 200)


@require_http_methods(READ_OR_SEND)
@member_required
def letter_change(request: HttpRequest, letter_id: str) -> HttpResponse:
    """Puts a letter right that is not sent."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = find_letter(letter_id, viewer=viewer)
    now = {"subject": row.subject, "text": row.text}
    form = LetterForm(posted(request), initial=now, lang=row.lang)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_letter(row, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            return redirect("desk:letter", row.pk)
    context = {"form": form, "group": row.group, "letter_id": row.pk, "fictional": row.group.place.fictional}
    return render(request, "desk/letter_write.html", context, status=422 if form.errors else 200)


def arrives(page: LetterPage, group: Group) -> str:
    """The letter as it will arrive; the address to leave by is another one in each."""
    return as_it_arrives(page.text, group, _("(here stands the address by which each one leaves)"))


@require_safe
@member_required
def letter(request: HttpRequest, letter_id: str) -> HttpResponse:
    """One letter: as it arrives, and how far it is."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    page = letter_page(letter_id, viewer=viewer)
    group = our_group(page.group_slug, viewer)
    context = {
        "page": page,
        "fictional": page.fictional,
        "arrives": arrives(page, group),
        "unsure_words": unsure_words(page.unsure),
        "mail": is_on(),
    }
    return render(request, "desk/letter.html", context)


def mark_of(page: LetterPage, count: int) -> str:
    """What was shown before the second press: these words to so many."""
    return hashlib.sha256(f"{page.subject}\0{page.text}\0{page.lang}\0{count}".encode()).hexdigest()[:32]


def as_shown(seen: str | None, mark: str) -> None:
    """Raises RefusedError where something else was shown before."""
    if seen != mark:
        raise RefusedError(_("The letter or the list changed meanwhile. Look once more, then send it."))


@require_http_methods(READ_OR_SEND)
@member_required
def letter_send(request: HttpRequest, letter_id: str) -> HttpResponse:
    """Once more as it arrives and to how many; the second press sends what was shown and nothing else."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    page = letter_page(letter_id, viewer=viewer)
    group = our_group(page.group_slug, viewer)
    require(may_send_letter(viewer, group), _("Only holders of an open group send its letters."))
    count = confirmed_count(group)
    mark, refused = mark_of(page, count), ""
    if request.method == "POST":
        try:
            as_shown(request.POST.get("seen"), mark)
            actions.send_letter(find_letter(letter_id, viewer=viewer), by=viewer)
        except RefusedError as error:
            refused = error.sentence
        else:
            messages.success(request, _("It is on its way. This page says how far."))
            return redirect("desk:letter", letter_id)
    to = ngettext("%(count)d address", "%(count)d addresses", count) % {"count": count}
    context = {
        "page": page,
        "fictional": page.fictional,
        "arrives": arrives(page, group),
        "count": count,
        "to": to,
        "mark": mark,
        "refused": refused,
        "mail": is_on(),
    }
    return render(request, "desk/letter_send.html", context, status=422 if refused else 200)


DEEDS: Mapping[str, Callable[..., None]] = {
    "stop": actions.stop_letter,
    "go-on": actions.go_on,
    "send-again": actions.send_unsure_again,
    "leave-it": actions.leave_unsure,
    "remove": actions.remove_letter,
}


@require_POST
@member_required
def letter_do(request: HttpRequest, letter_id: str, what: str) -> HttpResponse:
    """One of the buttons of a letter's page."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = find_letter(letter_id, viewer=viewer)
    if what not in DEEDS:
        raise Http404
    try:
        DEEDS[what](row, by=viewer)
    except (RefusedError, NotAllowedError) as error:
        messages.warning(request, error.sentence)
    else:
        if what == "remove":
            messages.success(request, _("The letter is removed."))
            return redirect("desk:letters", row.group.slug)
        messages.success(request, _("Done."))
    return redirect("desk:letter", letter_id)


urlpatterns = [
    path("groups/<slug:slug>/letters/", letters, name="letters"),
    path("groups/<slug:slug>/letters/write/", letter_write, name="letter_write"),
    path("letters/<str:letter_id>/", letter, name="letter"),
    path("letters/<str:letter_id>/change/", letter_change, name="letter_change"),
    path("letters/<str:letter_id>/send/", letter_send, name="letter_send"),
    path("letters/<str:letter_id>/<str:what>/", letter_do, name="letter_do"),
]
