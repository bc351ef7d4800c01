"""Which consultations there are, and what they still lack."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from lupaus.counties.models import County
from lupaus.participation.models import Consultation, ConsultationQuerySet, Contribution
from lupaus.participation.states import Channel, Moderation, Phase
from lupaus.web.languages import LANGUAGES, in_language

REQUIRED_TEXTS = ("title", "lead", "question", "what_happens_next", "who_reads")
SEARCHED_TEXTS = ("title", "lead", "question")
WHEN: dict[str, frozenset[Phase]] = {
    "open": frozenset({Phase.OPEN}),
    "upcoming": frozenset({Phase.UPCOMING}),
    "closed": frozenset({Phase.CLOSED, Phase.OVER}),
}
SORTS = ("closing", "newest", "most")


@dataclass(frozen=True)
class ListedConsultation:
    """A consultation in a list: where it stands, how long it lasts, how many have spoken."""

    consultation: Consultation
    phase: Phase
    days_left: int
    contributions: int
    waiting: int

    @property
    def is_open(self) -> bool:
        return self.phase == Phase.OPEN

    @property
    def is_opinion_map(self) -> bool:
        return self.consultation.channel == Channel.OPINION_MAP


def missing_texts(consultation: Consultation) -> list[tuple[str, str]]:
    """The texts people need that are not written yet, each with its language."""
    return [
        (field, language)
        for field in REQUIRED_TEXTS
        for language in consultation.county.required_languages
        if not in_language(consultation, field, language).strip()
    ]


def residents_list(
    county: County, *, today: date, when: str = "", words: str = "", sort: str = "closing"
) -> list[ListedConsultation]:
    """What residents can take part in, or could: filtered by time and words, sorted as wished."""
    listed = _listed(Consultation.objects.of(county).public(), today)
    if when in WHEN:
        listed = [each for each in listed if each.phase in WHEN[when]]
    if words.strip():
        listed = [each for each in listed if _holds_words(each.consultation, words)]
    return sorted(listed, key=lambda each: _place(each, sort))


def officials_list(county: County, *, today: date) -> list[ListedConsultation]:
    """Every consultation of the county with what waits in it."""
    listed = _listed(Consultation.objects.of(county), today)
    return sorted(listed, key=lambda each: _place(each, "closing"))


def _listed(consultations: ConsultationQuerySet, today: date) -> list[ListedConsultation]:
    counted = (
        Contribution.objects.filter(consultation__in=consultations)
        .order_by()
        .values("consultation_id", "moderation")
        .annotate(number=Count("pk"))
    )
    counts = {(each["consultation_id"], each["moderation"]): each["number"] for each in counted}
    return [
        ListedConsultation(
            consultation=each,
            phase=each.phase_on(today),
            days_left=(each.closes_on - today).days,
            contributions=counts.get((each.pk, Moderation.PUBLISHED), 0),
            waiting=counts.get((each.pk, Moderation.WAITING), 0),
        )
        for each in consultations
    ]


def _holds_words(consultation: Consultation, words: str) -> bool:
    """Every word is somewhere in the texts, in any language; SQLite itself would not fold Ä and Ö."""
    text = " ".join(
        in_language(consultation, field, language) for field in SEARCHED_TEXTS for language in LANGUAGES
    ).casefold()
    return all(word in text for word in words.casefold().split())


ORDER = {Phase.OPEN: 0, Phase.UPCOMING: 1, Phase.DRAFT: 2, Phase.OVER: 3, Phase.CLOSED: 3, Phase.WITHDRAWN: 4}


def _place(each: ListedConsultation, sort: str) -> tuple[int, int, int]:
    """Open ones first, soonest to close first; past ones latest first."""
    consultation = each.consultation
    if sort == "newest":
        return (0, -consultation.opens_on.toordinal(), -consultation.pk)
    if sort == "most":
        return (0, -each.contributions, -consultation.pk)
    closes = consultation.closes_on.toordinal()
    return (ORDER[each.phase], closes if each.is_open else -closes, -consultation.pk)
