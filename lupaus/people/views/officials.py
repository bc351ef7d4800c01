"""An official's own pages: signing in, and one's own account."""

from allauth.account.views import LoginView
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from lupaus.counties.requests import CountyRequest
from lupaus.people.actions import introduce_oneself
from lupaus.people.forms import IntroductionForm
from lupaus.people.queries import demo_accounts, own_data
from lupaus.people.requests import OfficialRequest, officials_only


def sign_in(request: CountyRequest) -> HttpResponse:
    """E-mail and password; in a demo also whose account to try."""
    tried = {"demo_accounts": demo_accounts(request.county), "demo_password": settings.DEMO_PASSWORD}
    response: HttpResponse = LoginView.as_view(extra_context=tried)(request)
    return response


def no_sign_up(request: HttpRequest) -> HttpResponse:
    """Says who makes the accounts."""
    return render(request, "people/no_sign_up.html", status=403)


@officials_only
def own_account(request: OfficialRequest) -> HttpResponse:
    """Name, title and language; ways to a new password and two-step sign-in."""
    user = request.user
    form = IntroductionForm(
        request.POST or None, initial={"name": user.name, "title": user.title, "language": user.language}
    )
    if form.is_valid():
        introduce_oneself(user, **form.cleaned_data)
        messages.success(request, _("Your details are saved."))
        return redirect("people:own_account")
    return render(request, "people/own_account.html", {"form": form, "section": "own_account"})


@officials_only
def own_data_file(request: OfficialRequest) -> HttpResponse:
    """Everything tied to one's own account, as a file."""
    response = JsonResponse(own_data(request.user), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="lupaus-own-data.json"'
    return response
