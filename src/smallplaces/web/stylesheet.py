"""The stylesheet: files by role, handed out as one, so that a slow link waits once.

The address holds a mark of the content, so a browser may keep it for ever and never shows an old one.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

import smallplaces

FOLDER = Path(smallplaces.__file__).parent / "static" / "css"
# The order of the roles; within the page, cascade layers decide.
ROLES = ("tokens", "base", "layout", "words", "lists", "forms", "tree")
A_YEAR = 365 * 24 * 3600


@cache
def sheet() -> tuple[str, bytes]:
    """The mark of the content, and the content. Read once a process."""
    parts = [(FOLDER / f"{role}.css").read_text("utf-8") for role in ROLES]
    parts.append("@media print {\n" + (FOLDER / "print.css").read_text("utf-8") + "}\n")
    data = "\n".join(parts).encode()
    return hashlib.sha256(data).hexdigest()[:12], data


@require_safe
def stylesheet(request: HttpRequest, mark: str) -> HttpResponse:  # noqa: ARG001  (Django hands it in)
    """The whole stylesheet under its present mark; an old mark does not exist."""
    present, data = sheet()
    if mark != present:
        raise Http404
    headers = {"Cache-Control": f"public, max-age={A_YEAR}, immutable"}
    return HttpResponse(data, content_type="text/css; charset=utf-8", headers=headers)


urlpatterns = [path("style-<str:mark>.css", stylesheet, name="stylesheet")]
