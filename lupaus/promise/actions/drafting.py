"""Write a draft: its core, its pledges, and what each pledge stands on."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from lupaus.foundations.models import Goal
from lupaus.journal.actions import record
from lupaus.people.models import User
from lupaus.promise.models import Basis, Point, Version, Wording
from lupaus.promise.queries.content import stamp_of_version, stamp_of_wording
from lupaus.promise.rules import ChangedMeanwhile, TooManyPoints, VersionIsFrozen, WrongBasis
from lupaus.synthesis.models import Conclusion
from lupaus.web.access import require
from lupaus.web.content_forms import columns

MOST_POINTS = 8
Texts = dict[str, str]


@transaction.atomic
def draft(
    version: Version,
    *,
    statement_of_intent: Texts | None = None,
    resident_principle: Texts | None = None,
    organiser_principle: Texts | None = None,
    change_reason: Texts | None = None,
    seen: str | None = None,
    by: User,
) -> Version:
    """Write the core and the half rings of the wheel; what is not given stays as it is."""
    version = lock_draft(version, by=by)
    if seen is not None and seen != stamp_of_version(version):
        raise ChangedMeanwhile(_("Someone else saved these texts while you were writing."))
    given = {
        "statement_of_intent": statement_of_intent,
        "resident_principle": resident_principle,
        "organiser_principle": organiser_principle,
        "change_reason": change_reason,
    }
    write(version, {field: texts for field, texts in given.items() if texts is not None})
    record("promise.drafted", version, by=by)
    return version


@transaction.atomic
def word(
    wording: Wording,
    *,
    sentence: Texts,
    plain: Texts | None = None,
    points: Sequence[Texts] | None = None,
    change_reason: Texts | None = None,
    seen: str | None = None,
    by: User,
) -> Wording:
    """Write what a pledge says in the draft; what is not given stays as it is."""
    wording = lock_wording(wording, by=by)
    if seen is not None and seen != stamp_of_wording(wording):
        raise ChangedMeanwhile(_("Someone else saved this pledge while you were writing."))
    given = {"sentence": sentence, "plain": plain, "change_reason": change_reason}
    write(wording, {field: texts for field, texts in given.items() if texts is not None})
    if points is not None:
        write_points(wording, points)
    record("promise.worded", wording, by=by, pledge=wording.pledge.public_id)
    return wording


@transaction.atomic
def rest_on(
    wording: Wording,
    *,
    conclusion: Conclusion | None = None,
    goal: Goal | None = None,
    note: Texts | None = None,
    by: User,
) -> Basis:
    """Name a conclusion or a goal that a pledge stands on."""
    wording = lock_wording(wording, by=by)
    if (conclusion is None) == (goal is None):
        raise WrongBasis(_("Name one thing as basis: a conclusion or a goal."))
    demand_basis_of(wording, conclusion, goal)
    basis, _is_new = Basis.objects.update_or_create(
        wording=wording, conclusion=conclusion, goal=goal, defaults=columns("note", note)
    )
    record("promise.rested_on", wording, by=by, pledge=wording.pledge.public_id, basis=basis.pk)
    return basis


@transaction.atomic
def remove_basis(basis: Basis, *, by: User) -> None:
    """A pledge no longer stands on this."""
    wording = lock_wording(basis.wording, by=by)
    record("promise.basis_removed", wording, by=by, pledge=wording.pledge.public_id, basis=basis.pk)
    basis.delete()


@transaction.atomic
def stand_on(
    wording: Wording,
    *,
    conclusions: Mapping[Conclusion, Texts],
    goals: Mapping[Goal, Texts],
    by: User,
) -> Wording:
    """Let a pledge stand on exactly these conclusions and goals, each with a note."""
    wording = lock_wording(wording, by=by)
    for conclusion in conclusions:
        demand_basis_of(wording, conclusion, None)
    for goal in goals:
        demand_basis_of(wording, None, goal)
    wording.basis.exclude(conclusion__in=conclusions).exclude(goal__in=goals).delete()
    for conclusion, note in conclusions.items():
        Basis.objects.update_or_create(
            wording=wording, conclusion=conclusion, goal=None, defaults=columns("note", note)
        )
    for goal, note in goals.items():
        Basis.objects.update_or_create(
            wording=wording, conclusion=None, goal=goal, defaults=columns("note", note)
        )
    record("promise.stands_on", wording, by=by, pledge=wording.pledge.public_id)
    return wording


@transaction.atomic
def edit_pledge(
    wording: Wording,
    *,
    sentence: Texts,
    plain: Texts,
    points: Sequence[Texts],
    change_reason: Texts,
    conclusions: Mapping[Conclusion, Texts],
    goals: Mapping[Goal, Texts],
    seen: str | None,
    by: User,
) -> Wording:
    """Save a whole pledge as the editor shows it: its words and what it stands on, together or not at all."""
    wording = word(
        wording,
        sentence=sentence,
        plain=plain,
        points=points,
        change_reason=change_reason,
        seen=seen,
        by=by,
    )
    return stand_on(wording, conclusions=conclusions, goals=goals, by=by)


def write(thing: Version | Wording, texts: Mapping[str, Texts]) -> None:
    """Put texts into a row's language columns."""
    changed: dict[str, str] = {}
    for field, words in texts.items():
        changed.update(columns(field, words))
    for column, text in changed.items():
        setattr(thing, column, text)
    if changed:
        thing.save(update_fields=list(changed))


def write_points(wording: Wording, points: Sequence[Texts]) -> None:
    """The pledge's supporting points, in order; empty rows are left out."""
    written = [point for point in points if any(text.strip() for text in point.values())]
    if len(written) > MOST_POINTS:
        raise TooManyPoints(
            _("A pledge has at most %(most)s points. Remove or join some of them.") % {"most": MOST_POINTS}
        )
    wording.points.all().delete()
    for order, point in enumerate(written):
        Point.objects.create(wording=wording, order=order, **columns("text", point))


def lock_draft(version: Version, *, by: User) -> Version:
    """The version, held for changing; refused once it has left the draft state."""
    version = (
        Version.objects.select_for_update(of=("self",)).select_related("promise__county").get(pk=version.pk)
    )
    require(by, "promise.draft", version)
    if not version.is_draft:
        raise VersionIsFrozen(
            _("This version has been frozen and never changes. Begin a new draft to go on.")
        )
    return version


def lock_wording(wording: Wording, *, by: User) -> Wording:
    """A pledge's wording, held for changing together with its version."""
    version = lock_draft(wording.version, by=by)
    wording = Wording.objects.select_related("pledge__pair").get(pk=wording.pk)
    wording.version = version
    return wording


def demand_basis_of(wording: Wording, conclusion: Conclusion | None, goal: Goal | None) -> None:
    county = wording.version.promise.county_id
    if conclusion and conclusion.county.pk != county:
        raise WrongBasis(_("The conclusion belongs to another county."))
    if conclusion and not Conclusion.objects.signed_off().filter(pk=conclusion.pk).exists():
        raise WrongBasis(
            _("The conclusion is still a draft. Sign it off first, then a pledge can stand on it.")
        )
    if goal and goal.county.pk != county:
        raise WrongBasis(_("The goal belongs to another county."))
