"""Addresses of the room `decision`."""

from django.urls import path

from lupaus.decision import views

app_name = "decision"

urlpatterns = [
    path("", views.decisions, name="decisions"),
    path("promises/<str:public_id>/targets/", views.targets, name="targets"),
    path("pledges/<str:public_id>/targets/<int:year>/", views.set_target, name="set_target"),
    path("versions/<str:public_id>/gate/", views.gate, name="gate"),
    path("versions/<str:public_id>/compile/", views.compile_package, name="compile_package"),
    path("packages/<str:public_id>/", views.package, name="package"),
    path("packages/<str:public_id>/decide/", views.decide, name="decide"),
]
