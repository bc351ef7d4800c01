"""Find out why the path was lost, do something about it, and see whether it helped."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from lupaus.journal.actions import record
from lupaus.monitoring.models import CorrectiveAction, Indicator
from lupaus.people.models import User
from lupaus.web.access import require
from lupaus.web.content_forms import columns

Texts = Mapping[str, str]


class EffectIsChecked(Exception):
    """The effect of this action has been checked already."""


class DateIsWrong(Exception):
    """The date cannot be right: it is still to come, or comes before what it follows."""


@transaction.atomic
def raise_finding(
    indicator: Indicator,
    *,
    finding: Texts,
    cause: Texts,
    action: Texts,
    responsible: Texts,
    due_on: date,
    by: User,
    found_on: date | None = None,
    at: datetime | None = None,
) -> CorrectiveAction:
    """Say what was found off the path, why, what is done about it, by whom and by when."""
    require(by, "monitoring.raise_finding", indicator)
    found_on = found_on or timezone.localdate(at)
    if due_on < found_on:
        raise DateIsWrong
    corrective = CorrectiveAction.objects.create(
        indicator=indicator,
        found_on=found_on,
        due_on=due_on,
        raised_by=by,
        **columns("finding", finding),
        **columns("cause", cause),
        **columns("action", action),
        **columns("responsible", responsible),
    )
    record("monitoring.finding_raised", corrective, by=by, at=at)
    return corrective


@transaction.atomic
def check_effect(
    action: CorrectiveAction,
    *,
    effect: Texts,
    by: User,
    on: date | None = None,
    at: datetime | None = None,
) -> CorrectiveAction:
    """Say whether the corrective action helped."""
    require(by, "monitoring.check_effect", action)
    action = CorrectiveAction.objects.select_for_update().get(pk=action.pk)
    if action.effect_checked_on is not None:
        raise EffectIsChecked
    today = timezone.localdate(at)
    on = on or today
    if on < action.found_on or on > today:
        raise DateIsWrong
    texts = columns("effect", effect)
    for field, text in texts.items():
        setattr(action, field, text)
    action.effect_checked_on = on
    action.save(update_fields=[*texts, "effect_checked_on"])
    record("monitoring.effect_checked", action, by=by, at=at)
    return action
