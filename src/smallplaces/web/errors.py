"""What went wrong, that nothing was lost, what to do now."""

from __future__ import annotations

import logging
import secrets
import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

log = logging.getLogger("smallplaces")


def _page(request: HttpRequest, status: int, title: str, sentence: str, *, again: bool = False) -> HttpResponse:
    return render(request, "public/error.html", {"title": title, "sentence": sentence, "again": again}, status=status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  (Django hands it in)
    """404: the same page for what never was and for what is not this viewer's."""
    return _page(
        request,
        404,
        _("There is nothing here"),
        _("The address may be cut off, or the page is not public. Nothing is lost."),
    )


def not_allowed(request: HttpRequest, sentence: str) -> HttpResponse:
    """403 with the reason."""
    return _page(request, 403, _("This is not open to you"), sentence)


def refused(request: HttpRequest, sentence: str) -> HttpResponse:
    """400 with what is wrong and what to do."""
    return _page(request, 400, _("That could not be done"), sentence, again=True)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  (Django hands it in)
    """400 for a request that Django itself turns away: too long, too many fields."""
    return _page(
        request,
        400,
        _("That was too much at once"),
        _("Send less at a time: at most 200 sentences, or one file of 10 MB. What was saved before is safe."),
    )


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  (Django hands it in)
    """403 for a form without its safety mark: an old page, or cookies switched off."""
    return _page(
        request,
        403,
        _("This page is too old to send"),
        _("Go back, load the page again and send it once more. Your browser needs to allow cookies of this site."),
    )


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  (the page must not touch what may be broken)
    """500: our fault. The log gets a number and the kind of error, never the words that were being sent."""
    number = secrets.token_hex(4)
    kind = sys.exc_info()[0]
    log.error("Error %s: %s", number, kind.__name__ if kind else "unknown")
    return HttpResponse(render_to_string("public/broken.html", {"number": number}), status=500)
