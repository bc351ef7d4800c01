"""Addresses of the room `publication`."""

from django.urls import path

from lupaus.web.views import being_built

app_name = "publication"

urlpatterns = [
    path("", being_built, name="home"),
    path("promises/", being_built, name="promises"),
    path("promises/<str:public_id>/", being_built, name="promise"),
    path("promises/<str:public_id>/wheel.svg", being_built, name="wheel_file"),
    path("empty-wheel.svg", being_built, name="empty_wheel"),
    path("pledges/<str:public_id>/", being_built, name="pledge"),
    path("contributions/<str:public_id>/", being_built, name="contribution"),
    path("conclusions/<str:public_id>/", being_built, name="conclusion"),
    path("decisions/", being_built, name="decisions"),
    path("decisions/<str:public_id>/", being_built, name="decision"),
    path("follow-up/", being_built, name="follow_up"),
    path("follow-up/<str:public_id>/", being_built, name="indicator"),
    path("receipt/", being_built, name="find_receipt"),
    path("receipt/<str:code>/", being_built, name="receipt"),
    path("glossary/", being_built, name="glossary"),
    path("method/", being_built, name="method"),
]
