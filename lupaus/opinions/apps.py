"""Opinions as a room of the house."""

from django.apps import AppConfig


class OpinionsConfig(AppConfig):
    name = "lupaus.opinions"
    label = "opinions"
