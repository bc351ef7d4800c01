"""Take figures in from a file: looked at first, then exactly that or nothing."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from lupaus.counties.models import Area, County
from lupaus.journal.actions import record
from lupaus.monitoring.models import Indicator, Observation, ObservationImport, ObservationPreview
from lupaus.monitoring.queries import Judgement, Preview, PreviewRow, compared_again, judgements
from lupaus.monitoring.states import RowOutcome
from lupaus.people.models import User
from lupaus.web.access import require


class PreviewHasRefusals(Exception):
    """A row of the file cannot be taken in, so nothing is."""


class PreviewIsOutdated(Exception):
    """Figures have changed since the file was looked at."""


class NothingToTakeIn(Exception):
    """Every figure of the file is already in place."""


@transaction.atomic
def keep_preview(
    county: County, *, preview: Preview, by: User, at: datetime | None = None
) -> ObservationPreview:
    """Keep what was looked at, so that exactly it can be taken in; a person has one at a time."""
    require(by, "monitoring.import_observations", county)
    ObservationPreview.objects.of(county).filter(previewed_by=by).delete()
    return ObservationPreview.objects.create(
        county=county,
        body=preview.as_json(),
        digest=preview.digest,
        previewed_by=by,
        previewed_at=at or timezone.now(),
    )


@transaction.atomic
def import_observations(
    county: County,
    *,
    preview: Preview,
    by: User,
    file_name: str | None = None,
    sha256: str | None = None,
    at: datetime | None = None,
) -> ObservationImport:
    """Take in exactly what was previewed, whole or not at all."""
    require(by, "monitoring.import_observations", county)
    County.objects.select_for_update().get(pk=county.pk)
    if not preview.is_clean:
        raise PreviewHasRefusals
    if compared_again(county, preview).digest != preview.digest:
        raise PreviewIsOutdated
    if not preview.brings_something:
        raise NothingToTakeIn
    before = judgements(county, today=timezone.localdate(at))
    new, changed = preview.of(RowOutcome.NEW), preview.of(RowOutcome.CHANGED)
    taken_in = ObservationImport.objects.create(
        county=county,
        file_name=(file_name or preview.file_name)[-200:],
        sha256=sha256 or preview.sha256,
        rows=len(new) + len(changed),
        imported_at=at or timezone.now(),
        imported_by=by,
    )
    _write(county, new, changed, taken_in)
    record(
        "monitoring.observations_imported",
        taken_in,
        by=by,
        at=at,
        sha256=taken_in.sha256,
        new=len(new),
        changed=[[row.indicator, row.area, str(row.on), str(row.before), str(row.value)] for row in changed],
    )
    ObservationPreview.objects.of(county).filter(digest=preview.digest).delete()
    _record_changes(before, judgements(county, today=timezone.localdate(at)), by=by, at=at)
    return taken_in


def _write(
    county: County, new: list[PreviewRow], changed: list[PreviewRow], taken_in: ObservationImport
) -> None:
    indicators = {indicator.code: indicator for indicator in Indicator.objects.of(county)}
    areas = {area.public_id: area for area in Area.objects.filter(county=county)}
    Observation.objects.bulk_create(
        Observation(
            indicator=indicators[row.indicator],
            area=areas.get(row.area),
            on=row.day,
            value=row.value,
            state=row.state,
            taken_in=taken_in,
            **dict(row.notes),
        )
        for row in new
    )
    for row in changed:
        Observation.objects.filter(
            indicator=indicators[row.indicator], area=areas.get(row.area), on=row.day
        ).update(value=row.value, state=row.state, taken_in=taken_in, **dict(row.notes))


def _record_changes(
    before: list[Judgement], after: list[Judgement], *, by: User, at: datetime | None
) -> None:
    """A change of judgement is an event of its own."""
    was = {judgement.indicator.pk: judgement.state for judgement in before}
    for judgement in after:
        if was[judgement.indicator.pk] != judgement.state:
            record(
                "monitoring.judgement_changed",
                judgement.indicator,
                by=by,
                at=at,
                before=was[judgement.indicator.pk].value,
                after=judgement.state.value,
            )
