"""Addresses of the room `people`: officials' own and their county's, and a resident's own data."""

from django.urls import path

from lupaus.people.views import county, journal, members, officials, residents

app_name = "people"

urlpatterns = [
    path("my-data/", residents.my_data, name="my_data"),
    path("my-data/file/", residents.my_data_file, name="my_data_file"),
    path("my-data/erase/", residents.erase_my_data, name="erase_my_data"),
    path("desk/people/", members.members, name="members"),
    path("desk/people/invite/", members.invite_member, name="invite_member"),
    path("desk/people/me/", officials.own_account, name="own_account"),
    path("desk/people/me/file/", officials.own_data_file, name="own_data_file"),
    path("desk/people/<str:public_id>/invitation/", members.invitation, name="invitation"),
    path("desk/people/<str:public_id>/<str:role>/remove/", members.remove_role, name="remove_role"),
    path("desk/journal/", journal.journal, name="journal"),
    path("desk/journal/check/", journal.check_journal, name="check_journal"),
    path("desk/county/", county.county, name="county"),
    path("desk/county/names/", county.describe_county, name="describe_county"),
    path("desk/county/<str:kind>/add/", county.add_part, name="add_part"),
    path("desk/county/<str:kind>/<str:public_id>/", county.edit_part, name="edit_part"),
    path("desk/county/<str:kind>/<str:public_id>/move/", county.move_part, name="move_part"),
    path("desk/county/<str:kind>/<str:public_id>/remove/", county.remove_part, name="remove_part"),
]
