"""Panels as a room of the house."""

from django.apps import AppConfig


class PanelsConfig(AppConfig):
    name = "lupaus.panels"
    label = "panels"
