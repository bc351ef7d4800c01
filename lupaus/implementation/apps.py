"""Implementation as a room of the house."""

from django.apps import AppConfig


class ImplementationConfig(AppConfig):
    name = "lupaus.implementation"
    label = "implementation"
