"""Documents as a room of the house."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "lupaus.documents"
    label = "documents"
