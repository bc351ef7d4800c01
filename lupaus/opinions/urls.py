"""Addresses of the room `opinions`."""

from django.urls import path

from lupaus.opinions.views import residents, results
from lupaus.opinions.views.officials import imports, maps, runs

app_name = "opinions"

CLAIMS = "take-part/<str:public_id>/claims/"
DESK = "desk/participation/<str:public_id>/map/"

urlpatterns = [
    path(CLAIMS, residents.vote, name="vote"),
    path(f"{CLAIMS}mine/", residents.my_answers, name="my_answers"),
    path(f"{CLAIMS}new/", residents.propose_claim, name="propose_claim"),
    path(f"{CLAIMS}<int:number>/answer/", residents.answer, name="answer"),
    path(f"{CLAIMS}<int:number>/not-understood/", residents.report_claim, name="report_claim"),
    path("results/<str:public_id>/", results.result, name="result"),
    path(DESK, maps.officials_map, name="officials_map"),
    path(f"{DESK}open/", maps.open_map, name="open_map"),
    path(f"{DESK}claims/new/", maps.seed_claim, name="seed_claim"),
    path(f"{DESK}claims/<int:number>/", maps.edit_claim, name="edit_claim"),
    path(f"{DESK}import/", imports.import_conversation, name="import_conversation"),
    path(f"{DESK}import/preview/", imports.preview_import, name="preview_import"),
    path(f"{DESK}import/take-in/", imports.take_in_import, name="take_in_import"),
    path(f"{DESK}import/discard/", imports.discard_import, name="discard_import"),
    path(f"{DESK}compute/", runs.compute_map, name="compute_map"),
    path(f"{DESK}publish/", runs.publish_map, name="publish_map"),
    path(f"{DESK}run/", runs.map_run, name="map_run"),
    path(f"{DESK}run/result.json", runs.run_file, name="run_file"),
    path(f"{DESK}run/claims.csv", runs.claims_file, name="claims_file"),
    path("desk/results/<str:public_id>/groups/<int:group>/", runs.name_group, name="name_group"),
]
