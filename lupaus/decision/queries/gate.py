"""The gate before the council: what is still missing, who mends it, and where."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from lupaus.decision.models import YearlyTarget
from lupaus.decision.queries.pledges import SpokenPledge
from lupaus.decision.states import Lack, Part
from lupaus.people.states import Role
from lupaus.promise.models import Disposition, Version, Wording
from lupaus.promise.queries import missing_from, version_with_content
from lupaus.synthesis.states import SynthesisState
from lupaus.web.content_forms import language_words, missing_languages, written
from lupaus.web.languages import in_language, shown


@dataclass(frozen=True)
class Gap:
    """One thing that is missing."""

    part: Part
    lack: Lack
    address: str
    about: str = ""
    languages: tuple[str, ...] = ()
    role: Role = Role.PREPARER
    said: str = ""

    @property
    def text(self) -> str:
        return self.said or str(self.lack.label)

    @property
    def in_languages(self) -> str:
        words = language_words()
        return ", ".join(words[language] for language in self.languages)

    @property
    def who(self) -> str:
        return str(self.role.label)


@dataclass(frozen=True)
class GatePart:
    """One part of the gate and what it lacks."""

    part: Part
    gaps: tuple[Gap, ...]

    @property
    def title(self) -> str:
        return str(self.part.label)


def gate_parts(version: Version, *, today: date | None = None) -> list[GatePart]:
    """The gate part by part, in the order of the thread."""
    found: dict[Part, list[Gap]] = defaultdict(list)
    for gap in gaps(version, today=today):
        found[gap.part].append(gap)
    return [GatePart(part, tuple(found[part])) for part in Part]


def for_gate(versions: QuerySet[Version]) -> QuerySet[Version]:
    """Versions with everything the gate looks at, in a fixed number of queries."""
    return version_with_content(versions).select_related("promise__county", "promise__process__synthesis")


def gaps(version: Version, *, today: date | None = None) -> list[Gap]:
    """Everything a version (fetched by `for_gate`) lacks before it can go to the council; empty when complete."""
    required = version.promise.county.required_languages
    wordings = list(version.wordings.all())
    year = (today or timezone.localdate()).year
    return [
        *_of_synthesis(version),
        *_of_promise(version, wordings),
        *_of_reasons(version, required),
        *_of_targets(version, wordings, required, year),
    ]


def _of_synthesis(version: Version) -> Iterator[Gap]:
    synthesis = getattr(version.promise.process, "synthesis", None)
    if synthesis is None or synthesis.state != SynthesisState.SIGNED_OFF:
        yield Gap(Part.SYNTHESIS, Lack.SYNTHESIS, reverse("synthesis:matrix"), role=Role.COORDINATOR)


def _of_promise(version: Version, wordings: list[Wording]) -> Iterator[Gap]:
    """What the promise's own room finds missing: words, basis and what became of conclusions."""
    worded = {wording.pledge_id: wording for wording in wordings}
    promise = version.promise.public_id
    for lacking in missing_from(version):
        if lacking.conclusion is not None:
            address = reverse("promise:dispose", args=[promise, lacking.conclusion.public_id])
            about = shown(lacking.conclusion, "text").text
            yield Gap(Part.DISPOSITION, Lack.DISPOSITION, address, about, said=lacking.sentence)
        elif lacking.pledge is not None:
            address = reverse("promise:edit_pledge", args=[promise, lacking.pledge.public_id])
            about = SpokenPledge(lacking.pledge, worded.get(lacking.pledge.pk)).label
            part, lack = (Part.WORDING, Lack.WORDING) if lacking.kind != "basis" else (Part.BASIS, Lack.BASIS)
            yield Gap(part, lack, address, about, said=lacking.sentence)
        else:
            address = reverse("promise:edit_core", args=[promise])
            yield Gap(Part.WORDING, Lack.WORDING, address, said=lacking.sentence)


def _of_reasons(version: Version, required: tuple[str, ...]) -> Iterator[Gap]:
    promise = version.promise.public_id
    for disposition in Disposition.objects.filter(promise=version.promise_id).select_related("conclusion"):
        if lacking := missing_languages(written(disposition, "reason"), required):
            address = reverse("promise:dispose", args=[promise, disposition.conclusion.public_id])
            about = shown(disposition.conclusion, "text").text
            yield Gap(Part.DISPOSITION, Lack.REASON, address, about, lacking)


def _of_targets(
    version: Version, wordings: list[Wording], required: tuple[str, ...], year: int
) -> Iterator[Gap]:
    coming: dict[int, list[YearlyTarget]] = defaultdict(list)
    due = YearlyTarget.objects.filter(pledge__pair__promise=version.promise_id, year__gte=year)
    for target in due.select_related("pledge"):
        coming[target.pledge_id].append(target)
    for wording in wordings:
        pledge, about = wording.pledge, SpokenPledge(wording.pledge, wording).label
        if not coming[pledge.pk]:
            address = reverse("decision:set_target", args=[pledge.public_id, year + 1])
            yield Gap(Part.TARGETS, Lack.TARGET, address, about)
        for target in coming[pledge.pk]:
            yield from _of_target(target, about, required)


def _of_target(target: YearlyTarget, about: str, required: tuple[str, ...]) -> Iterator[Gap]:
    address = reverse("decision:set_target", args=[target.pledge.public_id, target.year])
    said = f"{target.year} – {about}"
    if not shown(target, "responsible").text:
        yield Gap(Part.TARGETS, Lack.RESPONSIBLE, address, said)
    if not shown(target, "budget_reference").text:
        yield Gap(Part.TARGETS, Lack.BUDGET, address, said)
    lacking = tuple(
        code
        for code in required
        if not in_language(target, "text", code) or not in_language(target, "measured_by", code)
    )
    if lacking:
        yield Gap(Part.TARGETS, Lack.LANGUAGE, address, said, lacking)
