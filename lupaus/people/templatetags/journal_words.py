"""What the journal's events are called in words."""

from django import template

from lupaus.journal.states import DEEDS, ROOMS

register = template.Library()


@register.filter
def room_name(room: str) -> str:
    """The room in which something happened."""
    return str(ROOMS.get(room, room))


@register.filter
def deed(kind: str) -> str:
    """What happened, in words; the kind itself when we have no words for it yet."""
    return str(DEEDS.get(kind, kind))
