"""`./dev lupaus verify-journal`: is every county's journal whole?"""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from lupaus.journal.models import Chain
from lupaus.journal.queries import verify_chain


class Command(BaseCommand):
    help = "Check the hash chain of every county's journal, or of one county."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--county", help="the county's code; all counties when left out")

    def handle(self, *args: object, county: str | None = None, **options: object) -> None:
        chains = Chain.objects.order_by("tenant")
        if county:
            chains = chains.filter(tenant=county)
        broken = False
        for chain in chains:
            verdict = verify_chain(chain.tenant)
            if verdict.broken is None:
                self.stdout.write(f"{verdict.tenant}: {verdict.events} events, whole")
            else:
                broken = True
                self.stdout.write(
                    f"{verdict.tenant}: event {verdict.broken.position} {verdict.broken.reason}"
                )
        if broken:
            raise CommandError("The journal is not whole. Compare it with a backup before trusting it.")
