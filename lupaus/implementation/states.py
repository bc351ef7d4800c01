"""States of a measure."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MeasureState(models.TextChoices):
    PLANNED = "planned", _("planned")
    UNDER_WAY = "under_way", _("under way")
    DONE = "done", pgettext_lazy("state of a measure", "done")
    DROPPED = "dropped", _("dropped")


MEASURE_MOVES: dict[str, frozenset[str]] = {
    MeasureState.PLANNED: frozenset({MeasureState.UNDER_WAY, MeasureState.DROPPED}),
    MeasureState.UNDER_WAY: frozenset({MeasureState.DONE, MeasureState.DROPPED}),
    MeasureState.DONE: frozenset({MeasureState.UNDER_WAY}),
    MeasureState.DROPPED: frozenset(),
}
