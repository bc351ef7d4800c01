"""Counties as a room of the house."""

from django.apps import AppConfig


class CountiesConfig(AppConfig):
    name = "lupaus.counties"
    label = "counties"
