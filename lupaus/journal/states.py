"""What the journal's events are called: every kind in words, room by room."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ROOMS: dict[str, str | Promise] = {
    "counties": _("County"),
    "people": _("People"),
}

DEEDS: dict[str, str | Promise] = {
    "counties.described": _("the county's details were changed"),
    "counties.part_added": _("an area, a segment or a service was added"),
    "counties.part_renamed": _("an area, a segment or a service was renamed"),
    "counties.municipalities_grouped": _("an area's municipalities were chosen"),
    "counties.part_moved": _("an area, a segment or a service was moved"),
    "counties.part_removed": _("an area, a segment or a service was removed"),
    "people.joined": _("a person was given a role"),
    "people.invited": _("a person was invited"),
    "people.left": _("a role was taken away"),
    "people.erased": _("someone who took part was forgotten"),
}
