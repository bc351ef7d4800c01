"""Addresses of the room `implementation`."""

from django.urls import path

from lupaus.web.views import being_built

app_name = "implementation"

urlpatterns = [
    path("", being_built, name="measures"),
]
