"""The seats of a committee, for the group's own people."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.actions import add_seat, ask_for_seat, change_seat, empty_seat, remove_seat
from smallplaces.groups.enums import SeatState, Sector
from smallplaces.groups.seats import committee_desk, get_seat
from smallplaces.groups.voices import our_group
from smallplaces.web.desk.decisions import READ_OR_SEND, WHO_READS_IT, day
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse


class SeatForm(forms.Form):
    """One seat: for whom, how it stands, who fills it."""

    sector = forms.ChoiceField(label=_lazy("For whom the seat is"), choices=Sector.choices, initial=Sector.RESIDENTS)
    community = forms.CharField(
        label=_lazy("In your words"),
        required=False,
        max_length=200,
        help_text=_lazy("Such as: those who came back after the flood."),
    )
    state = forms.ChoiceField(
        label=_lazy("How it stands"), choices=SeatState.choices, initial=SeatState.EMPTY, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_lazy("What we were told when we asked, or what we try next"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_lazy("Never a reproach, and no name. Whoever can read the seat can read this."),
    )
    name = forms.CharField(
        label=_lazy("Who fills it"),
        required=False,
        max_length=200,
        help_text=_lazy("Only our group reads this, unless the person chose a day below. It can stay empty."),
    )
    name_until = day(
        label=_lazy("Everybody may read the name until"),
        required=False,
        help_text=_lazy("Only if this person chose so, and two years at most. The day after, the name is gone here."),
    )
    affiliation = forms.CharField(
        label=_lazy("Where this person works or belongs"),
        required=False,
        max_length=200,
        help_text=_lazy("For identification only; read wherever the name is read."),
    )
    since = day(label=_lazy("Term since"), required=False)
    until = day(label=_lazy("Term until"), required=False)
    visibility = forms.ChoiceField(
        label=_lazy("Who can read of this seat"),
        choices=WHO_READS_IT,
        initial=Visibility.PRIVATE,
        widget=forms.RadioSelect,
    )


@require_safe
@member_required
def committee(request: HttpRequest, slug: str) -> HttpResponse:
    """All seats, with what everybody reads of them said beside each."""
    data = committee_desk(slug, viewer=request.viewer)  # type: ignore[attr-defined]
    return render(request, "desk/committee.html", {"desk": data, "page": data.page, "fictional": data.page.fictional})


def seat_form(request: HttpRequest, form: SeatForm, group: Any, seat: Any = None) -> HttpResponse:
    """The page of the form, for a new seat and for one that is there."""
    context = {"form": form, "group": group, "seat": seat, "fictional": group.place.fictional}
    return render(request, "desk/seat.html", context, status=422 if form.errors else 200)


@require_http_methods(READ_OR_SEND)
@member_required
def seat_add(request: HttpRequest, slug: str) -> HttpResponse:
    """One seat more."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = our_group(slug, viewer=viewer)
    form = SeatForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            add_seat(group, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The seat is there."))
            return redirect("desk:committee", slug)
    return seat_form(request, form, group)


@require_http_methods(READ_OR_SEND)
@member_required
def seat_change(request: HttpRequest, seat_id: str) -> HttpResponse:
    """What is said of a seat."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    seat = get_seat(seat_id, viewer=viewer)
    form = SeatForm(posted(request), initial={name: getattr(seat, name) for name in SeatForm.base_fields})
    if request.method == "POST" and form.is_valid():
        try:
            change_seat(seat, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Kept."))
            return redirect("desk:committee", seat.group.slug)
    return seat_form(request, form, seat.group, seat)


@require_POST
@member_required
def seat_empty(request: HttpRequest, seat_id: str) -> HttpResponse:
    """Whoever filled it does so no more."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    seat = get_seat(seat_id, viewer=viewer)
    empty_seat(seat, by=viewer)
    messages.success(request, _("The seat is empty. The name is gone."))
    return redirect("desk:committee", seat.group.slug)


@require_POST
@member_required
def seat_ask(request: HttpRequest, seat_id: str) -> HttpResponse:
    """We asked somebody for it; pressed once more, we asked twice."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    seat = get_seat(seat_id, viewer=viewer)
    try:
        ask_for_seat(seat, by=viewer)
    except RefusedError as error:
        messages.warning(request, error.sentence)
    else:
        messages.success(request, _("Kept: %(state)s.") % {"state": seat.get_state_display()})
    return redirect("desk:committee", seat.group.slug)


@require_http_methods(READ_OR_SEND)
@member_required
def seat_remove(request: HttpRequest, seat_id: str) -> HttpResponse:
    """Asks once more, then takes the seat away."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    seat = get_seat(seat_id, viewer=viewer)
    if request.method == "POST":
        remove_seat(seat, by=viewer)
        messages.success(request, _("The seat is gone."))
        return redirect("desk:committee", seat.group.slug)
    return render(request, "desk/seat_remove.html", {"seat": seat, "fictional": seat.group.place.fictional})


urlpatterns = [
    path("groups/<slug:slug>/committee/", committee, name="committee"),
    path("groups/<slug:slug>/committee/add/", seat_add, name="seat_add"),
    path("seats/<str:seat_id>/", seat_change, name="seat_change"),
    path("seats/<str:seat_id>/empty/", seat_empty, name="seat_empty"),
    path("seats/<str:seat_id>/asked/", seat_ask, name="seat_ask"),
    path("seats/<str:seat_id>/remove/", seat_remove, name="seat_remove"),
]
