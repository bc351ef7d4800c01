"""Addresses of the room `foundations`."""

from django.urls import path

from lupaus.foundations import views

app_name = "foundations"

urlpatterns = [
    path("", views.foundations, name="foundations"),
    path("items/<slug:key>/conclude/", views.conclude_item, name="conclude_item"),
    path("conclusions/add/", views.add_conclusion, name="add_conclusion"),
    path("conclusions/<slug:conclusion_id>/", views.revise_conclusion, name="revise_conclusion"),
    path("conclusions/<slug:conclusion_id>/remove/", views.remove_conclusion, name="remove_conclusion"),
    path("strategies/", views.strategies, name="strategies"),
    path("strategies/add/", views.add_strategy, name="add_strategy"),
    path("strategies/<slug:strategy_id>/", views.revise_strategy, name="revise_strategy"),
    path("strategies/<slug:strategy_id>/goals/add/", views.add_goal, name="add_goal"),
    path("goals/<slug:goal_id>/", views.revise_goal, name="revise_goal"),
    path("goals/<slug:goal_id>/remove/", views.remove_goal, name="remove_goal"),
    path("national-objectives/", views.national_objectives, name="national_objectives"),
    path("recommendations/add/", views.add_recommendation, name="add_recommendation"),
    path(
        "recommendations/<slug:recommendation_id>/remove/",
        views.remove_recommendation,
        name="remove_recommendation",
    ),
    path("law/", views.legal_references, name="legal_references"),
]
