"""Addresses of the room `promise`."""

from django.urls import path

from lupaus.web.views import being_built

app_name = "promise"

urlpatterns = [
    path("", being_built, name="promises"),
]
