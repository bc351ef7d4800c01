"""Addresses of the room `foundations`."""

from django.urls import path

from lupaus.web.views import being_built

app_name = "foundations"

urlpatterns = [
    path("", being_built, name="foundations"),
]
