"""The list of a group's addresses. Holders only: members read numbers (`letters`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from smallplaces.core.mail import is_on
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.letters import actions
from smallplaces.letters.policies import may_read_list
from smallplaces.letters.queries import addresses_of, find_address
from smallplaces.letters.reading import ReadList, decoded, read_list
from smallplaces.web.desk.letters import our_group
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse
from smallplaces.web.listening.forms import CleanField
from smallplaces.web.pages import as_csv

if TYPE_CHECKING:
    from smallplaces.groups.models import Group

READ_OR_SEND = ["GET", "HEAD", "POST"]
ON_A_PAGE = 50
BYTES_MOST = 1_000_000
ASKED, ASK_EACH = "asked", "ask"


class ListForm(forms.Form):
    """An existing list, and what its people were told."""

    text = CleanField(
        lines=True,
        required=False,
        label=_lazy("Paste the list"),
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off"}),
        help_text=_lazy("One address a line, or many with commas between; names around them are left out."),
    )
    file = forms.FileField(required=False, label=_lazy("Or a file"), help_text=_lazy(".txt or .csv, at most 1 MB."))
    told = CleanField(
        label=_lazy("What were these people told?"),
        max_length=500,
        help_text=_lazy(
            "As: “at the March meeting they wrote their address on a sheet that said: we tell you when we meet”."
        ),
    )
    how = forms.ChoiceField(
        label=_lazy("Did they ask for this?"),
        widget=forms.RadioSelect,
        choices=[
            (ASKED, _lazy("Yes, each of them asked to hear when we meet")),
            (ASK_EACH, _lazy("Not all, or we do not know: ask each of them once, and write only to who says yes")),
        ],
    )

    def clean(self) -> dict[str, Any]:
        """One text, from the field or from the file."""
        cleaned = super().clean() or self.cleaned_data
        file = cleaned.pop("file", None)
        if file is not None and file.size > BYTES_MOST:
            self.add_error("file", _("This file is larger than 1 MB. Bring the list in by parts."))
        elif file is not None:
            cleaned["text"] = f"{cleaned.get('text', '')}\n{decoded(file.read())}"
        elif not cleaned.get("text"):
            self.add_error("text", _("Paste a list, or choose a file."))
        return cleaned


def held_group(slug: str, viewer: Viewer) -> Group:
    """A group whose list the viewer may read. Raises NotVisibleError, NotAllowedError."""
    group = our_group(slug, viewer)
    require(may_read_list(viewer, group), _("Only the holders of this group read its addresses."))
    return group


@require_safe
@member_required
def addresses(request: HttpRequest, slug: str) -> HttpResponse:
    """The addresses, fifty a page; a part of one finds it."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = held_group(slug, viewer)
    words = request.GET.get("q", "")[:100]
    rows = addresses_of(group, words=words, viewer=viewer)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"group": group, "page": page, "words": words, "fictional": group.place.fictional}
    return render(request, "desk/addresses.html", context)


@require_http_methods(READ_OR_SEND)
@member_required
def addresses_add(request: HttpRequest, slug: str) -> HttpResponse:
    """First a look at what the list holds; the second press brings it in."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = held_group(slug, viewer)
    form = ListForm(posted(request), request.FILES or None)
    looked: ReadList | None = None
    if request.method == "POST" and form.is_valid():
        told, how = form.cleaned_data["told"], form.cleaned_data["how"]
        try:
            looked = read_list(form.cleaned_data["text"])
            if request.POST.get("bring") == "yes":
                brought = actions.bring_in_addresses(
                    group, emails=looked.emails, told=told, asked=how == ASKED, lang=group.lang, by=viewer
                )
                messages.success(request, in_words(brought))
                return redirect("desk:letters", group.slug)
        except RefusedError as error:
            looked = None
            refuse(form, error)
    context = {"form": form, "group": group, "looked": looked, "mail": is_on(), "fictional": group.place.fictional}
    if looked:
        context |= {"list": "\n".join(looked.emails), "asked": form.cleaned_data["how"] == ASKED}
    return render(request, "desk/addresses_add.html", context, status=422 if form.errors else 200)


def in_words(brought: actions.Brought) -> str:
    """What became of a list."""
    new = ngettext("%(count)d address is new.", "%(count)d addresses are new.", brought.new) % {"count": brought.new}
    known = ngettext("%(count)d was here.", "%(count)d were here.", brought.known) % {"count": brought.known}
    left = ngettext("%(count)d had left, and stays out.", "%(count)d had left, and stay out.", brought.left)
    parts = [new, known if brought.known else "", left % {"count": brought.left} if brought.left else ""]
    return " ".join(part for part in parts if part)


@require_POST
@member_required
def addresses_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """The whole list as a file; the press is kept in who did what."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = held_group(slug, viewer)
    answer = as_csv(actions.take_addresses_along(group, by=viewer))
    answer.headers["Content-Disposition"] = f'attachment; filename="addresses-{group.slug}.csv"'
    return answer


@require_POST
@member_required
def address_do(request: HttpRequest, address_id: str, what: str) -> HttpResponse:
    """Removes an address on its person's wish, or notes that letters to it come back, or that they arrive again."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = find_address(address_id, viewer=viewer)
    slug = row.group.slug
    try:
        if what == "remove":
            actions.remove_address(row, by=viewer)
            messages.success(request, _("The address is removed, and no list brings it in again."))
        elif what in {"came-back", "works"}:
            actions.note_came_back(row, came_back=what == "came-back", by=viewer)
            messages.success(request, _("Noted."))
        else:
            raise Http404
    except RefusedError as error:
        messages.warning(request, error.sentence)
    return redirect("desk:addresses", slug)


urlpatterns = [
    path("groups/<slug:slug>/addresses/", addresses, name="addresses"),
    path("groups/<slug:slug>/addresses/add/", addresses_add, name="addresses_add"),
    path("groups/<slug:slug>/addresses/file/", addresses_csv, name="addresses_csv"),
    path("addresses/<str:address_id>/<str:what>/", address_do, name="address_do"),
]
