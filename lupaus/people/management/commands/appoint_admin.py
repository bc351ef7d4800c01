"""`./dev lupaus appoint-admin 08 --email ... --name ...`: let a county's first administrator in."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from lupaus.counties.models import County
from lupaus.people.actions import HasAdministrator, appoint_first_administrator
from lupaus.people.queries import way_in
from lupaus.web.languages import LANGUAGES


class Command(BaseCommand):
    help = "Let a county's first administrator in, who then lets in everyone else."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("county", help="the code of a county in use here, such as 08")
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", required=True)
        parser.add_argument("--language", choices=LANGUAGES, default="fi")
        parser.add_argument("--site", default="http://127.0.0.1:8000", help="where the site answers")

    def handle(
        self, *args: object, county: str, email: str, name: str, language: str, site: str, **options: object
    ) -> None:
        place = County.objects.filter(code=county, is_in_use=True).first()
        if place is None:
            raise CommandError(f"The county {county} is not in use here. Begin with: install-county {county}")
        try:
            user = appoint_first_administrator(place, email=email, name=name, language=language)
        except HasAdministrator as error:
            raise CommandError(f"{place} has an administrator already, who lets others in.") from error
        self.stdout.write(f"{user} is the administrator of {place}.")
        if not user.has_usable_password():
            with translation.override(user.language):
                self.stdout.write(f"Choose a password within a week at {site}{way_in(user)}")
        if settings.REQUIRE_TWO_FACTOR:
            self.stdout.write("Signing in takes two steps: have a phone with an authenticator app at hand.")
