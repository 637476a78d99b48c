"""Deciding on what somebody said is wrong: it says this instead, both stand, or neither."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.places.actions import accept_correction, refuse_correction
from smallplaces.places.queries import get_correction
from smallplaces.web.desk.signed_in import member_required


@member_required
@require_POST
def correction_settle(request: HttpRequest, correction_id: str) -> HttpResponse:
    """Takes a correction up, lets both stand, or does not take it up."""
    viewer = request.viewer  # type: ignore[attr-defined]
    row = get_correction(correction_id, viewer=viewer)
    answer = request.POST.get("answer", "")
    try:
        if answer in {"accept", "beside"}:
            accept_correction(row, beside=answer == "beside", by=viewer)
            messages.success(
                request, _("Accepted: everybody reads it now, and what stood there before is in its history.")
            )
        elif answer == "refuse":
            refuse_correction(row, by=viewer)
            messages.success(request, _("Not accepted. Nobody sees it."))
        else:
            raise NotVisibleError(answer)
    except RefusedError as error:
        messages.error(request, error.sentence)
    return redirect("desk:place", row.place.slug) if row.place else redirect("desk:steward")


urlpatterns = [path("corrections/<str:correction_id>/", correction_settle, name="correction_settle")]
