"""A new county begins its list of parties with those that are usually heard."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from lupaus.counties.models import County
from lupaus.participation.actions import add_usual_parties
from lupaus.participation.models import Party
from lupaus.people.models import User


def test_the_usual_parties_come_in_three_languages(county: County, coordinator: User) -> None:
    added = add_usual_parties(county, by=coordinator)

    assert len(added) == 12
    first = Party.objects.of(county).order_by("order")[0]
    assert (first.name_fi, first.name_sv, first.name_en) == (
        "Asukkaat ja asiakkaat",
        "Invånare och klienter",
        "Residents and clients",
    )


def test_those_already_in_the_list_are_left_alone(
    county: County, residents: Party, coordinator: User
) -> None:
    added = add_usual_parties(county, by=coordinator)

    assert len(added) == 11
    residents.refresh_from_db()
    assert residents.name_fi == "Asukkaat"


def test_a_viewer_adds_nothing(county: County, viewer: User) -> None:
    with pytest.raises(PermissionDenied):
        add_usual_parties(county, by=viewer)

    assert not Party.objects.exists()


def test_the_empty_page_offers_them(
    county: County, coordinator: User, signed_in: Callable[[User], Client]
) -> None:
    browser = signed_in(coordinator)
    page = reverse("participation:parties")

    assert "Ota tavalliset kaksitoista tahoa" in browser.get(page).content.decode()
    browser.post(reverse("participation:add_usual_parties"))

    assert Party.objects.of(county).count() == 12
    assert "Ota tavalliset kaksitoista tahoa" not in browser.get(page).content.decode()
