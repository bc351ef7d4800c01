"""States of consultations and contributions, and the moves between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ConsultationState(models.TextChoices):
    DRAFT = "draft", _("draft")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")
    WITHDRAWN = "withdrawn", _("withdrawn")


CONSULTATION_MOVES: dict[str, frozenset[str]] = {
    ConsultationState.DRAFT: frozenset({ConsultationState.OPEN, ConsultationState.WITHDRAWN}),
    ConsultationState.OPEN: frozenset({ConsultationState.CLOSED, ConsultationState.WITHDRAWN}),
    ConsultationState.CLOSED: frozenset({ConsultationState.OPEN}),
    ConsultationState.WITHDRAWN: frozenset(),
}


class IdentityLevel(models.TextChoices):
    OPEN = "open", _("open to everyone, no name needed")
    EMAIL = "email", _("confirmed e-mail")
    INVITED = "invited", _("with an invitation code")
    STRONG = "strong", _("strong identification")


class Channel(models.TextChoices):
    TEXT = "text", _("own words")
    OPINION_MAP = "opinions", _("opinion map")
    PAPER = "paper", _("paper form")
    PHONE = "phone", _("phone")
    EVENT = "event", _("workshop or meeting")


class Moderation(models.TextChoices):
    WAITING = "waiting", _("waiting to be read")
    PUBLISHED = "published", _("published")
    HIDDEN = "hidden", _("hidden")


MODERATION_MOVES: dict[str, frozenset[str]] = {
    Moderation.WAITING: frozenset({Moderation.PUBLISHED, Moderation.HIDDEN}),
    Moderation.PUBLISHED: frozenset({Moderation.HIDDEN}),
    Moderation.HIDDEN: frozenset({Moderation.PUBLISHED}),
}
