"""Trace as a room of the house."""

from django.apps import AppConfig


class TraceConfig(AppConfig):
    name = "lupaus.trace"
    label = "trace"
