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


class Phase(models.TextChoices):
    """Where a consultation stands on a given day, as people see it."""

    DRAFT = "draft", _("draft")
    UPCOMING = "upcoming", _("opens soon")
    OPEN = "open", _("open now")
    OVER = "over", _("time is up")
    CLOSED = "closed", _("closed")
    WITHDRAWN = "withdrawn", _("withdrawn")


# Texts people answered to stay as they were; only what helps them may still change.
CHANGEABLE: dict[str, frozenset[str]] = {
    ConsultationState.DRAFT: frozenset(
        {
            "title",
            "lead",
            "question",
            "background",
            "what_happens_next",
            "who_reads",
            "closing_words",
            "opens_on",
            "closes_on",
            "channel",
            "process",
        }
    ),
    ConsultationState.OPEN: frozenset({"background", "what_happens_next", "who_reads", "closes_on"}),
    ConsultationState.CLOSED: frozenset({"closing_words"}),
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


# Ways in which an official may write down what somebody said.
DESK_CHANNELS = (Channel.PAPER, Channel.PHONE, Channel.EVENT)

MODERATION_MOVES: dict[str, frozenset[str]] = {
    Moderation.WAITING: frozenset({Moderation.PUBLISHED, Moderation.HIDDEN}),
    Moderation.PUBLISHED: frozenset({Moderation.HIDDEN}),
    Moderation.HIDDEN: frozenset({Moderation.PUBLISHED}),
}
