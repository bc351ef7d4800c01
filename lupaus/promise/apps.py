"""Promise as a room of the house."""

from django.apps import AppConfig


class PromiseConfig(AppConfig):
    name = "lupaus.promise"
    label = "promise"
