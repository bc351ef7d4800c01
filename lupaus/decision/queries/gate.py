"""The gate before the council: what is still missing, who mends it, and where."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from lupaus.decision.models import YearlyTarget
from lupaus.decision.queries.pledges import SpokenPledge
from lupaus.decision.states import Lack, Part
from lupaus.people.states import Role
from lupaus.promise.models import Disposition, Version, Wording
from lupaus.synthesis.models import Conclusion, Synthesis
from lupaus.synthesis.states import SynthesisState
from lupaus.web.content_forms import language_words
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

    @property
    def text(self) -> str:
        return str(self.lack.label)

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


def gaps(version: Version, *, today: date | None = None) -> list[Gap]:
    """Everything a version lacks before it can go to the council; empty when it is complete."""
    required = version.promise.county.required_languages
    wordings = list(
        version.wordings.select_related("pledge__pair")
        .prefetch_related("basis", "points")
        .order_by("pledge__pair__order", "-pledge__viewpoint")
    )
    year = (today or timezone.localdate()).year
    return [
        *_of_synthesis(version),
        *_of_wording(version, wordings, required),
        *_of_basis(wordings),
        *_of_dispositions(version, required),
        *_of_targets(version, wordings, required, year),
    ]


def _of_synthesis(version: Version) -> Iterator[Gap]:
    synthesis = Synthesis.objects.filter(process=version.promise.process_id).first()
    if synthesis is None or synthesis.state != SynthesisState.SIGNED_OFF:
        yield Gap(Part.SYNTHESIS, Lack.SYNTHESIS, reverse("synthesis:matrix"), role=Role.COORDINATOR)


def _of_wording(version: Version, wordings: list[Wording], required: tuple[str, ...]) -> Iterator[Gap]:
    editor = reverse("promise:promises")
    for field in ("statement_of_intent", "resident_principle", "organiser_principle"):
        if lacking := tuple(code for code in required if not in_language(version, field, code)):
            yield Gap(Part.WORDING, Lack.INTENT, editor, languages=lacking)
    for wording in wordings:
        about = SpokenPledge(wording.pledge, wording).label
        if not shown(wording, "sentence").text:
            yield Gap(Part.WORDING, Lack.SENTENCE, editor, about)
        elif lacking := tuple(code for code in required if not in_language(wording, "sentence", code)):
            yield Gap(Part.WORDING, Lack.LANGUAGE, editor, about, lacking)


def _of_basis(wordings: list[Wording]) -> Iterator[Gap]:
    for wording in wordings:
        if not wording.basis.all():
            about = SpokenPledge(wording.pledge, wording).label
            yield Gap(Part.BASIS, Lack.BASIS, reverse("promise:promises"), about)


def _of_dispositions(version: Version, required: tuple[str, ...]) -> Iterator[Gap]:
    disposed = {
        disposition.conclusion_id: disposition
        for disposition in Disposition.objects.filter(promise=version.promise_id)
    }
    signed_off = Conclusion.objects.signed_off().filter(synthesis__process=version.promise.process_id)
    for conclusion in signed_off:
        about = shown(conclusion, "text").text
        disposition = disposed.get(conclusion.pk)
        if disposition is None:
            yield Gap(Part.DISPOSITION, Lack.DISPOSITION, reverse("promise:promises"), about)
        elif lacking := tuple(code for code in required if not in_language(disposition, "reason", code)):
            yield Gap(Part.DISPOSITION, Lack.LANGUAGE, reverse("promise:promises"), about, lacking)


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
