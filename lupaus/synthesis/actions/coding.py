"""Quote exactly what someone said, and say what it is about."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lupaus.journal.actions import record
from lupaus.participation.models import Contribution
from lupaus.participation.states import Channel, Moderation
from lupaus.people.models import User
from lupaus.synthesis.actions.synthesis import demand_open
from lupaus.synthesis.models import Coding, Quote, SetAside, Synthesis, Theme
from lupaus.synthesis.rules import NotASpan, NotQuotable, WrongEvidence
from lupaus.synthesis.states import AsideReason
from lupaus.web.access import require


@transaction.atomic
def quote(contribution: Contribution, *, start: int, end: int, by: User, at: datetime | None = None) -> Quote:
    """Quote characters `start` up to `end` of a published contribution; the same span is quoted once."""
    contribution = Contribution.objects.select_for_update().get(pk=contribution.pk)
    require(by, "synthesis.code", contribution)
    demand_quotable(contribution)
    text = contribution.text
    if not (0 <= start < end <= len(text) and text[start:end].strip()):
        raise NotASpan(_("Choose at least one word of the text."))
    if earlier := contribution.quotes.filter(start=start, end=end).first():
        return earlier
    made = Quote.objects.create(
        contribution=contribution,
        start=start,
        end=end,
        text=text[start:end],
        quoted_by=by,
        quoted_at=at or timezone.now(),
    )
    record("synthesis.quoted", made, by=by, at=at, contribution=contribution.public_id)
    return made


@transaction.atomic
def code(quote: Quote, *, perspective: str, theme: Theme, by: User, at: datetime | None = None) -> Coding:
    """Say which perspective and theme a quote speaks of; said twice, it counts once."""
    quote = Quote.objects.select_for_update().select_related("contribution__county").get(pk=quote.pk)
    require(by, "synthesis.code", quote)
    if theme.county.pk != quote.county.pk:
        raise WrongEvidence(_("The theme belongs to another county."))
    demand_quotable(quote.contribution)
    demand_open(theme.synthesis)
    earlier = quote.codings.filter(perspective=perspective, theme=theme, withdrawn_at=None).first()
    if earlier:
        return earlier
    coding = Coding.objects.create(
        quote=quote, perspective=perspective, theme=theme, coded_by=by, coded_at=at or timezone.now()
    )
    record("synthesis.coded", coding, by=by, at=at, perspective=perspective, theme=theme.public_id)
    return coding


@transaction.atomic
def withdraw_coding(coding: Coding, *, by: User, at: datetime | None = None) -> Coding:
    """Take back a coding that was mistaken; it stays in the records as withdrawn."""
    coding = Coding.objects.select_for_update().get(pk=coding.pk)
    require(by, "synthesis.code", coding)
    demand_open(coding.theme.synthesis)
    if coding.withdrawn_at is None:
        coding.withdrawn_at, coding.withdrawn_by = at or timezone.now(), by
        coding.save(update_fields=["withdrawn_at", "withdrawn_by"])
        record("synthesis.coding_withdrawn", coding, by=by, at=at)
    return coding


@transaction.atomic
def set_aside(
    contribution: Contribution, *, synthesis: Synthesis, reason: str, by: User, at: datetime | None = None
) -> SetAside:
    """Say why nothing is quoted from a contribution that has been read; its writer sees the reason."""
    require(by, "synthesis.code", contribution)
    if reason not in AsideReason.values:
        raise WrongEvidence(_("Choose why nothing is quoted. The writer sees the reason with the receipt."))
    if synthesis.county.pk != contribution.county.pk:
        raise WrongEvidence(_("The contribution belongs to another county."))
    demand_open(synthesis)
    aside, is_new = SetAside.objects.get_or_create(
        synthesis=synthesis,
        contribution=contribution,
        defaults={"reason": reason, "set_aside_by": by, "set_aside_at": at or timezone.now()},
    )
    if is_new:
        record("synthesis.set_aside", contribution, by=by, at=at, reason=reason)
    return aside


@transaction.atomic
def put_back(contribution: Contribution, *, synthesis: Synthesis, by: User) -> None:
    """Take a contribution that was set aside back among those to code."""
    require(by, "synthesis.code", contribution)
    demand_open(synthesis)
    removed, _by_model = SetAside.objects.filter(synthesis=synthesis, contribution=contribution).delete()
    if removed:
        record("synthesis.put_back", contribution, by=by)


def demand_quotable(contribution: Contribution) -> None:
    """Only published words are quoted; claims of opinion maps enter as results, not as quotes."""
    if contribution.channel == Channel.OPINION_MAP:
        raise NotQuotable(_("This is a claim of an opinion map. Use its result as evidence instead."))
    if contribution.moderation != Moderation.PUBLISHED:
        raise NotQuotable(
            _("Only published contributions can be quoted. Ask a moderator to publish this first.")
        )
