"""The county's names, areas, customer segments and services, kept by its administrator."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from lupaus.counties.actions import (
    PartInUse,
    add_part,
    describe_county,
    group_municipalities,
    move_part,
    remove_part,
    rename_part,
)
from lupaus.counties.models import Area, County, Municipality, Segment, Service
from lupaus.journal.models import Event
from lupaus.participation.models import Contribution
from lupaus.people.models import User
from tests.conftest import NOW

SignIn = Callable[[User], Client]
NAME = {"fi": "Neuvola", "sv": "Rådgivning", "en": "Clinic"}


def test_the_administrator_changes_the_countys_names(signed_in: SignIn, admin: User, county: County) -> None:
    client = signed_in(admin)
    form = client.get("/desk/county/names/").context["form"]
    written = {name: form[name].value() or "" for name in form.fields} | {
        "name_fi": "Uusi alue",
        "carrier_document_sv": "servicestrategi",
        "is_bilingual": "on",
    }

    answer = client.post("/desk/county/names/", written)

    county.refresh_from_db()
    assert answer["Location"] == "/desk/county/"
    assert (county.name_fi, county.carrier_document_sv) == ("Uusi alue", "servicestrategi")
    assert Event.objects.get().kind == "counties.described"


def test_a_bilingual_county_needs_both_names(signed_in: SignIn, admin: User) -> None:
    page = signed_in(admin).post("/desk/county/names/", {"name_fi": "Uusi alue", "is_bilingual": "on"})

    assert "name_sv" in page.context["form"].errors
    assert "name_en" not in page.context["form"].errors


def test_only_the_administrator_changes_the_county(preparer: User, county: County) -> None:
    with pytest.raises(PermissionDenied):
        describe_county(county, {"name_fi": "Oma alue"}, by=preparer)
    with pytest.raises(PermissionDenied):
        add_part(county, Service, by=preparer, name=NAME)


def test_a_service_is_added_last(signed_in: SignIn, admin: User, county: County) -> None:
    add_part(county, Service, by=admin, name={"fi": "Kotihoito", "sv": "Hemvård", "en": ""})

    signed_in(admin).post("/desk/county/services/add/", {"name_fi": "Neuvola", "name_sv": "Rådgivning"})

    assert list(county.services.values_list("name_fi", flat=True)) == ["Kotihoito", "Neuvola"]


def test_a_service_without_a_swedish_name_is_asked_for_it(signed_in: SignIn, admin: User) -> None:
    page = signed_in(admin).post("/desk/county/services/add/", {"name_fi": "Neuvola"})

    assert list(page.context["form"].errors) == ["name_sv"]
    assert not Service.objects.exists()


def test_parts_change_places(admin: User, county: County) -> None:
    first, second = (add_part(county, Segment, by=admin, name=NAME) for _ in range(2))

    move_part(second, earlier=True, by=admin)
    move_part(second, earlier=True, by=admin)

    assert list(county.segments.all()) == [second, first]


def test_an_area_is_made_of_the_countys_own_municipalities(
    admin: User, county: County, other_county: County, area: Area
) -> None:
    own = Municipality.objects.create(county=county, code="991", name_fi="Lehtoranta")
    strange = Municipality.objects.create(county=other_county, code="992", name_fi="Merikallio")

    group_municipalities(area, [own, strange], by=admin)

    assert list(area.municipalities.all()) == [own]


def test_an_area_on_which_words_stand_is_not_removed(
    signed_in: SignIn, admin: User, county: County, area: Area
) -> None:
    Contribution.objects.create(county=county, text="Hyvä.", area=area, given_at=NOW)

    with pytest.raises(PartInUse):
        remove_part(area, by=admin)
    page = signed_in(admin).post(f"/desk/county/areas/{area.public_id}/remove/", follow=True)

    assert page.status_code == 200
    assert Area.objects.filter(pk=area.pk).exists()


def test_an_unused_service_is_removed_and_the_journal_remembers_it(admin: User, county: County) -> None:
    service = add_part(county, Service, by=admin, name=NAME)
    assert isinstance(service, Service)

    rename_part(service, by=admin, name={"fi": "Perheneuvola"})
    remove_part(service, by=admin)

    assert not Service.objects.exists()
    assert [event.kind for event in Event.objects.all()] == [
        "counties.part_added",
        "counties.part_renamed",
        "counties.part_removed",
    ]


def test_another_countys_area_is_not_found(signed_in: SignIn, admin: User, other_county: County) -> None:
    strange = Area.objects.create(county=other_county, name_fi="Etelä")

    assert signed_in(admin).get(f"/desk/county/areas/{strange.public_id}/").status_code == 404
    assert signed_in(admin).get("/desk/county/castles/add/").status_code == 404


@pytest.mark.parametrize("parts", [1, 3])
def test_the_page_asks_as_often_for_one_as_for_many(
    signed_in: SignIn,
    admin: User,
    county: County,
    parts: int,
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    for _ in range(parts):
        for kind in (Area, Segment, Service):
            add_part(county, kind, by=admin, name=NAME)
    client = signed_in(admin)

    with django_assert_max_num_queries(9):  # type: ignore[attr-defined]
        assert client.get("/desk/county/").status_code == 200
