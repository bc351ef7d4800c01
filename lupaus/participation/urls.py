"""Addresses of the room `participation`."""

from django.urls import path

from lupaus.participation.views import residents
from lupaus.participation.views.officials import consultations, moderation, parties

app_name = "participation"

urlpatterns = [
    path("take-part/", residents.consultations, name="consultations"),
    path("take-part/<str:public_id>/", residents.consultation, name="consultation"),
    path("take-part/<str:public_id>/write/", residents.contribute, name="contribute"),
    path("desk/participation/", consultations.officials_consultations, name="officials_consultations"),
    path("desk/participation/new/", consultations.draft_consultation, name="draft_consultation"),
    path("desk/participation/moderation/", moderation.moderation, name="moderation"),
    path("desk/participation/moderation/publish/", moderation.publish_many, name="publish_many"),
    path("desk/participation/paper/", moderation.enter_from_paper, name="enter_from_paper"),
    path("desk/participation/parties/", parties.parties, name="parties"),
    path("desk/participation/parties/usual/", parties.add_usual_parties, name="add_usual_parties"),
    path("desk/participation/parties/new/", parties.add_party, name="add_party"),
    path("desk/participation/parties/<str:key>/", parties.edit_party, name="edit_party"),
    path("desk/participation/parties/<str:key>/move/", parties.move_party, name="move_party"),
    path(
        "desk/participation/contributions/<str:public_id>/",
        moderation.officials_contribution,
        name="officials_contribution",
    ),
    path("desk/participation/contributions/<str:public_id>/moderate/", moderation.moderate, name="moderate"),
    path(
        "desk/participation/<str:public_id>/",
        consultations.officials_consultation,
        name="officials_consultation",
    ),
    path(
        "desk/participation/<str:public_id>/edit/", consultations.edit_consultation, name="edit_consultation"
    ),
    path(
        "desk/participation/<str:public_id>/open/", consultations.open_consultation, name="open_consultation"
    ),
    path(
        "desk/participation/<str:public_id>/close/",
        consultations.close_consultation,
        name="close_consultation",
    ),
    path(
        "desk/participation/<str:public_id>/withdraw/",
        consultations.withdraw_consultation,
        name="withdraw_consultation",
    ),
]
