"""Addresses of the room `opinions`."""

from django.urls import path

from lupaus.web.views import being_built

app_name = "opinions"

urlpatterns = [
    path("take-part/<str:public_id>/claims/", being_built, name="vote"),
    path("desk/participation/<str:public_id>/map/", being_built, name="officials_map"),
    path("results/<str:public_id>/", being_built, name="result"),
]
