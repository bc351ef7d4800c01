"""Addresses of the room `monitoring`."""

from django.urls import path

from lupaus.monitoring import views

app_name = "monitoring"

urlpatterns = [
    path("", views.indicators, name="indicators"),
    path("new/", views.define_indicator, name="define_indicator"),
    path("import/", views.import_observations, name="import_observations"),
    path("import/example/", views.example_file, name="example_file"),
    path("import/<str:public_id>/", views.preview_observations, name="preview_observations"),
    path("import/<str:public_id>/confirm/", views.confirm_observations, name="confirm_observations"),
    path("indicators/<str:public_id>/", views.indicator, name="indicator"),
    path("indicators/<str:public_id>/edit/", views.edit_indicator, name="edit_indicator"),
    path("indicators/<str:public_id>/path/", views.set_path, name="set_path"),
    path("indicators/<str:public_id>/finding/", views.raise_finding, name="raise_finding"),
    path("actions/<str:public_id>/effect/", views.check_effect, name="check_effect"),
]
