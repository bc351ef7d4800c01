"""From pledges onwards: wording, decision, target, measure, contract clause, indicator, corrective action."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from lupaus.counties.models import County
from lupaus.decision.models import CouncilDecision, YearlyTarget
from lupaus.decision.states import CouncilOutcome
from lupaus.implementation.models import ContractClause, Measure
from lupaus.monitoring.models import CorrectiveAction, Indicator
from lupaus.monitoring.queries import Judgement, judgements
from lupaus.promise.models import Wording
from lupaus.promise.states import VersionState
from lupaus.web.languages import LANGUAGES


@dataclass(frozen=True)
class Decided:
    """What the council decided, as far as a thread tells it."""

    public_id: str
    on: date
    section: str
    body_names: dict[str, str]


@dataclass
class Kept:
    """All that follows from one pledge, oldest first."""

    pledge_id: int
    wordings: list[Wording] = field(default_factory=list)
    decisions: list[Decided] = field(default_factory=list)
    targets: list[YearlyTarget] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    clauses: list[ContractClause] = field(default_factory=list)
    indicators: list[Judgement] = field(default_factory=list)
    corrective_actions: list[CorrectiveAction] = field(default_factory=list)

    @property
    def wording(self) -> Wording | None:
        """The newest wording that people may see."""
        return self.wordings[-1] if self.wordings else None


def kept(county: County, pledge_ids: Iterable[int], *, today: date) -> dict[int, Kept]:
    """What followed from each of the pledges, in seven queries however many they are."""
    found = {pledge_id: Kept(pledge_id) for pledge_id in pledge_ids}
    if not found:
        return found
    for wording in public_wordings().filter(pledge__in=found):
        add_wording(found[wording.pledge_id], wording)
    add_deeds(county, found, today=today)
    return found


def public_wordings() -> QuerySet[Wording]:
    """Wordings people may see, oldest first, each with its pledge, its version and the council's approval of it."""
    told = JSONObject(
        public_id="public_id",
        on="decided_on",
        section="section",
        **{language: f"body_name_{language}" for language in LANGUAGES},
    )
    approved = CouncilDecision.objects.filter(
        package__version=OuterRef("version"), outcome=CouncilOutcome.APPROVED
    )
    wordings: QuerySet[Wording] = Wording.objects.exclude(version__state=VersionState.DRAFT)
    related = wordings.select_related("version", "pledge__pair__promise")
    return related.annotate(approval=Subquery(approved.annotate(told=told).values("told")[:1])).order_by(
        "version__number"
    )


def add_wording(one: Kept, wording: Any) -> None:
    """Put a wording of `public_wordings` and its approval where they belong."""
    one.wordings.append(wording)
    if told := wording.approval:
        names = {language: told[language] or "" for language in LANGUAGES}
        decided_on = date.fromisoformat(str(told["on"])[:10])
        one.decisions.append(Decided(told["public_id"], decided_on, told["section"], names))


def add_deeds(county: County, found: dict[int, Kept], *, today: date) -> None:
    """Targets, measures, clauses, indicators and corrective actions of the pledges."""
    for target in YearlyTarget.objects.filter(pledge__in=found).order_by("year"):
        found[target.pledge_id].targets.append(target)
    for measure in Measure.objects.filter(pledge__in=found).select_related("unit"):
        found[measure.pledge_id].measures.append(measure)
    for clause in ContractClause.objects.filter(pledge__in=found).select_related("provider"):
        found[clause.pledge_id].clauses.append(clause)
    _add_indicators(found, county, today)


def _add_indicators(found: dict[int, Kept], county: County, today: date) -> None:
    tied = list(Indicator.objects.filter(pledges__in=found).annotate(pledge_key=F("pledges")))
    each = {indicator.pk: indicator for indicator in tied}
    judged = {one.indicator.pk: one for one in judgements(county, today=today, indicators=each.values())}
    actions = list(CorrectiveAction.objects.filter(indicator__in=each).order_by("found_on"))
    for indicator in tied:
        one = found[indicator.pledge_key]
        one.indicators.append(judged[indicator.pk])
        one.corrective_actions += [action for action in actions if action.indicator_id == indicator.pk]
