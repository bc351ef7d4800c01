"""`./dev lupaus opinion-map DIR --out result.json`: compute the map of an exported conversation."""

import sys

from django.core.management.base import BaseCommand

from lupaus.methods.opinion_map.command import main


class Command(BaseCommand):
    """Hands everything to the engine's own command, which needs no database."""

    help = "Compute an opinion map from an export folder."
    requires_system_checks = []

    def run_from_argv(self, argv: list[str]) -> None:
        sys.exit(main(argv[2:]))

    def handle(self, *args: object, **options: object) -> None:
        sys.exit(main([str(word) for word in args]))
