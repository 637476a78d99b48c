"""A whole tree of causes from the wall, typed on one sheet: ten lines, all of them kept or none."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.issues import actions, queries
from smallplaces.issues.actions.causes import MOST_BOXES
from smallplaces.issues.enums import CauseLevel
from smallplaces.issues.lines import IssueCore
from smallplaces.web.desk.causes import Sheet
from smallplaces.web.desk.issue_forms import TreeForm, show_refusal
from smallplaces.web.desk.issues import READ_OR_SEND, our_issue, shown
from smallplaces.web.desk.signed_in import member_required

ROWS = 10
LEVELS = CauseLevel.values


@member_required
@require_http_methods(READ_OR_SEND)
def tree_sheet(request: HttpRequest, issue_id: str) -> HttpResponse:
    """Ten lines, more when asked for; then the tree as it hangs on the wall."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    ours = our_issue(issue_id, viewer)
    more, sending = "more" in request.POST, request.method == "POST"
    data = _with_lines(request.POST, ROWS if more else 0) if sending else None
    count = int(str(data["rows"])) if data else ROWS
    sheet = Sheet(ours, queries.tree_of(issue_id, viewer=viewer), viewer, data, rows=count)
    # More lines: nothing is sent yet, so nothing is missing yet.
    form = TreeForm(data if sending and not more else None, lang=ours.lang, initial=request.POST.dict() if more else {})
    if form.is_bound:
        if all([form.is_valid(), sheet.is_valid()]) and _keep(request, ours, form, sheet):
            return redirect("public:issue_tree", ours.place_slug, ours.id)
        if not form.errors:
            form.add_error(None, _("Look at the lines that are marked. The others are still here."))
    return shown(request, "desk/tree_sheet.html", form, issue=ours, sheet=sheet, count=count)


def _with_lines(post: QueryDict, more: int) -> QueryDict:
    """What was sent, with `more` lines under those that were there."""
    data = post.copy()
    sent = str(data.get("rows", ""))
    count = int(sent) if sent.isdecimal() and sent.isascii() and len(sent) < 4 else ROWS
    count = max(ROWS, min(count + more, MOST_BOXES))
    for number in range(count):
        data.setdefault(f"line-{number}-level", LEVELS[number % len(LEVELS)])
    data["rows"] = str(count)
    return data


def _keep(request: HttpRequest, ours: IssueCore, form: TreeForm, sheet: Sheet) -> bool:
    """Keeps the whole tree. False where a line now says what is wrong; then nothing of it is kept."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    used: list[int] = []
    try:
        drafts, used = sheet.drafts(form.cleaned_data["lang"], viewer)
        if not drafts:
            form.add_error(None, _("Nothing was typed yet. Write at least one box."))
            return False
        issue = queries.get_issue(ours.id, viewer=viewer)
        made = actions.add_causes(issue, drafts=drafts, made_in=form.cleaned_data["made_in"], by=viewer)
    except RefusedError as refusal:
        number, dot, field = refusal.field.partition(".")
        if dot:
            show_refusal(sheet.rows[used[int(number) - 1]], RefusedError(refusal.sentence, field=field))
            return False
        show_refusal(form, refusal)
        return False
    words = ngettext("%(count)s box hangs on the tree now.", "%(count)s boxes hang on the tree now.", len(made))
    messages.success(request, words % {"count": len(made)})
    return True


urlpatterns = [path("issues/<str:issue_id>/tree/type/", tree_sheet, name="tree_sheet")]
