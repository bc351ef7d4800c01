"""How officials' sign-in behaves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class OfficialsAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by a county's administrator, never by signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
