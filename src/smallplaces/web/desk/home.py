"""Our work: what needs us today?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.groups.pages import own_groups
from smallplaces.web.desk.needs import needs
from smallplaces.web.desk.signed_in import member_required


@require_safe
@member_required
def home(request: HttpRequest) -> HttpResponse:
    """Sentences about what waits, then the groups."""
    viewer = request.viewer  # type: ignore[attr-defined]
    return render(request, "desk/home.html", {"needs": needs(viewer), "groups": own_groups(viewer)})


urlpatterns = [path("", home, name="home")]
