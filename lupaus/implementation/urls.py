"""Addresses of the room `implementation`."""

from django.urls import path

from lupaus.implementation import views

app_name = "implementation"

urlpatterns = [
    path("", views.measures, name="measures"),
    path("pledges/<str:public_id>/assign/", views.assign, name="assign"),
    path("measures/<str:public_id>/", views.measure, name="measure"),
    path("measures/<str:public_id>/state/", views.set_measure_state, name="set_measure_state"),
    path("units/", views.units, name="units"),
    path("units/new/", views.name_unit, name="name_unit"),
    path("units/<str:public_id>/", views.edit_unit, name="edit_unit"),
    path("clauses/", views.clauses, name="clauses"),
    path("pledges/<str:public_id>/agree-clause/", views.agree_clause, name="agree_clause"),
]
