"""Where the thread hangs loose: what a county should tie before it tells anyone that it is whole."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
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
    unread: QuerySet[Contribution] = Contribution.objects.of(county).public().own_words()
    unquoted = unread.filter(~Exists(Quote.objects.filter(contribution=OuterRef("pk")))).select_related(
        "party"
    )
    uncoded: QuerySet[Quote] = Quote.objects.of(county).filter(
        ~Exists(Coding.objects.filter(quote=OuterRef("pk"), withdrawn_at=None))
    )
    unused: QuerySet[Quote] = Quote.objects.of(county).filter(
        Exists(Coding.objects.filter(quote=OuterRef("pk"), withdrawn_at=None)),
        ~Exists(Evidence.objects.filter(quote=OuterRef("pk"))),
    )
    return [
        _kind(
            "unquoted",
            _("Contributions nothing has been quoted from"),
            _("Read them and pick the words that tell something, or leave them if they tell nothing new."),
            unquoted,
            lambda row: End(
                row.text[:80], _coding_address(row), said(row.party, "name") if row.party else ""
            ),
        ),
        _kind(
            "uncoded",
            _("Quotes without a theme"),
            _("Say which perspective and theme each quote speaks of."),
            uncoded.select_related("contribution"),
            lambda row: End(row.text[:80], _coding_address(row.contribution)),
        ),
        _kind(
            "unused",
            _("Quotes no conclusion rests on"),
            _("Use them as evidence for or against a conclusion."),
            unused.select_related("contribution"),
            lambda row: End(row.text[:80], reverse("synthesis:matrix")),
        ),
    ]


def _coding_address(contribution: Contribution) -> str:
    return reverse("synthesis:code_contribution", args=[contribution.public_id])


def _in_conclusions(county: County) -> list[LooseEnds]:
    undisposed: QuerySet[Conclusion] = (
        Conclusion.objects.of(county)
        .signed_off()
        .filter(~Exists(Disposition.objects.filter(conclusion=OuterRef("pk"))))
    )
    without_pledge = Disposition.objects.filter(
        promise__county=county, outcome__in=[Outcome.TAKEN, Outcome.PARTLY], pledges=None
    )
    return [
        _kind(
            "undisposed",
            _("Conclusions without an answer"),
            _("Say what becomes of each: taken, taken in part or not taken, with a public reason."),
            undisposed.select_related("party"),
            lambda row: End(said(row, "text"), reverse("promise:promises"), said(row.party, "name")),
        ),
        _kind(
            "no_pledge",
            _("Conclusions said to be taken, but into no pledge"),
            _("Name the pledges in which the conclusion is seen."),
            without_pledge.select_related("conclusion"),
            lambda row: End(said(row.conclusion, "text"), reverse("promise:promises")),
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
