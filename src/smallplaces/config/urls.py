"""Addresses. The screen's language stands first in the address (`/es/...`); the installation's own has no prefix."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

pages: list[URLPattern | URLResolver] = i18n_patterns(
    path("account/", include("smallplaces.web.accounts.urls")),
    path("our-work/", include("smallplaces.web.desk.urls")),
    path("room/", include("smallplaces.web.listening.urls")),
    path("answer/", include("smallplaces.web.hall.urls")),
    path("", include("smallplaces.web.public.urls")),
    prefix_default_language=False,
)
urlpatterns = [path("", include("smallplaces.web.stylesheet")), *pages]
handler400 = "smallplaces.web.errors.bad_request"
handler404 = "smallplaces.web.errors.not_found"
handler500 = "smallplaces.web.errors.broken"
