"""Rankings as a room of the house."""

from django.apps import AppConfig


class RankingsConfig(AppConfig):
    name = "lupaus.rankings"
    label = "rankings"
