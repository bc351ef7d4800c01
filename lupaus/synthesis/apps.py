"""Synthesis as a room of the house."""

from django.apps import AppConfig


class SynthesisConfig(AppConfig):
    name = "lupaus.synthesis"
    label = "synthesis"
