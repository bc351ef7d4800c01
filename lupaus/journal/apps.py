"""Journal as a room of the house."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "lupaus.journal"
    label = "journal"
