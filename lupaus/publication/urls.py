"""Addresses of the public site."""

from django.urls import path

from lupaus.publication import views

app_name = "publication"

urlpatterns = [
    path("", views.home, name="home"),
    path("promises/", views.promises, name="promises"),
    path("promises/<str:public_id>/", views.promise, name="promise"),
    path("promises/<str:public_id>/wheel.svg", views.wheel_file, name="wheel_file"),
    path("empty-wheel.svg", views.empty_wheel, name="empty_wheel"),
    path("pledges/<str:public_id>/", views.pledge, name="pledge"),
    path("contributions/<str:public_id>/", views.contribution, name="contribution"),
    path("conclusions/<str:public_id>/", views.conclusion, name="conclusion"),
    path("decisions/", views.decisions, name="decisions"),
    path("decisions/<str:public_id>/", views.decision, name="decision"),
    path("follow-up/", views.follow_up, name="follow_up"),
    path("follow-up/<str:public_id>/", views.indicator, name="indicator"),
    path("receipt/", views.find_receipt, name="find_receipt"),
    path("receipt/<str:code>/", views.receipt, name="receipt"),
    path("glossary/", views.glossary, name="glossary"),
    path("method/", views.method, name="method"),
]
