"""Addresses of the room `promise`."""

from django.urls import path

from lupaus.promise import views

app_name = "promise"

urlpatterns = [
    path("", views.promises, name="promises"),
    path("begin/", views.begin_promise, name="begin_promise"),
    path("<str:public_id>/", views.edit_promise, name="edit_promise"),
    path("<str:public_id>/core/", views.edit_core, name="edit_core"),
    path("<str:public_id>/pledges/<str:pledge_id>/", views.edit_pledge, name="edit_pledge"),
    path("<str:public_id>/pledges/<str:pledge_id>/fit/<str:language>/", views.fit_hint, name="fit_hint"),
    path("<str:public_id>/dispositions/", views.dispositions, name="dispositions"),
    path("<str:public_id>/dispositions/<str:conclusion_id>/", views.dispose, name="dispose"),
    path("<str:public_id>/freeze/", views.freeze, name="freeze"),
    path("<str:public_id>/revise/", views.revise, name="revise"),
    path("<str:public_id>/versions/", views.versions, name="versions"),
    path("<str:public_id>/versions/<int:number>/", views.version, name="version"),
]
