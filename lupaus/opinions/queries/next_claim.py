"""Which claim a participant answers next."""

from dataclasses import dataclass
from secrets import SystemRandom
from uuid import UUID

from django.db.models import Count

from lupaus.counties.models import County
from lupaus.methods.opinion_map import Waiting, next_claim
from lupaus.opinions.models import Claim, ClaimReport, Exposure, MapRun, OpinionMap, Vote, VoteEvent
from lupaus.people.models import Participant

VISIT = 20
DICE = SystemRandom()


@dataclass(frozen=True)
class Progress:
    """Where a participant is in a map: the claims there are, those done with, and those shown, latest first."""

    opinion_map: OpinionMap
    claims: dict[int, Claim]
    answered: frozenset[int]
    put_aside: frozenset[int]
    shown: tuple[int, ...]

    @property
    def done(self) -> frozenset[int]:
        return (self.answered | self.put_aside) & self.claims.keys()

    @property
    def left(self) -> int:
        return len(self.claims) - len(self.done)

    def pending(self) -> Claim | None:
        """The claim that was shown last and not yet answered: reading the page again shows the same one."""
        return next(
            (self.claims[key] for key in self.shown if key in self.claims and key not in self.done), None
        )

    def recent_meta(self) -> int:
        return sum(1 for key in self.shown[:2] if key in self.claims and self.claims[key].is_meta)


def progress_of(opinion_map: OpinionMap, *, participant: Participant | None) -> Progress:
    """Everything about one participant's way through a map, in four reads."""
    claims = {
        claim.pk: claim
        for claim in Claim.objects.published()
        .filter(opinion_map=opinion_map)
        .select_related("contribution", "opinion_map")
    }
    if participant is None:
        return Progress(opinion_map, claims, frozenset(), frozenset(), ())
    own = {"participant": participant, "claim__opinion_map": opinion_map}
    return Progress(
        opinion_map=opinion_map,
        claims=claims,
        answered=frozenset(Vote.objects.filter(**own).values_list("claim_id", flat=True)),
        put_aside=frozenset(ClaimReport.objects.filter(**own).values_list("claim_id", flat=True)),
        shown=tuple(Exposure.objects.filter(**own).order_by("-id").values_list("claim_id", flat=True)),
    )


def who_sent(form_key: UUID, *, county: County) -> Participant | None:
    """The one who already answered from this form: a resend after a lost connection has no cookie yet."""
    sent = VoteEvent.objects.filter(form_key=form_key, participant__county=county).select_related(
        "participant"
    )
    event = sent.first()
    return event.participant if event else None


def draw_claim(progress: Progress, *, dice: float | None = None) -> tuple[Claim, float] | None:
    """Draw a claim by the engine's routing: seeds first, then what tells most and has been shown least."""
    shown, answers = _exposures(progress.opinion_map), _answers(progress.opinion_map)
    waiting = [
        Waiting(
            id=claim.pk,
            shown=max(shown.get(claim.pk, 0), answers.get(claim.pk, 0)),
            answers=answers.get(claim.pk, 0),
            is_seed=claim.is_seed,
            is_meta=claim.is_meta,
        )
        for claim in progress.claims.values()
    ]
    drawn = next_claim(
        waiting,
        draw=DICE.random() if dice is None else dice,
        answered=progress.done,
        recent_meta=progress.recent_meta(),
        priorities=_priorities(progress),
    )
    return None if drawn is None else (progress.claims[int(drawn.claim)], drawn.probability)


def _exposures(opinion_map: OpinionMap) -> dict[int, int]:
    counted = Exposure.objects.filter(claim__opinion_map=opinion_map).order_by()
    return dict(counted.values_list("claim_id").annotate(number=Count("pk")))


def _answers(opinion_map: OpinionMap) -> dict[int, int]:
    counted = Vote.objects.filter(claim__opinion_map=opinion_map).order_by()
    return dict(counted.values_list("claim_id").annotate(number=Count("pk")))


def _priorities(progress: Progress) -> dict[int | str, float]:
    """How much an answer to each claim would tell, from the last computed map."""
    run = MapRun.objects.filter(opinion_map=progress.opinion_map).first()
    if run is None:
        return {}
    numbered = {entry["id"]: float(entry["priority"]) for entry in run.body["claims"]}
    return {
        claim.pk: numbered[claim.number] for claim in progress.claims.values() if claim.number in numbered
    }
