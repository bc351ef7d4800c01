"""People as a room of the house."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "lupaus.people"
    label = "people"
