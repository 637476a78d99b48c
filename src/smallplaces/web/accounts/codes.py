"""The picture that an app for one-time codes reads: a file of our own, because our pages carry no pictures inside."""

from __future__ import annotations

import io

import segno
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe


@require_safe
@login_required
def picture(request: HttpRequest) -> HttpResponse:
    """The secret of this session, while it is being set up; there is none before and after."""
    secret = request.session.get(SECRET_SESSION_KEY)
    if not secret:
        raise Http404
    address = get_adapter().build_totp_url(request.user, secret)
    buffer = io.BytesIO()
    segno.make(address, error="m").save(buffer, kind="svg", scale=5, border=4, dark="#000", light="#fff", nl=False)
    return HttpResponse(buffer.getvalue(), content_type="image/svg+xml", headers={"Cache-Control": "no-store"})


urlpatterns = [path("codes/picture/", picture, name="codes_picture")]
