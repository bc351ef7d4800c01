"""Web as a room of the house."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "lupaus.web"
    label = "web"
