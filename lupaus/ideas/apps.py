"""Ideas as a room of the house."""

from django.apps import AppConfig


class IdeasConfig(AppConfig):
    name = "lupaus.ideas"
    label = "ideas"
