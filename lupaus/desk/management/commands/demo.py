"""`./dev lupaus demo`: one county's whole story, for looking at every page with real content."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from lupaus.counties.actions import UnknownOrganiser, organisers
from lupaus.desk.demo.ground import EXAMPLE
from lupaus.desk.demo.play import DatabaseInUse, county_in_use, holds_only_demo, play
from lupaus.desk.demo.stage import Stage
from lupaus.people.models import User


class Command(BaseCommand):
    help = "Make the demo county: its whole story from the first plan to the first corrective action."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--county", default=EXAMPLE, metavar="CODE", help="17 or another organiser; 99 is invented"
        )
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing when there is a county already"
        )
        parser.add_argument("--fresh", action="store_true", help="remove an earlier demo first")

    def handle(self, *args: object, county: str, if_empty: bool, fresh: bool, **options: object) -> None:
        if if_empty and county_in_use():
            return
        if county != EXAMPLE and county not in organisers():
            raise CommandError(str(UnknownOrganiser(county)))
        if fresh:
            self.clear()
        try:
            self.tell(play(county))
        except DatabaseInUse as error:
            present = county_in_use()
            raise CommandError(
                f"The database already holds {present}. Add --fresh to make the demo again, or use another database."
            ) from error

    def clear(self) -> None:
        """Empty the database, but only when all of it is demo."""
        if not holds_only_demo():
            raise CommandError(
                "The database holds a real county. --fresh removes demos only; nothing was removed."
            )
        call_command("flush", interactive=False, verbosity=0)

    def tell(self, stage: Stage) -> None:
        """Say what there is to look at, and how to come in."""
        say = self.stdout.write
        say(f"Demo: {stage.county} ({stage.county.code}). Everything in it is an example.")
        say("\nReceipts whose thread goes all the way:")
        for outcome, code in stage.receipts.items():
            say(f"  {code}   ({outcome.replace('_', ' ')})")
        if settings.DEMO:
            say(f"\nOfficials sign in at /account/login/ with the password {settings.DEMO_PASSWORD}:")
            for user in User.objects.order_by("id"):
                say(f"  {user.email:<34} {user.title}")
        else:
            say(
                "\nOfficials cannot sign in: set LUPAUS_DEMO=1 before making the demo to give them a known password."
            )
