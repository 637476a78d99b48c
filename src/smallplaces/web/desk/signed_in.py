"""Who comes to the desk: people with an account. Others are sent to sign in and come back."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from smallplaces.core.refusals import require
from smallplaces.core.viewers import Viewer
from smallplaces.web.errors import not_allowed

View = Callable[..., HttpResponseBase]


def member_required(view: View) -> View:
    """Anonymous readers sign in first; somebody who is in no group and no steward is told so (403)."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        viewer: Viewer = request.viewer  # type: ignore[attr-defined]
        if not viewer.account_id:
            return redirect_to_login(request.get_full_path())
        if not (viewer.roles or viewer.is_steward):
            return not_allowed(request, _("You are in no group at present. Ask a holder of your group to invite you."))
        return view(request, *args, **kwargs)

    return inner


def steward_required(view: View) -> View:
    """Stewards of this installation only."""

    @member_required
    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        require(request.viewer.is_steward, _("This page is for the stewards of this installation."))  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return inner
