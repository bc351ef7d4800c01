"""Addresses of the room `process`."""

from django.urls import path

from lupaus.web.views import being_built

app_name = "process"

urlpatterns = [
    path("<str:public_id>/plan/", being_built, name="project_plan"),
]
