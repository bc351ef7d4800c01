"""Kinds of phases, groups and dates, and the answers of a self-test."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PhaseKind(models.TextChoices):
    FOUNDATION = "foundation", _("foundation")
    PHASE = "phase", _("phase")
    THREAD = "thread", _("runs through all phases")


class GroupKind(models.TextChoices):
    PROJECT = "project", _("project group")
    STEERING = "steering", _("steering group")
    OTHER = "other", _("other group")


class Answer(models.TextChoices):
    """What a named person answers to a self-test question."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")


class TiedTo(models.TextChoices):
    """Which preparation of the county a date belongs to (aikataulun kytkentä)."""

    WORK = "work", _("this work")
    STRATEGY = "strategy", _("the strategy")
    BUDGET = "budget", _("the budget")
    NEGOTIATION = "negotiation", _("the yearly negotiation with the ministries")
    COUNCIL = "council", _("the council's meetings")
    EVALUATION = "evaluation", _("evaluation")
