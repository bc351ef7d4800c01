"""Desk as a room of the house."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "lupaus.desk"
    label = "desk"
