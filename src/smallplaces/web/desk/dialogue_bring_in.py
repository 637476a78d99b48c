"""Bringing a dialogue in: the first press shows what would come in, the second one writes."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues import between
from smallplaces.dialogues.actions import Imported, Wish, import_polis
from smallplaces.dialogues.exports import counted, export_of
from smallplaces.groups.queries import groups_of, groups_of_place
from smallplaces.web.desk.acts import place_asked
from smallplaces.web.desk.demands import shown
from smallplaces.web.desk.dialogue_forms import COUNTED_ONLY, BringInForm
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse

FIRST = 5


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: HttpRequest) -> HttpResponse:
    """An export of Polis: asked what people were told, looked at, and written by the second press."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    place = place_asked(request)
    groups = [one for one in groups_of(viewer) if one.place_id == place.pk]
    _somebody_holds_it(groups, place, viewer)
    options: dict[str, Any] = {"lang": place.lang, "groups": [(one.pk, one.name) for one in groups]}
    form = BringInForm(posted(request), request.FILES or None, **options)
    look: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        try:
            given = form.cleaned_data
            group = next((one for one in groups if one.pk == given.get("group")), groups[0] if groups else None)
            wish = _wish(given)
            value = given["value"] or between.kept_value(given["kept"])
            if "write" in request.POST and not given["value"]:
                done = import_polis(place, export=export_of(value), group=group, wish=wish, by=viewer)
                between.let_go(given["kept"])
                return _written(request, done, viewer)
            look, form = _looked(request, value, wish, options)
        except RefusedError as error:
            refuse(form, error)
    return shown(request, "desk/dialogue_bring_in.html", form, place=place, fictional=place.fictional, **look)


def _somebody_holds_it(groups: list[Any], place: Any, viewer: Viewer) -> None:
    """A group of the viewer's there; for a steward also a place where nobody works yet. Raises NotAllowedError."""
    alone = viewer.is_steward and not groups_of_place(place.pk, viewer=viewer)
    if not groups and not alone:
        raise NotAllowedError(_("Only people of a group that works here can bring a dialogue in."))


def _wish(given: dict[str, Any]) -> Wish:
    return Wish(
        source=given["source"],
        lang=given["lang"],
        told=given["told"],
        uses=(*COUNTED_ONLY, *given["uses"]),
        open_waiting=given["open_waiting"],
    )


def _looked(request: HttpRequest, value: dict[str, Any], wish: Wish, options: dict[str, Any]) -> tuple[Any, Any]:
    """What would come in, and the form that brings it: of an earlier look nothing stays."""
    before = request.POST.get("kept", "")
    if before:
        with suppress(RefusedError):  # too old: nothing to let go of, and the files were chosen once more
            between.let_go(before)
    export = export_of(value)
    data = request.POST.copy()
    data["kept"] = between.keep(value)
    first = [one for one in export.statements if one.text and one.moderated >= 0][:FIRST]
    look = {"looked": counted(export, open_waiting=wish.open_waiting), "title": export.topic, "first": first}
    return look | {"quoted": "C4" in wish.uses, "lang": wish.lang}, BringInForm(data, **options)


def _written(request: HttpRequest, done: Imported, viewer: Viewer) -> HttpResponse:
    if not done.is_new:
        messages.success(request, _("This export is here already. Nothing was changed."))
    elif done.group_opened:
        told = {"group": done.dialogue.group.name}
        messages.success(request, _("It is here. Nobody works there yet, so “%(group)s” was opened for it.") % told)
    else:
        messages.success(request, _("It is here. Only our group reads it so far."))
    if viewer.is_member_of(done.dialogue.group_id):
        return redirect("desk:dialogue", done.dialogue.pk)
    return redirect("public:group", done.dialogue.group.slug)


urlpatterns = [path("dialogues/bring-in/", bring_in, name="dialogue_bring_in")]
