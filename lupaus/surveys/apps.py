"""Surveys as a room of the house."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "lupaus.surveys"
    label = "surveys"
