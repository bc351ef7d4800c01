"""Process as a room of the house."""

from django.apps import AppConfig


class ProcessConfig(AppConfig):
    name = "lupaus.process"
    label = "process"
