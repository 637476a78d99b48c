"""The one door to files: always as something to save, never as something that runs here."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.core.files import file_for, path_of


@require_safe
def file(request: HttpRequest, file_id: str) -> FileResponse:
    """A file that this viewer may open. Raises NotVisibleError."""
    row = file_for(file_id, viewer=request.viewer)  # type: ignore[attr-defined]
    try:
        opened = path_of(row.sha256).open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(opened, as_attachment=True, filename=row.name, content_type=row.media_type)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


urlpatterns = [path("files/<str:file_id>/", file, name="file")]
