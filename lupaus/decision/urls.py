"""Addresses of the room `decision`."""

from django.urls import path

from lupaus.web.views import being_built

app_name = "decision"

urlpatterns = [
    path("", being_built, name="decisions"),
]
