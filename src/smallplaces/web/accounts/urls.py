"""Addresses of signing in: the few of django-allauth that we use, and our own one-time doors."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import path

from smallplaces.web.accounts import codes, invitation, new_password

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("codes/", mfa.index, name="mfa_index"),
    path("codes/sign-in/", mfa.authenticate, name="mfa_authenticate"),
    path("codes/again/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("codes/on/", totp.activate_totp, name="mfa_activate_totp"),
    path("codes/off/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("codes/recovery/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("codes/recovery/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("codes/recovery/file/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    *codes.urlpatterns,
    *invitation.urlpatterns,
    *new_password.urlpatterns,
]
