"""The forms of signing in: django-allauth's with our words, and our own."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.utils.translation import gettext_lazy as _

CODE_HELP = _("Six digits from your app, or one of your recovery codes.")


def reword(form: forms.BaseForm, **words: Any) -> None:
    """Gives fields of a form their label in our words; their placeholders go."""
    for name, label in words.items():
        form.fields[name].label = label
        form.fields[name].help_text = ""
        form.fields[name].widget.attrs.pop("placeholder", None)


class SignInForm(account.LoginForm):  # type: ignore[misc]
    """Name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, login=_("The name you sign in with"), password=_("Password"))


class AgainForm(account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something weighty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, password=_("Password"))


class ChangePasswordForm(account.ChangePasswordForm):  # type: ignore[misc]
    """The old password, and the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {"oldpassword": _("The password until now"), "password1": _("The new password")}
        reword(self, **words, password2=_("The new password once more"))
        self.fields["password1"].help_text = " ".join(password_validators_help_texts())


class CodeForm(mfa.AuthenticateForm):  # type: ignore[misc]
    """A one-time code at sign-in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, code=_("One-time code"))
        self.fields["code"].help_text = CODE_HELP


class CodeAgainForm(mfa.ReauthenticateForm):  # type: ignore[misc]
    """A one-time code before something weighty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, code=_("One-time code"))
        self.fields["code"].help_text = CODE_HELP


class SwitchOnCodesForm(totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code from the app, to see that it works."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self, code=_("The six digits that the app shows now"))
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class NewPasswordForm(forms.Form):
    """A password, once: it can be looked at in any browser that hides it, and a holder can make another link."""

    password = forms.CharField(
        label=_("A password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 15 letters or signs. Four words that only you would put together are easy to keep."),
    )


class JoinForm(NewPasswordForm):
    """What an account needs: a name to sign in with and a password; no mail."""

    username = forms.CharField(
        label=_("The name you sign in with"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        help_text=_(
            "Letters, digits, dots or dashes. Your group and the stewards see it; it need not be your own name."
        ),
    )
    name = forms.CharField(
        label=_("What your group calls you"),
        max_length=100,
        required=False,
        help_text=_("Your group and the stewards see it."),
    )
    field_order = ["username", "password", "name"]
