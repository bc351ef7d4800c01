"""Feedback as a room of the house."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "lupaus.feedback"
    label = "feedback"
