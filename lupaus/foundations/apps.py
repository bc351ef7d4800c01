"""Foundations as a room of the house."""

from django.apps import AppConfig


class FoundationsConfig(AppConfig):
    name = "lupaus.foundations"
    label = "foundations"
