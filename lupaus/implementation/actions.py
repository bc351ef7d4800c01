"""Keep the pledges: name units, assign measures, tell how they go, agree with providers."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from lupaus.counties.models import County
from lupaus.decision.models import YearlyTarget
from lupaus.implementation.models import ContractClause, Measure, Provider, Unit
from lupaus.implementation.states import MEASURE_MOVES
from lupaus.journal.actions import record
from lupaus.people.models import User
from lupaus.promise.models import Pledge
from lupaus.web.access import require
from lupaus.web.content_forms import columns
from lupaus.web.states import move

Texts = Mapping[str, str]


class EndsBeforeItStarts(Exception):
    """A measure cannot end before it starts."""


class TargetIsOfAnotherPledge(Exception):
    """The yearly target belongs to another pledge."""


class NotOfThisCounty(Exception):
    """A unit, a provider or a person of another county cannot answer for this."""


@transaction.atomic
def name_unit(
    county: County,
    *,
    name: Texts,
    responsible_role: Texts | None = None,
    responsible: User | None = None,
    unit: Unit | None = None,
    by: User,
    at: datetime | None = None,
) -> Unit:
    """Name a unit and who answers for it, or mend what was named."""
    require(by, "implementation.name_unit", county)
    if responsible is not None and not responsible.has_role(county):
        raise NotOfThisCounty
    values = {
        **columns("name", name),
        **columns("responsible_role", responsible_role),
        "responsible": responsible,
    }
    if unit is None:
        unit = Unit.objects.create(county=county, **values)
    else:
        Unit.objects.of(county).filter(pk=unit.pk).update(**values)
        unit.refresh_from_db()
    record("implementation.unit_named", unit, by=by, at=at)
    return unit


@transaction.atomic
def assign(
    pledge: Pledge,
    *,
    title: Texts,
    unit: Unit,
    starts_on: date,
    ends_on: date,
    target: YearlyTarget | None = None,
    reason: Texts | None = None,
    by: User,
    at: datetime | None = None,
) -> Measure:
    """Give a unit a measure by which a pledge is kept."""
    require(by, "implementation.assign", pledge)
    if unit.county_id != pledge.county.pk:
        raise NotOfThisCounty
    if ends_on < starts_on:
        raise EndsBeforeItStarts
    if target is not None and target.pledge_id != pledge.pk:
        raise TargetIsOfAnotherPledge
    measure = Measure.objects.create(
        pledge=pledge,
        unit=unit,
        starts_on=starts_on,
        ends_on=ends_on,
        target=target,
        state_since=timezone.localdate(at),
        **columns("title", title),
        **columns("reason", reason),
    )
    record("implementation.assigned", measure, by=by, at=at)
    return measure


@transaction.atomic
def set_measure_state(
    measure: Measure,
    *,
    state: str,
    note: Texts | None = None,
    by: User,
    on: date | None = None,
    at: datetime | None = None,
) -> Measure:
    """Tell how a measure goes."""
    measure = Measure.objects.select_for_update().get(pk=measure.pk)
    require(by, "implementation.set_measure_state", measure)
    before, texts = measure.state, columns("state_note", note)
    for field, text in texts.items():
        setattr(measure, field, text)
    measure.state_since = on or timezone.localdate(at)
    move(measure, state, MEASURE_MOVES, also=["state_since", *texts])
    record("implementation.measure_moved", measure, by=by, at=at, before=str(before), after=str(state))
    return measure


@transaction.atomic
def name_provider(county: County, *, name: str, by: User, at: datetime | None = None) -> Provider:
    """Name a provider; one that is known already stays one."""
    require(by, "implementation.agree_clause", county)
    known = Provider.objects.of(county).filter(name__iexact=name.strip()).first()
    if known is not None:
        return known
    provider = Provider.objects.create(county=county, name=name.strip())
    record("implementation.provider_named", provider, by=by, at=at)
    return provider


@transaction.atomic
def agree_clause(
    pledge: Pledge,
    *,
    provider: Provider,
    text: Texts,
    contract: Texts,
    holds_from: date,
    by: User,
    at: datetime | None = None,
) -> ContractClause:
    """Write a pledge into a provider's contract."""
    require(by, "implementation.agree_clause", pledge)
    if provider.county_id != pledge.county.pk:
        raise NotOfThisCounty
    clause = ContractClause.objects.create(
        pledge=pledge,
        provider=provider,
        holds_from=holds_from,
        **columns("text", text),
        **columns("contract", contract),
    )
    record("implementation.clause_agreed", clause, by=by, at=at)
    return clause
