"""A promise begins as an empty wheel."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lupaus.counties.models import County, Segment
from lupaus.foundations.states import Perspective, Viewpoint
from lupaus.journal.actions import record
from lupaus.people.models import User
from lupaus.process.models import Process
from lupaus.promise.models import Pledge, PledgePair, ServicePromise, Version, Wording
from lupaus.promise.rules import TextIsMissing, WrongBasis
from lupaus.web.access import require
from lupaus.web.content_forms import columns


@transaction.atomic
def begin_promise(
    county: County,
    *,
    process: Process | None,
    segment: Segment | None,
    title: dict[str, str],
    by: User,
    at: datetime | None = None,
) -> ServicePromise:
    """Begin a promise: five pairs, ten pledges and a first draft without words."""
    require(by, "promise.begin", county)
    if not any(text.strip() for text in title.values()):
        raise TextIsMissing(_("Give the promise a name in at least one language."))
    if any(thing is not None and thing.county.pk != county.pk for thing in (process, segment)):
        raise WrongBasis(_("This belongs to another county and cannot be used here."))
    promise = ServicePromise.objects.create(
        county=county, process=process, segment=segment, **columns("title", title)
    )
    version = Version.objects.create(
        promise=promise, number=1, started_at=at or timezone.now(), started_by=by
    )
    for order, perspective in enumerate(Perspective.values):
        pair = PledgePair.objects.create(promise=promise, perspective=perspective, order=order)
        for viewpoint in Viewpoint.values:
            pledge = Pledge.objects.create(pair=pair, viewpoint=viewpoint)
            Wording.objects.create(version=version, pledge=pledge)
    record("promise.begun", promise, by=by, at=at)
    return promise
