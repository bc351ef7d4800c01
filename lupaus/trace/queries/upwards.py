"""A pledge's whole thread: up to the words it stands on, and on to whether it is kept."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from lupaus.counties.models import County
from lupaus.promise.models import Basis, Disposition, Pledge, Wording
from lupaus.synthesis.models import Conclusion, Evidence
from lupaus.trace.queries.kept import Kept, add_deeds, add_wording, public_wordings
from lupaus.web.languages import LANGUAGES


@dataclass
class Ground:
    """A conclusion under a pledge, with its evidence and the reason it was taken in."""

    conclusion: Conclusion
    note: Basis
    outcome: str = ""
    reasons: dict[str, str] = field(default_factory=dict)
    disposed_on: date | None = None
    evidence: list[Evidence] = field(default_factory=list)


@dataclass
class PledgeThread:
    """All that stands under a pledge and all that follows from it."""

    pledge: Pledge
    kept: Kept
    grounds: list[Ground] = field(default_factory=list)
    goals: list[Basis] = field(default_factory=list)


def thread_of_pledge(county: County, public_id: str, *, today: date) -> PledgeThread | None:
    """The thread of a pledge that has a public wording; None when there is none to see."""
    wordings = list(
        public_wordings().filter(pledge__public_id=public_id, pledge__pair__promise__county=county)
    )
    if not wordings:
        return None
    pledge = wordings[-1].pledge
    one = Kept(pledge.pk)
    for wording in wordings:
        add_wording(one, wording)
    thread = PledgeThread(pledge, one)
    _add_basis(thread, wordings[-1])
    add_deeds(county, {pledge.pk: one}, today=today)
    return thread


def _add_basis(thread: PledgeThread, wording: Wording) -> None:
    rows = basis_with_reasons(thread.pledge.pair.promise_id).filter(wording=wording)
    for row in rows:
        if row.goal is not None:
            thread.goals.append(row)
        elif row.conclusion is not None:
            thread.grounds.append(_ground(row, row.conclusion))
    pieces = evidence_of(ground.conclusion.pk for ground in thread.grounds)
    for ground in thread.grounds:
        ground.evidence = pieces[ground.conclusion.pk]


def _ground(row: Any, conclusion: Conclusion) -> Ground:
    ground = Ground(conclusion, row)
    if told := row.told:
        ground.outcome = told["outcome"]
        ground.reasons = {language: told[language] or "" for language in LANGUAGES}
        ground.disposed_on = date.fromisoformat(str(told["at"])[:10])
    return ground


def basis_with_reasons(promise_id: int) -> QuerySet[Basis]:
    """What wordings rest on, each conclusion with what was said of taking it in."""
    told = JSONObject(
        outcome="outcome", at="disposed_at", **{language: f"reason_{language}" for language in LANGUAGES}
    )
    answers = Disposition.objects.filter(promise=promise_id, conclusion=OuterRef("conclusion"))
    rows: QuerySet[Basis] = Basis.objects.select_related("conclusion__party", "goal__strategy")
    return rows.annotate(told=Subquery(answers.annotate(told=told).values("told")[:1]))


def evidence_of(conclusion_ids: Iterable[int]) -> dict[int, list[Evidence]]:
    """The evidence of each conclusion, quotes with where they were said, results with theirs; one query."""
    found: dict[int, list[Evidence]] = defaultdict(list)
    rows = Evidence.objects.filter(conclusion__in=list(conclusion_ids))
    for row in rows.select_related("quote__contribution__party", "quote__contribution__area", "result"):
        found[row.conclusion_id].append(row)
    return found
