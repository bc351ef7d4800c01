"""A channel's result is published: an immutable snapshot anyone can check."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from lupaus.journal.actions import record
from lupaus.methods.hashchain import Json
from lupaus.participation.models import Consultation, Result
from lupaus.people.models import User
from lupaus.web.access import require
from lupaus.web.content_forms import columns


@transaction.atomic
def publish_result(
    consultation: Consultation,
    *,
    title: Mapping[str, str],
    method: str,
    body: Mapping[str, Json],
    input_sha256: str,
    by: User,
    at: datetime | None = None,
) -> Result:
    """Publish what a channel ended in; an earlier result stays readable and points at the new one."""
    require(by, "participation.publish_result", consultation)
    result = Result.objects.create(
        county=consultation.county,
        consultation=consultation,
        channel=consultation.channel,
        method=method,
        body=dict(body),
        input_sha256=input_sha256,
        published_at=at or timezone.now(),
        published_by=by,
        **columns("title", title),
    )
    earlier = consultation.results.filter(channel=consultation.channel, superseded_by=None)
    earlier.exclude(pk=result.pk).update(superseded_by=result)
    record("participation.result_published", result, by=by, at=at, input_sha256=input_sha256)
    return result
