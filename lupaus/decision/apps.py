"""Decision as a room of the house."""

from django.apps import AppConfig


class DecisionConfig(AppConfig):
    name = "lupaus.decision"
    label = "decision"
