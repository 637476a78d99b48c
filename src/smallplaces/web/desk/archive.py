"""Take everything and leave; bring in what was taken along elsewhere."""

from __future__ import annotations

import io

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from smallplaces.archive.pages import bring_in_kept, group_to_leave, look_and_keep, written_archive
from smallplaces.core.refusals import RefusedError
from smallplaces.web.desk.signed_in import member_required, steward_required
from smallplaces.web.forms import refuse


class ArchiveForm(forms.Form):
    """The file that a group took along."""

    file = forms.FileField(
        label=_lazy("The archive"),
        help_text=_lazy("A .zip of at most 10 MB. Bring a larger one in with: smallplaces import all FILE"),
        error_messages={
            "required": _lazy("Choose a file first."),
            "empty": _lazy("This file is empty. Ask for it again."),
        },
    )

    def clean_file(self) -> bytes:
        """The bytes, if there are not too many."""
        file = self.cleaned_data["file"]
        if file.size > settings.FILE_BYTES_MAX:
            raise forms.ValidationError(
                _("This file is larger than 10 MB. Use the command: smallplaces import all FILE")
            )
        return bytes(file.read())


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def archive(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What the file will hold; a press gives it. Holders only."""
    viewer = request.viewer  # type: ignore[attr-defined]
    group = group_to_leave(slug, viewer=viewer)
    if request.method != "POST":
        return render(request, "desk/archive.html", {"group": group, "fictional": group.place.fictional})
    with written_archive(group, by=viewer) as written:
        data = io.BytesIO(written.read_bytes())
    return FileResponse(data, as_attachment=True, filename=written.name, content_type="application/zip")


@require_http_methods(["GET", "HEAD", "POST"])
@steward_required
def bring_in(request: HttpRequest) -> HttpResponse:
    """First look, then bring in: the second press writes, the first does not."""
    viewer = request.viewer  # type: ignore[attr-defined]
    kept = request.POST.get("kept", "")
    form = ArchiveForm(request.POST or None, request.FILES or None) if not kept else ArchiveForm()
    try:
        if kept:
            looked = bring_in_kept(kept, by=viewer)
            messages.success(
                request,
                _("Brought in: %(rows)d rows, %(files)d files.") % {"rows": looked.total, "files": looked.files},
            )
            return redirect("desk:home")
        if form.is_valid():
            looked, kept = look_and_keep(form.cleaned_data["file"], by=viewer)
            return render(
                request, "desk/archive_preview.html", {"looked": looked, "kept": kept, "fictional": looked.fictional}
            )
    except RefusedError as error:
        refuse(form, error)
    return render(request, "desk/archive_bring_in.html", {"form": form}, status=422 if form.errors else 200)


urlpatterns = [
    path("groups/<slug:slug>/archive/", archive, name="archive"),
    path("bring-in/", bring_in, name="archive_bring_in"),
]
