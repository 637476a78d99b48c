"""The power sheet of an issue: a page of its own, for the group's own people; for others it does not exist.

Nobody is sent to sign in from here: that would tell a stranger at this address that there is something to read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.issues import actions, queries
from smallplaces.issues.enums import PowerSide
from smallplaces.web.desk.issue_forms import PowerForm
from smallplaces.web.desk.issues import READ_OR_SEND, our_issue, sent, shown

if TYPE_CHECKING:
    from smallplaces.issues.models import Issue


def write_lines(issue: Issue, *, lang: str, by: Viewer, **sides: str) -> None:
    """Puts what was typed on the sheet, one line for each side that was used. Raises RefusedError for none."""
    lines = [(side, sides[side]) for side in PowerSide.values if sides[side]]
    if not lines:
        raise RefusedError(_("Nothing was typed yet. Write at least one line."), field="decides")
    actions.add_power_lines(issue, lines=lines, lang=lang, by=by)


@require_http_methods(READ_OR_SEND)
def power(request: HttpRequest, issue_id: str) -> HttpResponse:
    """Who decides, who gains, who stands with us, who could."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    sheet = queries.power_sheet_for(issue_id, viewer=viewer)
    ours = our_issue(issue_id, viewer)
    form = PowerForm(request.POST or None, lang=ours.lang)
    if sent(request, ours, form, write_lines, _("Kept. Only our group reads this sheet.")):
        return redirect("desk:power", issue_id)
    columns = [(column, form[column.side]) for column in sheet.columns]
    return shown(request, "desk/power.html", form, issue=ours, columns=columns)


@require_POST
def power_remove(request: HttpRequest, line_id: str) -> HttpResponse:
    """Takes one line off the sheet."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    line = queries.get_power_line(line_id, viewer=viewer)
    issue_id = line.issue_id
    actions.remove_power_line(line, by=viewer)
    messages.success(request, _("The line is gone."))
    return redirect("desk:power", issue_id)


urlpatterns = [
    path("issues/<str:issue_id>/power/", power, name="power"),
    path("issues/power/<str:line_id>/remove/", power_remove, name="power_remove"),
]
