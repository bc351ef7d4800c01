"""Addresses of the room `desk`."""

from django.urls import path

from lupaus.desk.views import board, mine

app_name = "desk"

urlpatterns = [
    path("", mine.my_tasks, name="my_tasks"),
    path("process-board/", board.process_board, name="process_board"),
    path("process-board/<slug:process_id>/", board.board_of_round, name="board_of_round"),
    path("project-plans/<slug:process_id>/", board.project_plan, name="project_plan"),
    path("loose-ends/", mine.loose_ends, name="loose_ends"),
]
