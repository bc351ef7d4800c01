"""Addresses of signing in: only those pages of the sign-in library that we have written in our own words."""

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import path, re_path

from lupaus.people.views import officials

urlpatterns = [
    path("login/", officials.sign_in, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("signup/", officials.no_sign_up, name="account_signup"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("two-step/", second_step.index, name="mfa_index"),
    path("two-step/sign-in/", second_step.authenticate, name="mfa_authenticate"),
    path("two-step/again/", second_step.reauthenticate, name="mfa_reauthenticate"),
    path("two-step/begin/", totp.activate_totp, name="mfa_activate_totp"),
    path("two-step/end/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("two-step/codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("two-step/codes/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("two-step/codes/file/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
]
