"""Addresses of the room `monitoring`."""

from django.urls import path

from lupaus.web.views import being_built

app_name = "monitoring"

urlpatterns = [
    path("", being_built, name="indicators"),
]
