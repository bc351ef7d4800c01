"""Addresses of the room `people`."""

from django.urls import path

from lupaus.web.views import being_built

app_name = "people"

urlpatterns = [
    path("", being_built, name="members"),
]
