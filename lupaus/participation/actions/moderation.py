"""Reading what people sent before others see it: a text is published, or hidden with a reason."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from lupaus.journal.actions import record
from lupaus.participation.models import Contribution
from lupaus.participation.states import MODERATION_MOVES, Moderation
from lupaus.people.models import User
from lupaus.web.access import require
from lupaus.web.content_forms import columns, missing_languages
from lupaus.web.states import MoveRefused

EVENTS = {
    Moderation.PUBLISHED: "participation.contribution_published",
    Moderation.HIDDEN: "participation.contribution_hidden",
}


class ReasonMissing(Exception):
    """A text is hidden only with a reason its author can read."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__(", ".join(languages))
        self.languages = languages


@transaction.atomic
def moderate(
    contribution: Contribution,
    *,
    to: str,
    reason: Mapping[str, str] | None,
    by: User,
    at: datetime | None = None,
) -> Contribution:
    """Publish a text, or hide it with a reason. Nothing is ever deleted; the author sees what was decided."""
    contribution = Contribution.objects.select_for_update(of=("self",)).get(pk=contribution.pk)
    require(by, "participation.moderate", contribution)
    if to not in MODERATION_MOVES[contribution.moderation]:
        raise MoveRefused(contribution, contribution.moderation, to)
    required = contribution.county.required_languages
    if to == Moderation.HIDDEN and (lacking := missing_languages(reason, required)):
        raise ReasonMissing(lacking)
    contribution.moderation = to
    contribution.moderated_at = at or timezone.now()
    contribution.moderated_by = by
    reasons = columns("moderation_reason", reason if to == Moderation.HIDDEN else None)
    for name, text in reasons.items():
        setattr(contribution, name, text)
    contribution.save(
        update_fields=["moderation", "moderated_at", "moderated_by", "moderation_reason", *reasons]
    )
    record(EVENTS[Moderation(to)], contribution, by=by, at=at)
    return contribution
