"""Addresses of the room `desk`."""

from django.urls import path

from lupaus.desk.views import mine
from lupaus.web.views import being_built

app_name = "desk"

urlpatterns = [
    path("", mine.my_tasks, name="my_tasks"),
    path("process-board/", being_built, name="process_board"),
    path("loose-ends/", mine.loose_ends, name="loose_ends"),
]
