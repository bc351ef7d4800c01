"""Addresses of the room `opinions`."""

from django.urls import path

from lupaus.opinions.views import residents, results
from lupaus.web.views import being_built

app_name = "opinions"

urlpatterns = [
    path("take-part/<str:public_id>/claims/", residents.vote, name="vote"),
    path("take-part/<str:public_id>/claims/mine/", residents.my_answers, name="my_answers"),
    path("take-part/<str:public_id>/claims/new/", residents.propose_claim, name="propose_claim"),
    path("take-part/<str:public_id>/claims/<int:number>/answer/", residents.answer, name="answer"),
    path(
        "take-part/<str:public_id>/claims/<int:number>/not-understood/",
        residents.report_claim,
        name="report_claim",
    ),
    path("desk/participation/<str:public_id>/map/", being_built, name="officials_map"),
    path("results/<str:public_id>/", results.result, name="result"),
]
