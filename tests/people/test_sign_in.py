"""Signing in: with a password, with a second step, and never by making an account of one's own."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings as SettingsWrapper

from lupaus.counties.models import County
from lupaus.people.models import User
from tests.conftest import PASSWORD

SIGN_IN = "/account/login/"


@pytest.fixture(autouse=True)
def _no_attempts_yet() -> None:
    cache.clear()


def test_an_official_signs_in_and_comes_to_the_desk(client: Client, preparer: User) -> None:
    answer = client.post(SIGN_IN, {"login": preparer.email, "password": PASSWORD})

    assert (answer.status_code, answer["Location"]) == (302, "/desk/")


def test_an_official_returns_to_the_page_that_asked(client: Client, preparer: User) -> None:
    turned_away = client.get("/desk/people/")
    form = {"login": preparer.email, "password": PASSWORD, "next": "/desk/people/"}
    answer = client.post(turned_away["Location"], form)

    assert answer["Location"] == "/desk/people/"


def test_a_wrong_password_keeps_the_address_and_says_what_to_do(client: Client, preparer: User) -> None:
    page = client.post(SIGN_IN, {"login": preparer.email, "password": "wrong"}, HTTP_ACCEPT_LANGUAGE="en")

    assert page.status_code == 200
    assert preparer.email in page.content.decode()
    assert "sessionid" not in client.cookies


def test_too_many_attempts_are_stopped(client: Client, preparer: User) -> None:
    answers = [
        client.post(SIGN_IN, {"login": preparer.email, "password": f"wrong {number}"}).status_code
        for number in range(12)
    ]
    right = client.post(SIGN_IN, {"login": preparer.email, "password": PASSWORD})

    assert set(answers) <= {200, 429}
    assert right.status_code != 302


def test_nobody_makes_an_account_of_their_own(client: Client, county: County) -> None:
    page = client.get("/account/signup/")
    sent = client.post("/account/signup/", {"email": "a@example.invalid", "password1": PASSWORD})

    assert (page.status_code, sent.status_code) == (403, 403)
    assert User.objects.count() == 0


def test_demo_accounts_are_listed_only_in_a_demo(
    client: Client, county: County, preparer: User, settings: SettingsWrapper
) -> None:
    settings.DEMO = True
    outside = client.get(SIGN_IN).content.decode()
    County.objects.update(is_demo=True)
    inside = client.get(SIGN_IN).content.decode()

    assert preparer.email not in outside
    assert preparer.email in inside
    assert settings.DEMO_PASSWORD in inside


def test_without_the_demo_setting_a_demo_county_lists_nobody(
    client: Client, county: County, preparer: User
) -> None:
    County.objects.update(is_demo=True)

    assert preparer.email not in client.get(SIGN_IN).content.decode()


def test_where_two_steps_are_demanded_an_official_is_led_to_begin_them(
    client: Client, preparer: User, settings: SettingsWrapper
) -> None:
    settings.REQUIRE_TWO_FACTOR = True
    client.post(SIGN_IN, {"login": preparer.email, "password": PASSWORD})

    turned = client.get("/desk/people/")
    page = confirmed(client, turned["Location"])

    assert turned["Location"] == "/account/two-step/begin/"
    assert page.status_code == 200
    assert 'src="data:image/svg+xml;base64,' in page.content.decode()


def test_an_official_takes_two_steps_into_use_and_signs_in_with_both(
    client: Client, preparer: User, settings: SettingsWrapper
) -> None:
    settings.REQUIRE_TWO_FACTOR = True
    client.post(SIGN_IN, {"login": preparer.email, "password": PASSWORD})
    secret = confirmed(client, "/account/two-step/begin/").context["form"].secret

    begun = client.post("/account/two-step/begin/", {"code": code_of(secret)})
    codes = client.get(begun["Location"])
    inside = client.get("/desk/people/")

    assert begun["Location"] == "/account/two-step/codes/"
    assert len(codes.context["unused_codes"]) == 10
    assert inside.status_code == 200

    another = Client()
    first = another.post(SIGN_IN, {"login": preparer.email, "password": PASSWORD})
    second = another.post(first["Location"], {"code": codes.context["unused_codes"][0]})

    assert first["Location"] == "/account/two-step/sign-in/"
    assert second["Location"] == "/desk/"
    assert Authenticator.objects.filter(user=preparer).count() == 2


def test_a_wrong_code_lets_nobody_in(client: Client, preparer: User) -> None:
    TOTP.activate(preparer, "JBSWY3DPEHPK3PXP")
    first = client.post(SIGN_IN, {"login": preparer.email, "password": PASSWORD})

    second = client.post(first["Location"], {"code": "000000"})

    assert second.status_code == 200
    assert client.get("/desk/people/").status_code == 302


def test_a_forgotten_password_is_mended_by_mail(client: Client, preparer: User) -> None:
    client.post("/account/password/reset/", {"email": preparer.email})
    link = next(word for word in mail.outbox[0].body.split() if word.startswith("http"))
    form = client.get(link)
    done = client.post(
        form["Location"], {"password1": "quite another phrase", "password2": "quite another phrase"}
    )

    assert done["Location"] == "/account/password/reset/key/done/"
    assert (
        client.post(SIGN_IN, {"login": preparer.email, "password": "quite another phrase"}).status_code == 302
    )


def test_an_unknown_address_is_not_told_apart(client: Client, preparer: User) -> None:
    answer = client.post("/account/password/reset/", {"email": "nobody@example.invalid"})

    assert answer["Location"] == "/account/password/reset/done/"
    assert mail.outbox == []


PAGES = ["/account/logout/", "/account/password/change/", "/account/two-step/", "/account/two-step/begin/"]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("prefix", ["", "/sv", "/en"])
def test_every_account_page_is_ours(client: Client, preparer: User, address: str, prefix: str) -> None:
    client.post(SIGN_IN, {"login": preparer.email, "password": PASSWORD})

    page = confirmed(client, prefix + address)

    assert page.status_code == 200
    assert "web/base.html" in [template.name for template in page.templates]


def test_signing_out_needs_a_press_and_leads_home(client: Client, preparer: User) -> None:
    client.post(SIGN_IN, {"login": preparer.email, "password": PASSWORD})

    asked = client.get("/account/logout/")
    out = client.post("/account/logout/")

    assert asked.status_code == 200
    assert out["Location"] == "/"
    assert client.get("/desk/people/").status_code == 302


def confirmed(client: Client, address: str) -> Any:
    """A page behind the question "is it still you?", answered with the password."""
    page = client.get(address)
    if page.status_code == 302 and "reauthenticate" in page["Location"]:
        answered = client.post(page["Location"], {"password": PASSWORD, "next": address})
        page = client.get(answered["Location"])
    return page


def code_of(secret: str) -> str:
    """What the app on the phone would show now."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
