"""Deeds on the foundation checklist and its conclusions."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from lupaus.counties.models import County
from lupaus.foundations.actions.shared import LANGUAGES, in_columns, renew_shared
from lupaus.foundations.models import FoundationConclusion, FoundationItem
from lupaus.foundations.queries.content import checklist_content
from lupaus.journal.actions import record
from lupaus.people.models import User
from lupaus.web.access import require


@transaction.atomic
def lay_foundation(county: County, *, by: User) -> None:
    """Give the county its checklist of the foundation, and renew the law and objectives all share."""
    require(by, "foundations.write", county)
    renew_shared()
    present = set(FoundationItem.objects.of(county).values_list("key", flat=True))
    missing = [
        (order, item) for order, item in enumerate(checklist_content(), 1) if item["key"] not in present
    ]
    if not missing:
        return
    FoundationItem.objects.bulk_create(
        FoundationItem(
            county=county,
            key=item["key"],
            order=order,
            **in_columns("title", item["title"]),
            **in_columns("guide", item["guide"]),
        )
        for order, item in missing
    )
    record("foundations.laid", county, by=by)


@transaction.atomic
def conclude_item(item: FoundationItem, *, by: User, texts: Mapping[str, str]) -> FoundationItem:
    """Write what the county concludes of one thing in its foundation; an empty text takes the conclusion back."""
    item = FoundationItem.objects.select_for_update().get(pk=item.pk)
    require(by, "foundations.write", item)
    for language in LANGUAGES:
        setattr(item, f"conclusion_{language}", texts.get(f"conclusion_{language}", "").strip())
    is_written = any(getattr(item, f"conclusion_{language}") for language in LANGUAGES)
    item.concluded_at = timezone.now() if is_written else None
    item.concluded_by = by if is_written else None
    item.save(update_fields=[*(f"conclusion_{code}" for code in LANGUAGES), "concluded_at", "concluded_by"])
    record("foundations.item_concluded" if is_written else "foundations.conclusion_withdrawn", item, by=by)
    return item


@transaction.atomic
def add_conclusion(county: County, *, by: User, texts: Mapping[str, str]) -> FoundationConclusion:
    """Add a short conclusion on the whole foundation (johtopäätös)."""
    require(by, "foundations.write", county)
    last = FoundationConclusion.objects.of(county).aggregate(last=Max("order"))["last"] or 0
    conclusion = FoundationConclusion.objects.create(
        county=county, order=last + 1, written_by=by, written_at=timezone.now(), **texts
    )
    record("foundations.conclusion_added", conclusion, by=by)
    return conclusion


@transaction.atomic
def revise_conclusion(
    conclusion: FoundationConclusion, *, by: User, texts: Mapping[str, str]
) -> FoundationConclusion:
    """Say a conclusion in other words."""
    conclusion = FoundationConclusion.objects.select_for_update().get(pk=conclusion.pk)
    require(by, "foundations.write", conclusion)
    for field, text in texts.items():
        setattr(conclusion, field, text)
    conclusion.written_by, conclusion.written_at = by, timezone.now()
    conclusion.save(update_fields=[*texts, "written_by", "written_at"])
    record("foundations.conclusion_revised", conclusion, by=by)
    return conclusion


@transaction.atomic
def remove_conclusion(conclusion: FoundationConclusion, *, by: User) -> None:
    """Take a conclusion off the list; the journal keeps that it was there."""
    require(by, "foundations.write", conclusion)
    record("foundations.conclusion_removed", conclusion, by=by, text=conclusion.text)
    conclusion.delete()
