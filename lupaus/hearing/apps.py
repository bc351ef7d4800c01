"""Hearing as a room of the house."""

from django.apps import AppConfig


class HearingConfig(AppConfig):
    name = "lupaus.hearing"
    label = "hearing"
