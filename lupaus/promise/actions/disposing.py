"""Say in public what became of a conclusion."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lupaus.journal.actions import record
from lupaus.people.models import User
from lupaus.promise.models import Basis, Disposition, Pledge, ServicePromise, Wording
from lupaus.promise.queries.dispositions import conclusions_for
from lupaus.promise.queries.versions import draft_of
from lupaus.promise.rules import TextIsMissing, VersionIsFrozen, WrongDisposition
from lupaus.promise.states import Outcome
from lupaus.synthesis.models import Conclusion
from lupaus.web.access import require
from lupaus.web.content_forms import columns, language_words, missing_languages


@transaction.atomic
def dispose(
    promise: ServicePromise,
    *,
    conclusion: Conclusion,
    outcome: str,
    reason: dict[str, str],
    pledges: Iterable[Pledge] = (),
    by: User,
    at: datetime | None = None,
) -> Disposition:
    """Say whether a conclusion was taken into the promise, and why; the pledges named then stand on it.

    What has been said may be said better while a draft is open, and never afterwards.
    """
    promise = ServicePromise.objects.select_for_update().get(pk=promise.pk)
    require(by, "promise.dispose", promise)
    pledges = list(pledges)
    demand_reason(reason, promise)
    demand_answerable(promise, conclusion, outcome, pledges)
    draft = draft_of(promise)
    earlier = promise.dispositions.filter(conclusion=conclusion).first()
    if earlier and draft is None:
        raise VersionIsFrozen(
            _("The promise is frozen, so this answer no longer changes. Begin a new draft first.")
        )
    disposition, _is_new = Disposition.objects.update_or_create(
        promise=promise,
        conclusion=conclusion,
        defaults={
            "outcome": Outcome(outcome),
            "disposed_by": by,
            "disposed_at": at or timezone.now(),
            **columns("reason", reason),
        },
    )
    disposition.pledges.set(pledges)
    if draft is not None:
        for wording in Wording.objects.filter(version=draft, pledge__in=pledges):
            Basis.objects.get_or_create(wording=wording, conclusion=conclusion, goal=None)
    record("promise.disposed", disposition, by=by, at=at, outcome=outcome)
    return disposition


def demand_reason(reason: dict[str, str], promise: ServicePromise) -> None:
    if missing := missing_languages(reason, promise.county.required_languages):
        words = language_words()
        raise TextIsMissing(
            _("The reason is public. Write it %(languages)s too.")
            % {"languages": ", ".join(words[code] for code in missing)}
        )


def demand_answerable(
    promise: ServicePromise, conclusion: Conclusion, outcome: str, pledges: list[Pledge]
) -> None:
    """Only a standing conclusion of the promise's own process is answered, with pledges that carry it."""
    if not conclusions_for(promise).filter(pk=conclusion.pk).exists():
        raise WrongDisposition(
            _("Only a signed-off conclusion of the promise's own process can be answered.")
        )
    if any(pledge.pair.promise_id != promise.pk for pledge in pledges):
        raise WrongDisposition(_("The pledge belongs to another promise."))
    if outcome == Outcome.NOT_TAKEN and pledges:
        raise WrongDisposition(
            _("You named pledges, yet chose that this was not taken. Change one of the two.")
        )
    if outcome != Outcome.NOT_TAKEN and not pledges:
        raise WrongDisposition(_("Name the pledge or pledges in which this can be seen."))
