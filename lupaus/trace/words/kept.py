"""From pledges to whether they are kept."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import TypeVar

from django.urls import reverse
from django.utils.translation import gettext as _

from lupaus.implementation.models import Measure
from lupaus.implementation.states import MeasureState
from lupaus.promise.models import Wording
from lupaus.trace.queries.kept import Decided, Kept
from lupaus.trace.steps import Badge, Line, Step
from lupaus.trace.words.texts import perspective_name, said, viewpoint_name
from lupaus.web.languages import in_first
from lupaus.web.templatetags.lupaus import day, marked

MEASURE_BADGES = {
    MeasureState.PLANNED: "neutral",
    MeasureState.UNDER_WAY: "open",
    MeasureState.DONE: "ok",
    MeasureState.DROPPED: "closed",
}

T = TypeVar("T")


def steps_after(kept: Sequence[Kept], *, since: date) -> list[Step]:
    """Every step from the pledges onwards; where the thread ends, a loose step says what comes next.

    Decisions from before `since` are left out: they were not made because of these words.
    """
    if not kept:
        return []
    worded = [one for one in kept if one.wording]
    steps = [pledged(worded) if worded else _being_worded()]
    made = [decision for one in kept for decision in one.decisions if decision.on >= since]
    decisions = _once(made, lambda one: one.public_id)
    if not decisions:
        return [*steps, _not_decided()]
    steps += [decided(decision) for decision in sorted(decisions, key=lambda one: one.on)]
    return [*steps, *steps_of_keeping(kept)]


def steps_of_keeping(kept: Sequence[Kept]) -> list[Step]:
    """Target, measures, contract clauses, indicators and corrections: what is done, and whether it is kept."""
    return [*_work(kept), *_followed(kept)]


def decided(decision: Decided) -> Step:
    """The council said yes, in these minutes."""
    line = Line(
        _("Section %(section)s of the minutes") % {"section": decision.section},
        reverse("publication:decision", args=[decision.public_id]),
    )
    return Step(_("The council decided"), (line,), on=decision.on, who=marked(in_first(decision.body_names)))


def pledged(worded: Sequence[Kept]) -> Step:
    """The pledge, as it reads now."""
    return Step(
        _("Pledge") if len(worded) == 1 else _("Pledges"),
        tuple(_pledge_line(one.wording) for one in worded if one.wording),
        who=_("Preparers and residents together"),
        on=None,
    )


def _pledge_line(wording: Wording) -> Line:
    pledge = wording.pledge
    note = f"{viewpoint_name(pledge.viewpoint)}, {perspective_name(pledge.pair.perspective)}"
    return Line(said(wording, "sentence"), reverse("publication:pledge", args=[pledge.public_id]), note)


def _being_worded() -> Step:
    return Step(_("Pledge"), (Line(_("The wording is being drafted.")),), is_loose=True)


def _not_decided() -> Step:
    return Step(
        _("Council's decision"), (Line(_("The council has not decided on this wording yet.")),), is_loose=True
    )


def _work(kept: Sequence[Kept]) -> list[Step]:
    steps = []
    targets = [target for one in kept for target in one.targets]
    for year in sorted({target.year for target in targets}):
        lines = tuple(
            Line(said(target, "text"), note=_("Responsible: %(who)s") % {"who": said(target, "responsible")})
            for target in targets
            if target.year == year
        )
        steps.append(Step(_("Target for %(year)s") % {"year": year}, lines))
    if not targets:
        steps.append(Step(_("Yearly target"), (Line(_("No target has been set yet.")),), is_loose=True))
    measures = [measure for one in kept for measure in one.measures]
    if measures:
        steps.append(Step(_("What we do"), tuple(_measure_line(measure) for measure in measures)))
    else:
        steps.append(Step(_("What we do"), (Line(_("No measure has been named yet.")),), is_loose=True))
    clauses = [clause for one in kept for clause in one.clauses]
    if clauses:
        lines = tuple(
            Line(said(clause, "text"), note=f"{clause.provider}, {day(clause.holds_from)}")
            for clause in clauses
        )
        steps.append(Step(_("In contracts with providers"), lines))
    return steps


def _measure_line(measure: Measure) -> Line:
    state = MeasureState(measure.state)
    note = _("%(unit)s, %(start)s–%(end)s") % {
        "unit": said(measure.unit, "name"),
        "start": day(measure.starts_on),
        "end": day(measure.ends_on),
    }
    return Line(said(measure, "title"), note=note, badge=Badge(MEASURE_BADGES[state], state.label))


def _followed(kept: Sequence[Kept]) -> list[Step]:
    steps = []
    indicators = _once(
        [one for kept_one in kept for one in kept_one.indicators], lambda one: one.indicator.pk
    )
    if indicators:
        lines = tuple(
            Line(
                said(one.indicator, "name"),
                reverse("publication:indicator", args=[one.indicator.public_id]),
                one.sentence,
                badge=Badge(one.badge, one.words),
            )
            for one in indicators
        )
        latest = max((one.latest_on for one in indicators if one.latest_on), default=None)
        steps.append(Step(_("Is it kept"), lines, on=latest))
    else:
        steps.append(Step(_("Is it kept"), (Line(_("No indicator follows this yet.")),), is_loose=True))
    actions = _once([action for one in kept for action in one.corrective_actions], lambda action: action.pk)
    for action in actions:
        steps.append(
            Step(
                _("Correction"),
                (Line(said(action, "action"), note=_("By %(day)s") % {"day": day(action.due_on)}),),
                on=action.found_on,
                who=said(action, "responsible"),
                reason=said(action, "cause"),
            )
        )
        if action.effect_checked_on:
            steps.append(Step(_("Did it help"), (Line(said(action, "effect")),), on=action.effect_checked_on))
    return steps


def _once(things: list[T], key: Callable[[T], Hashable]) -> list[T]:
    return list({key(thing): thing for thing in things}.values())
