"""Requests that know who is asking, and the door officials come in by."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from lupaus.counties.requests import CountyRequest
from lupaus.people.models import Participant, User

P = ParamSpec("P")


class ResidentRequest(CountyRequest):
    """A resident's request; `participant` is None until the person has taken part on this device."""

    participant: Participant | None


class OfficialRequest(CountyRequest):
    """A signed-in official's request, with a role in the county."""

    user: User


def officials_only(
    view: Callable[Concatenate[OfficialRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Only people with a role in this county, with their second factor in use where it is demanded."""

    @wraps(view)
    def guarded(request: Any, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        user = request.user
        if not isinstance(user, User):
            return redirect_to_login(request.get_full_path())
        if not user.has_role(request.county):
            raise PermissionDenied
        if settings.REQUIRE_TWO_FACTOR and not is_mfa_enabled(user):
            return redirect("mfa_activate_totp")
        return view(request, *args, **kwargs)

    return guarded
