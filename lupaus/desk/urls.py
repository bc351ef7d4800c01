"""Addresses of the room `desk`."""

from django.urls import path

from lupaus.web.views import being_built

app_name = "desk"

urlpatterns = [
    path("", being_built, name="my_tasks"),
    path("process-board/", being_built, name="process_board"),
    path("loose-ends/", being_built, name="loose_ends"),
]
