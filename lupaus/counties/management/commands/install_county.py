"""`./dev lupaus install-county 17`: take one of the 22 organisers into use."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from lupaus.counties.actions import UnknownOrganiser, install_organiser


class Command(BaseCommand):
    help = "Take one of the 22 organisers of social and health services into use."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", help="two digits, such as 08 or 17; 90 is Helsinki")

    def handle(self, *args: object, code: str, **options: object) -> None:
        try:
            county = install_organiser(code)
        except UnknownOrganiser as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{county.name}: {county.municipalities.count()} municipalities")
