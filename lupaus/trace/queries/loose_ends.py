"""Where the thread hangs loose: what a county should tie before it tells anyone that it is whole."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Window
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from lupaus.counties.models import County
from lupaus.decision.models import YearlyTarget
from lupaus.implementation.models import Measure
from lupaus.monitoring.models import CorrectiveAction
from lupaus.monitoring.queries import judgements
from lupaus.participation.models import Contribution
from lupaus.promise.models import Disposition, Wording
from lupaus.promise.states import Outcome, VersionState
from lupaus.synthesis.models import Coding, Conclusion, Evidence, Quote
from lupaus.trace.steps import Text
from lupaus.trace.words.texts import perspective_name, said, viewpoint_name

FEW = 10


@dataclass(frozen=True)
class End:
    """One place where the thread hangs loose, and where it is tied."""

    text: Text
    address: str
    note: Text = ""


@dataclass(frozen=True)
class LooseEnds:
    """All ends of one kind: how many, the first few, and what to do about them."""

    key: str
    title: str | Promise
    mend: str | Promise
    count: int
    ends: tuple[End, ...]


def loose_ends(county: County, *, today: date) -> list[LooseEnds]:
    """Every kind of loose end there is, in the order of the thread; kinds without any are left out."""
    found = [
        *_in_words(county),
        *_in_conclusions(county),
        *_in_pledges(county),
        *_in_following(county, today),
    ]
    return [kind for kind in found if kind.count]


def _kind(
    key: str, title: Promise, mend: Promise, rows: Iterable[object], end: Callable[..., End]
) -> LooseEnds:
    listed = list(rows)
    return LooseEnds(key, title, mend, len(listed), tuple(end(row) for row in listed[:FEW]))


def _in_words(county: County) -> list[LooseEnds]:
    published: QuerySet[Contribution] = Contribution.objects.of(county).public().own_words()
    is_quoted = Exists(Quote.objects.filter(contribution=OuterRef("pk")))
    unquoted = published.filter(~is_quoted, set_aside=None)
    first = list(unquoted.select_related("party").annotate(in_all=Window(Count("pk")))[:FEW])
    own: QuerySet[Quote] = Quote.objects.of(county).select_related("contribution")
    quotes = list(
        own.annotate(
            is_coded=Exists(Coding.objects.filter(quote=OuterRef("pk"), withdrawn_at=None)),
            is_used=Exists(Evidence.objects.filter(quote=OuterRef("pk"))),
        ).exclude(is_coded=True, is_used=True)
    )
    return [
        LooseEnds(
            "unquoted",
            _("Contributions nothing has been quoted from"),
            _("Read them and pick the words that tell something, or leave them if they tell nothing new."),
            first[0].in_all if first else 0,
            tuple(
                End(
                    Truncator(row.text).chars(80),
                    _coding_address(row),
                    said(row.party, "name") if row.party else "",
                )
                for row in first
            ),
        ),
        _kind(
            "uncoded",
            _("Quotes without a theme"),
            _("Say which perspective and theme each quote speaks of."),
            [row for row in quotes if not row.is_coded],
            lambda row: End(Truncator(row.text).chars(80), _coding_address(row.contribution)),
        ),
        _kind(
            "unused",
            _("Quotes no conclusion rests on"),
            _("Use them as evidence for or against a conclusion."),
            [row for row in quotes if row.is_coded and not row.is_used],
            lambda row: End(Truncator(row.text).chars(80), reverse("synthesis:matrix")),
        ),
    ]


def _coding_address(contribution: Contribution) -> str:
    return reverse("synthesis:code_contribution", args=[contribution.public_id])


def _in_conclusions(county: County) -> list[LooseEnds]:
    answers = Disposition.objects.filter(conclusion=OuterRef("pk"))
    nowhere = answers.filter(outcome__in=[Outcome.TAKEN, Outcome.PARTLY], pledges=None)
    signed_off: QuerySet[Conclusion] = Conclusion.objects.of(county).signed_off().select_related("party")
    loose = list(
        signed_off.annotate(is_answered=Exists(answers), is_nowhere=Exists(nowhere)).filter(
            Q(is_answered=False) | Q(is_nowhere=True)
        )
    )

    def end(conclusion: Conclusion) -> End:
        return End(said(conclusion, "text"), reverse("promise:promises"), said(conclusion.party, "name"))

    return [
        _kind(
            "undisposed",
            _("Conclusions without an answer"),
            _("Say what becomes of each: taken, taken in part or not taken, with a public reason."),
            [one for one in loose if not one.is_answered],
            end,
        ),
        _kind(
            "no_pledge",
            _("Conclusions said to be taken, but into no pledge"),
            _("Name the pledges in which the conclusion is seen."),
            [one for one in loose if one.is_nowhere],
            end,
        ),
    ]


def _in_pledges(county: County) -> list[LooseEnds]:
    """Pledges of versions in force, before the council or being drafted, that stand on nothing or lead nowhere."""
    current = Q(version__state__in=[VersionState.DRAFT, VersionState.FROZEN, VersionState.DECIDED])
    wordings = list(
        Wording.objects.filter(current, version__promise__county=county)
        .select_related("pledge__pair", "version__promise")
        .annotate(
            has_basis=Exists(Wording.objects.filter(pk=OuterRef("pk"), basis__isnull=False)),
            has_target=Exists(YearlyTarget.objects.filter(pledge=OuterRef("pledge"))),
            has_measure=Exists(Measure.objects.filter(pledge=OuterRef("pledge"))),
            indicator_key=F("pledge__indicators"),
        )
        .order_by("pledge", "-version__number")
    )
    newest = {wording.pledge_id: wording for wording in reversed(wordings)}
    decided = {one.pledge_id: one for one in wordings if one.version.state == VersionState.DECIDED}

    def end(wording: Wording) -> End:
        pledge = wording.pledge
        name = f"{viewpoint_name(pledge.viewpoint)}, {perspective_name(pledge.pair.perspective)}"
        return End(said(wording, "sentence") or name, reverse("promise:promises"), name)

    return [
        _kind(
            "no_basis",
            _("Pledges that stand on nothing"),
            _("Name a conclusion or a goal each rests on, or take the pledge out."),
            [one for one in newest.values() if not one.has_basis],
            end,
        ),
        _kind(
            "no_target",
            _("Pledges in force without a yearly target"),
            _("Set what will have come true this year and who answers for it."),
            [one for one in decided.values() if not one.has_target],
            end,
        ),
        _kind(
            "no_measure",
            _("Pledges in force without a measure"),
            _("Name what is done and the unit that does it."),
            [one for one in decided.values() if not one.has_measure],
            end,
        ),
        _kind(
            "no_indicator",
            _("Pledges in force that no indicator follows"),
            _("Choose a figure that shows whether the pledge is kept."),
            [one for one in decided.values() if one.indicator_key is None],
            end,
        ),
    ]


def _in_following(county: County, today: date) -> list[LooseEnds]:
    judged = judgements(county, today=today)
    open_actions = list(
        CorrectiveAction.objects.filter(indicator__county=county, effect_checked_on=None).select_related(
            "indicator"
        )
    )
    acted_on = {action.indicator_id for action in open_actions}
    return [
        _kind(
            "off_path",
            _("Figures off their path without a correction"),
            _("Find the cause, decide what to do, and say by when."),
            [one for one in judged if one.is_off_path and one.indicator.pk not in acted_on],
            lambda one: End(said(one.indicator, "name"), reverse("monitoring:indicators"), one.words),
        ),
        _kind(
            "not_known",
            _("Figures we cannot judge"),
            _("Bring newer observations, or say why there are none."),
            [one for one in judged if one.badge in ("none", "stale")],
            lambda one: End(said(one.indicator, "name"), reverse("monitoring:indicators"), one.words),
        ),
        _kind(
            "overdue",
            _("Corrections whose day has passed without a check"),
            _("See whether the correction helped, and write it down."),
            [action for action in open_actions if action.due_on < today],
            lambda action: End(
                said(action, "action"), reverse("monitoring:indicators"), said(action.indicator, "name")
            ),
        ),
    ]
