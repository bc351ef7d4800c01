"""Monitoring as a room of the house."""

from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    name = "lupaus.monitoring"
    label = "monitoring"
