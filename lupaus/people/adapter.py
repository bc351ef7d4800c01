"""How officials' sign-in behaves and speaks."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

SAID = {
    "account/messages/password_changed.txt": _("Your password is changed."),
    "account/messages/password_set.txt": _("Your password is set."),
    "mfa/messages/totp_activated.txt": _("Two-step sign-in is in use."),
    "mfa/messages/totp_deactivated.txt": _("Two-step sign-in is no longer in use."),
    "mfa/messages/recovery_codes_generated.txt": _(
        "You have new recovery codes. The old ones no longer work."
    ),
}
WRONG_CODE = _("This code does not work. Look at the code in your app again: it changes every 30 seconds.")


class OfficialsAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by a county's administrator, never by signing up."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is not in use. Ask your county's administrator."),
        "email_password_mismatch": _("The e-mail address and the password do not go together. Check both."),
        "enter_current_password": _("This is not your present password. Write it again."),
        "incorrect_code": WRONG_CODE,
        "incorrect_password": _("This is not your password. Write it again."),
        "invalid_password_reset": _("This link no longer works. Ask for a new one."),
        "too_many_login_attempts": _("Too many attempts. Wait five minutes and try again."),
        "rate_limited": _("Too many attempts. Wait five minutes and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say only what helps: that one came in or went out is seen from the page itself."""
        if said := SAID.get(message_template or ""):
            messages.add_message(request, level, said)


class OfficialsSecondFactorAdapter(DefaultMFAAdapter):
    """The second step of signing in, in our words."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "cannot_generate_recovery_codes": _(
            "Take two-step sign-in into use first. Recovery codes come with it."
        ),
    }
