"""Roles of officials and kinds of participants."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    ADMIN = "admin", _("administrator")
    PREPARER = "preparer", _("preparer")
    COORDINATOR = "coordinator", _("participation coordinator")
    MODERATOR = "moderator", _("moderator")
    RESPONDER = "responder", _("responsible unit")
    DECISION_MAKER = "decision_maker", _("decision maker")
    VIEWER = "viewer", _("viewer")


class ParticipantKind(models.TextChoices):
    DEVICE = "device", _("without a name, on one device")
    EMAIL = "email", _("confirmed e-mail")
    INVITED = "invited", _("invited with a code")
    STRONG = "strong", _("strong identification")
    IMPORTED = "imported", _("imported from a file")
    PAPER = "paper", _("on paper or by phone")
