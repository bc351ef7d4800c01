"""Bring legal references, legal floors and national objectives up to date with the house's files."""

from typing import Any

from django.core.management.base import BaseCommand

from lupaus.foundations.actions import renew_shared


class Command(BaseCommand):
    help = "Bring legal references, legal floors and national objectives up to date."

    def handle(self, *args: Any, **options: Any) -> None:
        renew_shared()
        self.stdout.write("Legal references, legal floors and national objectives are up to date.")
