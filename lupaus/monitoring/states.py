"""Kinds of indicators and of observations, and the words and badges of their judgement."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lupaus.methods.target_path import PathState


class IndicatorKind(models.TextChoices):
    PROGRESS = "progress", _("progress indicator")
    OUTCOME = "outcome", _("outcome indicator")


class Direction(models.TextChoices):
    UP = "up", _("more is better")
    DOWN = "down", _("less is better")


class ValueState(models.TextChoices):
    AVAILABLE = "available", _("available")
    NOT_AVAILABLE = "not_available", _("not available")
    OTHER_BODY = "other_body", _("reported by another body")
    BREAK = "break", _("break in the series")
    PRELIMINARY = "preliminary", _("preliminary")


class RowOutcome(models.TextChoices):
    """What would happen to a row of a file if it were taken in."""

    NEW = "new", _("new")
    CHANGED = "changed", _("changes a figure")
    SAME = "same", _("already here")
    REFUSED = "refused", _("cannot be taken in")


VALUELESS = frozenset({ValueState.NOT_AVAILABLE, ValueState.OTHER_BODY})

KEY_INDICATORS_AT_MOST = 5

STATE_WORDS: dict[PathState, Promise] = {
    PathState.WORSE_THAN_BASELINE: _("worse than at the start"),
    PathState.BEHIND: _("behind the path"),
    PathState.SERIES_BROKEN: _("way of measuring changed"),
    PathState.STALE: _("figure too old"),
    PathState.NO_DATA: _("no figures yet"),
    PathState.NOT_AVAILABLE: _("figure not available"),
    PathState.REPORTED_BY_ANOTHER_BODY: _("reported by another body"),
    PathState.NO_PATH: _("no target set"),
    PathState.ON_PATH: _("on the path"),
    PathState.REACHED: _("target reached"),
}

BADGES: dict[PathState, str] = {
    PathState.WORSE_THAN_BASELINE: "worse",
    PathState.BEHIND: "behind",
    PathState.SERIES_BROKEN: "none",
    PathState.STALE: "stale",
    PathState.NO_DATA: "none",
    PathState.NOT_AVAILABLE: "none",
    PathState.REPORTED_BY_ANOTHER_BODY: "none",
    PathState.NO_PATH: "none",
    PathState.ON_PATH: "ok",
    PathState.REACHED: "ok",
}
