"""What a pledge stands on, put into steps."""

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lupaus.promise.models import Wording
from lupaus.promise.states import Outcome
from lupaus.synthesis.models import Evidence
from lupaus.synthesis.states import Stance
from lupaus.trace.queries.kept import Kept
from lupaus.trace.queries.upwards import Ground, PledgeThread
from lupaus.trace.steps import Badge, Line, Step
from lupaus.trace.words.heard import OUTCOME_BADGES, quotes_of
from lupaus.trace.words.kept import decided, steps_of_keeping
from lupaus.trace.words.texts import perspective_name, said
from lupaus.web.languages import in_first
from lupaus.web.templatetags.lupaus import marked

FEW = 3


def steps_of(thread: PledgeThread) -> list[Step]:
    """The whole thread of a pledge, from what people said to whether it is kept."""
    steps: list[Step] = []
    for ground in thread.grounds:
        steps += [_voices(ground.evidence), _conclusion(ground)]
        if ground.outcome:
            steps.append(_taken(ground))
    if not thread.grounds:
        steps.append(
            Step(_("What people said"), (Line(_("No conclusion stands under this pledge.")),), is_loose=True)
        )
    steps.append(_goals(thread))
    return [*steps, *_wordings(thread.kept), *steps_of_keeping([thread.kept])]


def _voices(evidence: list[Evidence]) -> Step:
    supporting, opposing = quotes_of(evidence, Stance.FOR), quotes_of(evidence, Stance.AGAINST)
    lines = [*supporting[:FEW]]
    if opposing:
        first = opposing[0]
        lines.append(
            Line(
                first.text, first.address, _("Another view"), is_quote=first.is_quote, language=first.language
            )
        )
    count = len(supporting) + len(opposing)
    return Step(
        _("What people said"),
        tuple(lines),
        who=ngettext("%(count)s piece of evidence", "%(count)s pieces of evidence", count) % {"count": count},
        is_loose=not lines,
    )


def _conclusion(ground: Ground) -> Step:
    conclusion = ground.conclusion
    on = localtime(conclusion.signed_off_at).date() if conclusion.signed_off_at else None
    line = Line(said(conclusion, "text"), reverse("publication:conclusion", args=[conclusion.public_id]))
    title = _("Conclusion on what %(party)s said") % {"party": said(conclusion.party, "name")}
    return Step(title, (line,), on=on, who=perspective_name(conclusion.perspective))


def _taken(ground: Ground) -> Step:
    outcome = Outcome(ground.outcome)
    return Step(
        _("What we did with it"),
        on=ground.disposed_on,
        reason=marked(in_first(ground.reasons)),
        badge=Badge(OUTCOME_BADGES[outcome], outcome.label),
    )


def _goals(thread: PledgeThread) -> Step:
    lines = tuple(
        Line(said(row.goal, "text"), note=said(row.goal.strategy, "title"))
        for row in thread.goals
        if row.goal
    )
    if not lines:
        return Step(
            _("Goal of the strategy"), (Line(_("No goal has been tied to this pledge.")),), is_loose=True
        )
    return Step(_("Goal of the strategy") if len(lines) == 1 else _("Goals of the strategies"), lines)


def _wordings(kept: Kept) -> list[Step]:
    decisions = {decision.on: decision for decision in kept.decisions}
    steps = []
    earlier: Wording | None = None
    for wording in kept.wordings:
        if earlier is None or _differs(earlier, wording):
            steps.append(_worded(wording, is_first=earlier is None, is_newest=wording is kept.wordings[-1]))
        earlier = wording
    return [*steps, *(decided(decisions[on]) for on in sorted(decisions))]


def _differs(earlier: Wording, later: Wording) -> bool:
    return str(said(earlier, "sentence")) != str(said(later, "sentence"))


def _worded(wording: Wording, *, is_first: bool, is_newest: bool) -> Step:
    frozen_at = wording.version.frozen_at
    reason = "" if is_first else said(wording, "change_reason")
    return Step(
        _("The pledge was written") if is_first else _("The wording was changed"),
        (Line(said(wording, "sentence")),),
        on=localtime(frozen_at).date() if frozen_at else None,
        who=_("Version %(number)s") % {"number": wording.version.number},
        reason=reason,
        is_here=is_newest,
    )
