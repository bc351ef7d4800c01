"""Addresses of the room `process`."""

from django.urls import path

from lupaus.process import views

app_name = "process"

urlpatterns = [
    path("year-clock/", views.year_clock, name="year_clock"),
    path("start/", views.start_process, name="start_process"),
    path("phases/<slug:phase_id>/", views.phase, name="phase"),
    path("phases/<slug:phase_id>/revise/", views.revise_phase, name="revise_phase"),
    path("phases/<slug:phase_id>/move/", views.move_phase, name="move_phase"),
    path("phases/<slug:phase_id>/drop/", views.drop_phase, name="drop_phase"),
    path("phases/<slug:phase_id>/restore/", views.restore_phase, name="restore_phase"),
    path("phases/<slug:phase_id>/close/", views.close_phase, name="close_phase"),
    path("phases/<slug:phase_id>/reopen/", views.reopen_phase, name="reopen_phase"),
    path("phases/<slug:phase_id>/self-test/", views.self_test, name="self_test"),
    path("phases/<slug:phase_id>/tasks/add/", views.add_task, name="add_task"),
    path("phases/<slug:phase_id>/outputs/add/", views.add_output, name="add_output"),
    path("phases/<slug:phase_id>/questions/add/", views.add_question, name="add_question"),
    path("questions/<slug:question_id>/answer/", views.answer_self_test, name="answer_self_test"),
    path("outputs/<slug:output_id>/confirm/", views.confirm_output, name="confirm_output"),
    path("outputs/<slug:output_id>/withdraw/", views.withdraw_confirmation, name="withdraw_confirmation"),
    path("tasks/<slug:task_id>/", views.task, name="task"),
    path("tasks/<slug:task_id>/assign/", views.assign_task, name="assign_task"),
    path("tasks/<slug:task_id>/finish/", views.finish_task, name="finish_task"),
    path("tasks/<slug:task_id>/reopen/", views.reopen_task, name="reopen_task"),
    path("tasks/<slug:task_id>/revise/", views.revise_task, name="revise_task"),
    path("tasks/<slug:task_id>/move/", views.move_task, name="move_task"),
    path("tasks/<slug:task_id>/drop/", views.drop_task, name="drop_task"),
    path("tasks/<slug:task_id>/restore/", views.restore_task, name="restore_task"),
    path("tasks/<slug:task_id>/items/add/", views.add_item, name="add_item"),
    path("tasks/<slug:task_id>/items/<int:item_id>/", views.check_item, name="check_item"),
    path("tasks/<slug:task_id>/items/<int:item_id>/tick/", views.tick_item, name="tick_item"),
    path("tasks/<slug:task_id>/items/<int:item_id>/untick/", views.untick_item, name="untick_item"),
    path("groups/<slug:group_id>/", views.revise_group, name="revise_group"),
    path("groups/<slug:group_id>/remove/", views.remove_group, name="remove_group"),
    path("groups/<slug:group_id>/members/add/", views.seat_member, name="seat_member"),
    path("members/<slug:member_id>/remove/", views.unseat_member, name="unseat_member"),
    path("resources/<slug:resource_id>/remove/", views.remove_resource, name="remove_resource"),
    path("milestones/<slug:milestone_id>/remove/", views.remove_milestone, name="remove_milestone"),
    path("<slug:process_id>/organisation/", views.organisation, name="organisation"),
    path("<slug:process_id>/plan/write/", views.write_plan, name="write_plan"),
    path("<slug:process_id>/phases/add/", views.add_phase, name="add_phase"),
    path("<slug:process_id>/groups/add/", views.form_group, name="form_group"),
    path("<slug:process_id>/resources/add/", views.name_resource, name="name_resource"),
    path("<slug:process_id>/milestones/add/", views.set_milestone, name="set_milestone"),
]
