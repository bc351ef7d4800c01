"""What the thread itself says of the outputs of a process: done because it happened, not because of a tick."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lupaus.counties.models import County
from lupaus.decision.models import CouncilDecision, DecisionPackage
from lupaus.decision.states import CouncilOutcome
from lupaus.foundations.models import FoundationItem
from lupaus.implementation.models import ContractClause, Measure
from lupaus.implementation.states import MeasureState
from lupaus.monitoring.models import Indicator, Observation
from lupaus.participation.models import Consultation
from lupaus.participation.states import ConsultationState
from lupaus.process.models import Phase, Process
from lupaus.process.queries import PlanGap, plan_gaps
from lupaus.promise.models import Pledge, Version
from lupaus.synthesis.models import Synthesis
from lupaus.synthesis.states import SynthesisState
from lupaus.web.templatetags.lupaus import day

SCOPE = {PlanGap.SCOPE, PlanGap.BOUNDARY_CONDITIONS, PlanGap.INTERFACES}
WHO_AND_MEANS = {PlanGap.PROJECT_GROUP, PlanGap.STEERING_GROUP, PlanGap.RESOURCES}
KEY_INDICATORS = 3


@dataclass(frozen=True)
class Evidence:
    """Whether an output is there, and what in the thread shows it."""

    is_done: bool
    says: str


def counted(rows: QuerySet[Any], **group: str) -> Coalesce:
    """How many rows there are, as a part of a larger question."""
    (field,) = group.values()
    return Coalesce(Subquery(rows.order_by().values(field).annotate(n=Count("pk")).values("n")[:1]), 0)


def process_with_facts(county: County, *, process_id: str = "") -> Process | None:
    """The named round of work, or the one begun last, with all its outputs are derived from, in one query."""
    here, of_county = OuterRef("pk"), OuterRef("county_id")
    consultations = Consultation.objects.filter(process=here).exclude(state=ConsultationState.WITHDRAWN)
    items = FoundationItem.objects.filter(county=of_county)
    synthesis = Synthesis.objects.filter(process=here, state=SynthesisState.SIGNED_OFF)
    decisions = CouncilDecision.objects.filter(
        package__version__promise__process=here, outcome=CouncilOutcome.APPROVED
    )
    pledges = Pledge.objects.filter(pair__promise__process=here)
    measures = Measure.objects.filter(pledge=OuterRef("pk")).exclude(state=MeasureState.DROPPED)
    key_indicators = Indicator.objects.filter(county=of_county, is_key=True)
    observed = Observation.objects.filter(indicator=OuterRef("pk"), value__isnull=False)
    processes: QuerySet[Process] = Process.objects.with_plan_parts().filter(county=county)
    if process_id:
        processes = processes.filter(public_id=process_id)
    return processes.annotate(
        items=counted(items, by="county"),
        items_concluded=counted(items.filter(concluded_at__isnull=False), by="county"),
        consultations_planned=counted(consultations, by="process"),
        consultations_held=counted(consultations.filter(state=ConsultationState.CLOSED), by="process"),
        signed_off_at=Subquery(synthesis.values("signed_off_at")[:1]),
        signed_off_by=Subquery(synthesis.values("signed_off_by__name")[:1]),
        versions=counted(Version.objects.filter(promise__process=here), by="promise__process"),
        has_package=Exists(DecisionPackage.objects.filter(version__promise__process=here)),
        decided_on=Subquery(decisions.order_by("-decided_on").values("decided_on")[:1]),
        pledges=counted(pledges, by="pair__promise__process"),
        pledges_with_measure=counted(pledges.filter(Exists(measures)), by="pair__promise__process"),
        clauses=counted(
            ContractClause.objects.filter(pledge__pair__promise__process=here),
            by="pledge__pair__promise__process",
        ),
        key_indicators=counted(key_indicators, by="county"),
        key_indicators_observed=counted(key_indicators.filter(Exists(observed)), by="county"),
    ).first()


def evidence_for(process: Process) -> dict[str, Evidence]:
    """What the thread says of each derived output; `process` comes from `process_with_facts`."""
    facts = vars(process)
    gaps = set(plan_gaps(process))
    return {key: derive(facts, gaps) for key, derive in DERIVATIONS.items()}


def self_test_evidence(phase: Phase) -> Evidence:
    """Whether every question of the phase has been answered; the counts come with the phase."""
    answered, of = vars(phase)["answered"], vars(phase)["questions"]
    return Evidence(
        of > 0 and answered == of, _("%(now)s of %(of)s questions answered") % {"now": answered, "of": of}
    )


Facts = Mapping[str, Any]


def _foundation(facts: Facts, gaps: set[PlanGap]) -> Evidence:
    now, of = facts["items_concluded"], facts["items"]
    return Evidence(
        of > 0 and now == of, _("%(now)s of %(of)s parts have a conclusion") % {"now": now, "of": of}
    )


def _plan(facts: Facts, gaps: set[PlanGap], parts: set[PlanGap]) -> Evidence:
    missing = len(gaps & parts)
    if not missing:
        return Evidence(True, _("written in the project plan"))
    text = ngettext(
        "%(n)s part of the plan is still empty", "%(n)s parts of the plan are still empty", missing
    )
    return Evidence(False, text % {"n": missing})


def _planned(facts: Facts, gaps: set[PlanGap]) -> Evidence:
    n = facts["consultations_planned"]
    if not n:
        return Evidence(False, _("no consultation planned yet"))
    return Evidence(True, ngettext("%(n)s consultation planned", "%(n)s consultations planned", n) % {"n": n})


def _held(facts: Facts, gaps: set[PlanGap]) -> Evidence:
    n = facts["consultations_held"]
    if not n:
        return Evidence(False, _("no consultation has closed yet"))
    return Evidence(True, ngettext("%(n)s consultation held", "%(n)s consultations held", n) % {"n": n})


def _signed_off(facts: Facts, gaps: set[PlanGap]) -> Evidence:
    if not facts["signed_off_at"]:
        return Evidence(False, _("the synthesis is not signed off yet"))
    words = {"who": facts["signed_off_by"] or "–", "on": day(facts["signed_off_at"])}
    return Evidence(True, _("synthesis signed off %(on)s, %(who)s") % words)


def _draft(facts: Facts, gaps: set[PlanGap]) -> Evidence:
    n = facts["versions"]
    if not n:
        return Evidence(False, _("no draft yet"))
    return Evidence(
        True, ngettext("%(n)s version of the promise", "%(n)s versions of the promise", n) % {"n": n}
    )


def _package(facts: Facts, gaps: set[PlanGap]) -> Evidence:
    if facts["has_package"]:
        return Evidence(True, _("the decision package is frozen"))
    return Evidence(False, _("no decision package yet"))


def _decided(facts: Facts, gaps: set[PlanGap]) -> Evidence:
    if not facts["decided_on"]:
        return Evidence(False, _("no decision recorded yet"))
    return Evidence(True, _("approved %(on)s") % {"on": day(facts["decided_on"])})


def _measures(facts: Facts, gaps: set[PlanGap]) -> Evidence:
    now, of = facts["pledges_with_measure"], facts["pledges"]
    return Evidence(
        of > 0 and now == of, _("%(now)s of %(of)s pledges have a measure") % {"now": now, "of": of}
    )


def _clauses(facts: Facts, gaps: set[PlanGap]) -> Evidence:
    n = facts["clauses"]
    if not n:
        return Evidence(False, _("no promise clause in a contract yet"))
    return Evidence(
        True, ngettext("%(n)s promise clause agreed", "%(n)s promise clauses agreed", n) % {"n": n}
    )


def _indicators(facts: Facts, gaps: set[PlanGap]) -> Evidence:
    now, of = facts["key_indicators_observed"], facts["key_indicators"]
    is_done = of >= KEY_INDICATORS and now == of
    return Evidence(is_done, _("%(now)s of %(of)s key indicators have figures") % {"now": now, "of": of})


DERIVATIONS: dict[str, Callable[[Facts, set[PlanGap]], Evidence]] = {
    "foundation_concluded": _foundation,
    "project_plan_complete": lambda facts, gaps: _plan(facts, gaps, set(PlanGap)),
    "scope_written": lambda facts, gaps: _plan(facts, gaps, SCOPE),
    "groups_and_resources_named": lambda facts, gaps: _plan(facts, gaps, WHO_AND_MEANS),
    "participation_planned": _planned,
    "consultation_held": _held,
    "synthesis_signed_off": _signed_off,
    "draft_version_exists": _draft,
    "package_frozen": _package,
    "decision_recorded": _decided,
    "measures_assigned": _measures,
    "clauses_agreed": _clauses,
    "indicators_judged": _indicators,
}
