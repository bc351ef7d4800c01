"""Who may do what, and how people are let in and leave."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client

from lupaus.counties.models import County
from lupaus.journal.models import Event
from lupaus.people.actions import AlreadyAtHome, LastAdministrator, invite, leave, send_invitation
from lupaus.people.models import Membership, User
from lupaus.people.states import Role

SignIn = Callable[[User], Client]


def test_the_administrator_lets_a_person_in_by_mail(
    signed_in: SignIn, admin: User, county: County, django_capture_on_commit_callbacks: object
) -> None:
    client = signed_in(admin)
    form = {"email": "uusi@example.invalid", "name": "Uusi Virta", "title": "", "role": "moderator"}

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        answer = client.post("/desk/people/invite/", form)
    page = client.get(answer["Location"])

    new = User.objects.get(email="uusi@example.invalid")
    address = page.context["address"]
    assert new.roles_in(county) == {Role.MODERATOR}
    assert mail.outbox[0].to == ["uusi@example.invalid"]
    assert address.split("/key/")[0] in mail.outbox[0].body
    assert list(Event.objects.order_by("position").values_list("kind", flat=True)) == [
        "people.joined",
        "people.invited",
    ]


def test_the_invited_person_chooses_a_password_and_signs_in(
    signed_in: SignIn, admin: User, county: County
) -> None:
    new = invite(county, email="uusi@example.invalid", name="Uusi Virta", role="viewer", by=admin)
    address = signed_in(admin).get(f"/desk/people/{new.public_id}/invitation/").context["address"]
    browser = Client()
    chosen = {"password1": "long enough to be mine", "password2": "long enough to be mine"}

    form = browser.get(address)
    browser.post(form["Location"], chosen)
    inside = browser.post(
        "/account/login/", {"login": "uusi@example.invalid", "password": "long enough to be mine"}
    )

    assert inside["Location"] == "/desk/"
    assert signed_in(admin).get(f"/desk/people/{new.public_id}/invitation/").status_code == 404


def test_someone_with_an_account_gets_the_role_without_a_letter(
    signed_in: SignIn, admin: User, viewer: User, county: County
) -> None:
    form = {"email": viewer.email.upper(), "name": "Other Name", "title": "", "role": "moderator"}

    answer = signed_in(admin).post("/desk/people/invite/", form)

    viewer.refresh_from_db()
    assert answer["Location"] == "/desk/people/"
    assert set(viewer.memberships.values_list("role", flat=True)) == {"viewer", "moderator"}
    assert viewer.name == "Viewer Virta"
    assert mail.outbox == []


def test_only_an_administrator_lets_people_in(preparer: User, county: County) -> None:
    with pytest.raises(PermissionDenied):
        invite(county, email="uusi@example.invalid", name="Uusi", role="viewer", by=preparer)

    assert User.objects.count() == 1


def test_an_administrator_of_another_county_lets_nobody_in(
    official: Callable[..., User], other_county: County, county: County
) -> None:
    neighbour = official(Role.ADMIN, of=other_county)

    with pytest.raises(PermissionDenied):
        invite(county, email="uusi@example.invalid", name="Uusi", role="viewer", by=neighbour)


def test_nobody_gets_a_way_into_an_account_that_is_in_use(admin: User, viewer: User, county: County) -> None:
    with pytest.raises(AlreadyAtHome):
        send_invitation(viewer, county, address="https://example.invalid/", by=admin)

    assert mail.outbox == []


def test_an_invitation_is_shown_to_administrators_only(
    signed_in: SignIn, admin: User, preparer: User, county: County
) -> None:
    new = invite(county, email="uusi@example.invalid", name="Uusi Virta", role="viewer", by=admin)

    assert signed_in(preparer).get(f"/desk/people/{new.public_id}/invitation/").status_code == 403


def test_a_role_is_taken_away_and_the_account_stays(
    signed_in: SignIn, admin: User, moderator: User, county: County
) -> None:
    signed_in(admin).post(f"/desk/people/{moderator.public_id}/moderator/remove/")

    assert User.objects.filter(pk=moderator.pk).exists()
    assert not Membership.objects.filter(user=moderator).exists()
    assert Event.objects.get().kind == "people.left"


def test_the_last_administrator_stays(signed_in: SignIn, admin: User, county: County) -> None:
    with pytest.raises(LastAdministrator):
        leave(Membership.objects.get(user=admin), by=admin)

    answer = signed_in(admin).post(f"/desk/people/{admin.public_id}/admin/remove/", follow=True)

    assert answer.status_code == 200
    assert Membership.objects.filter(user=admin).count() == 1


def test_only_an_administrator_takes_roles_away(moderator: User, preparer: User) -> None:
    with pytest.raises(PermissionDenied):
        leave(Membership.objects.get(user=moderator), by=preparer)


def test_an_invitation_without_a_name_keeps_what_was_written(signed_in: SignIn, admin: User) -> None:
    page = signed_in(admin).post(
        "/desk/people/invite/", {"email": "uusi@example", "name": "", "role": "king"}
    )

    assert page.status_code == 200
    assert sorted(page.context["form"].errors) == ["email", "name", "role"]
    assert 'value="uusi@example"' in page.content.decode()


@pytest.mark.parametrize("people", [1, 3])
def test_the_list_asks_the_database_as_often_for_one_as_for_many(
    signed_in: SignIn,
    admin: User,
    county: County,
    people: int,
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    for number in range(people):
        invite(county, email=f"{number}@example.invalid", name=f"Person {number}", role="viewer", by=admin)
    client = signed_in(admin)

    with django_assert_max_num_queries(6):  # type: ignore[attr-defined]
        page = client.get("/desk/people/")

    assert len(page.context["people"]) == people + 1


def test_an_official_takes_along_what_is_tied_to_the_account(signed_in: SignIn, preparer: User) -> None:
    told = signed_in(preparer).get("/desk/people/me/file/").json()

    assert told["self"]["email"] == preparer.email
    assert told["memberships"][0]["role"] == "preparer"
    assert "password" not in told["self"]


def test_an_official_corrects_their_own_details(signed_in: SignIn, preparer: User) -> None:
    signed_in(preparer).post("/desk/people/me/", {"name": "Otso Uusi", "title": "johtaja", "language": "sv"})

    preparer.refresh_from_db()
    assert (preparer.name, preparer.title, preparer.language) == ("Otso Uusi", "johtaja", "sv")
