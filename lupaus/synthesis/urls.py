"""Addresses of the room `synthesis`."""

from django.urls import path

from lupaus.web.views import being_built

app_name = "synthesis"

urlpatterns = [
    path("coding/", being_built, name="coding"),
    path("", being_built, name="matrix"),
]
