"""A county's first administrator comes in by a command, and lets in everyone else."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from lupaus.counties.models import County
from lupaus.people.models import Membership, User


def appoint(code: str = "99", email: str = "eka@example.invalid") -> str:
    said = StringIO()
    call_command("appoint_admin", code, email=email, name="Eka Virta", stdout=said)
    return said.getvalue()


def test_the_first_administrator_chooses_a_password_and_is_in(client: Client, county: County) -> None:
    said = appoint()

    user = User.objects.get(email="eka@example.invalid")
    assert user.has_role(county, "admin")
    way = re.search(r"http://127.0.0.1:8000(\S+)", said)
    assert way is not None
    assert client.get(way.group(1), follow=True).status_code == 200


def test_there_is_only_one_first_administrator(county: County, admin: User) -> None:
    with pytest.raises(CommandError, match="has an administrator already"):
        appoint()

    assert Membership.objects.filter(role="admin").count() == 1


def test_a_county_that_is_not_in_use_is_named(county: County) -> None:
    with pytest.raises(CommandError, match="install-county 08"):
        appoint("08")
