"""Publication as a room of the house."""

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "lupaus.publication"
    label = "publication"
