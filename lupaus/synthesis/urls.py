"""Addresses of the room `synthesis`."""

from django.urls import path

from lupaus.synthesis import views

app_name = "synthesis"

urlpatterns = [
    path("", views.matrix, name="matrix"),
    path("begin/", views.begin_synthesis, name="begin_synthesis"),
    path("sign-off/", views.sign_off_synthesis, name="sign_off_synthesis"),
    path("reopen/", views.reopen_synthesis, name="reopen_synthesis"),
    path("coding/", views.coding, name="coding"),
    path("coding/<str:public_id>/", views.code_contribution, name="code_contribution"),
    path("coding/<str:public_id>/set-aside/", views.set_aside, name="set_aside"),
    path("coding/<str:public_id>/put-back/", views.put_back, name="put_back"),
    path("codings/<int:pk>/withdraw/", views.withdraw_coding, name="withdraw_coding"),
    path("themes/", views.themes, name="themes"),
    path("themes/<str:public_id>/", views.edit_theme, name="edit_theme"),
    path("themes/<str:public_id>/remove/", views.remove_theme, name="remove_theme"),
    path("cells/<str:party>/<str:perspective>/", views.conclude, name="conclude"),
    path("conclusions/<str:public_id>/", views.edit_conclusion, name="edit_conclusion"),
    path("conclusions/<str:public_id>/sign-off/", views.sign_off, name="sign_off"),
    path("conclusions/<str:public_id>/drop/", views.drop, name="drop"),
    path("conclusions/<str:public_id>/replace/", views.replace, name="replace"),
]
