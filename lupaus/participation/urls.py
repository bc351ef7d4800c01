"""Addresses of the room `participation`."""

from django.urls import path

from lupaus.web.views import being_built

app_name = "participation"

urlpatterns = [
    path("take-part/", being_built, name="consultations"),
    path("take-part/<str:public_id>/", being_built, name="consultation"),
    path("desk/participation/", being_built, name="officials_consultations"),
]
