"""Participation as a room of the house."""

from django.apps import AppConfig


class ParticipationConfig(AppConfig):
    name = "lupaus.participation"
    label = "participation"
