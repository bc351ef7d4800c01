"""A map is computed from the stored answers, and published as a result that never changes."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from lupaus.journal.actions import record
from lupaus.methods.hashchain import Json
from lupaus.methods.opinion_map import OpinionMapResult, compute, published
from lupaus.opinions.models import Claim, GroupName, MapRun, OpinionMap
from lupaus.opinions.queries import conversation_of
from lupaus.participation.actions import publish_result
from lupaus.participation.models import Result
from lupaus.people.models import User
from lupaus.web.access import require
from lupaus.web.content_forms import columns, missing_languages
from lupaus.web.languages import LANGUAGES, in_language

METHOD = "opinion_map/lupaus"


class GroupNotKnown(Exception):
    """The result has no such group."""


class NameNeedsClaims(Exception):
    """A group is named in the county's languages, for claims that justify the name."""


@transaction.atomic
def compute_map(opinion_map: OpinionMap, *, by: User, at: datetime | None = None) -> MapRun:
    """Compute the map for officials to look at before anything is published."""
    require(by, "opinions.compute_map", opinion_map)
    run = _run(opinion_map, _computed(opinion_map, at), by=by, at=at)
    record("opinions.map_computed", opinion_map, by=by, at=at, input_sha256=str(run.body["input_sha256"]))
    return run


@transaction.atomic
def publish_map(opinion_map: OpinionMap, *, by: User, at: datetime | None = None) -> Result:
    """Publish the map (tulos): computed cold from the stored answers, without small cells, with its method."""
    require(by, "opinions.publish_map", opinion_map)
    computed = _computed(opinion_map, at)
    consultation = opinion_map.consultation
    title = {language: in_language(consultation, "title", language) for language in LANGUAGES}
    result = publish_result(
        consultation,
        title=title,
        method=METHOD,
        body={"opinion_map": published(computed), "claims": _texts(opinion_map)},
        input_sha256=str(computed.content["input_sha256"]),
        by=by,
        at=at,
    )
    run = _run(opinion_map, computed, by=by, at=at)
    run.result = result
    run.save(update_fields=["result"])
    record("opinions.map_published", opinion_map, by=by, at=at, result=result.public_id)
    return result


@transaction.atomic
def name_group(
    result: Result,
    *,
    group: int,
    name: Mapping[str, str],
    because: Mapping[str, str],
    claim_numbers: Sequence[int],
    by: User,
) -> GroupName:
    """People name a group, and say which claims justify the name; the computed result itself stays as it is."""
    require(by, "opinions.name_group", result)
    body = result.body["opinion_map"]
    if group not in {each["group"] for each in body["groups"] or []}:
        raise GroupNotKnown
    known = {entry["id"] for entry in body["claims"]}
    required = result.county.required_languages
    if missing_languages(name, required) or not claim_numbers or not set(claim_numbers) <= known:
        raise NameNeedsClaims
    named, _ = GroupName.objects.update_or_create(
        result=result,
        group=group,
        defaults={
            **columns("name", name),
            **columns("because", because),
            "claim_numbers": sorted(set(claim_numbers)),
        },
    )
    record("opinions.group_named", named, by=by, group=group)
    return named


def _computed(opinion_map: OpinionMap, at: datetime | None) -> OpinionMapResult:
    moment = at or timezone.now()
    return compute(
        conversation_of(opinion_map), seed=opinion_map.seed, computed_on=timezone.localdate(moment)
    )


def _run(opinion_map: OpinionMap, computed: OpinionMapResult, *, by: User, at: datetime | None) -> MapRun:
    # A computation that nothing rests on is kept only until the next one: it holds everyone's group.
    MapRun.objects.filter(opinion_map=opinion_map, result=None).delete()
    return MapRun.objects.create(
        opinion_map=opinion_map,
        body=json.loads(computed.to_json()),
        membership=computed.membership_json(),
        computed_at=at or timezone.now(),
        computed_by=by,
    )


def _texts(opinion_map: OpinionMap) -> list[Json]:
    """The claims as people read them, so that the result stands on its own; hidden ones without their words."""
    return [
        {
            "number": claim.number,
            "language": claim.contribution.language,
            "is_seed": claim.is_seed,
            "is_meta": claim.is_meta,
            "contribution": claim.contribution.public_id,
            "text": {language: in_language(claim, "text", language) for language in LANGUAGES},
        }
        for claim in Claim.objects.published().filter(opinion_map=opinion_map).select_related("contribution")
    ]
