"""What we change about django-allauth."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from smallplaces.web.visitors import visitor_key


class ClosedDoorAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up uninvited: an account begins with a one-time link (web.accounts.invitation)."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _lazy("This name and this password do not go together. Try once more."),
        "too_many_login_attempts": _lazy("That was tried many times. Wait five minutes, then try again."),
        "enter_current_password": _lazy("This is not your password until now. Try once more."),
        "incorrect_password": _lazy("This is not your password. Try once more."),
        "rate_limited": _lazy("That was tried many times. Wait five minutes, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  (allauth's signature)
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """For counting wrong passwords: a key instead of the address, so that no address reaches the cache."""
        return visitor_key(request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        messages.success(request, _("Your password is changed."))
        return reverse("mfa_index")

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Our pages say by themselves what happened; a greeting at each sign-in would only be in the way."""

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:  # noqa: ARG002
        messages.warning(request, _("This account is closed. Ask a holder of your group."))
        return redirect("account_login")


class CodesAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """One-time codes, in our words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _lazy("This code is not right, or its half minute is over. Try the next one."),
        "cannot_generate_recovery_codes": _lazy("Recovery codes come with one-time codes. Switch those on first."),
    }

    def build_totp_svg(self, url: str) -> str:  # noqa: ARG002  (allauth's signature)
        """Nothing: the picture is a file of its own (web.accounts.codes)."""
        return ""
