"""The demo plays one county's whole story, so that every page has real content."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.db.models import F

from lupaus.decision.models import CouncilDecision, YearlyTarget
from lupaus.desk.demo.play import play
from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import LANGUAGES, chapter
from lupaus.desk.demo.voices import CODES
from lupaus.foundations.models import FoundationItem
from lupaus.journal.models import Event
from lupaus.journal.queries import verify_chain
from lupaus.methods.target_path import Mark, Measured, judge
from lupaus.monitoring.models import Indicator
from lupaus.opinions.models import Claim, Vote
from lupaus.participation.models import Consultation, Contribution
from lupaus.participation.states import Moderation
from lupaus.people.models import Membership, User
from lupaus.people.queries import receipt_by_code
from lupaus.people.states import Role
from lupaus.process.models import Task
from lupaus.promise.models import Disposition, Pledge, Version
from lupaus.promise.states import Outcome, VersionState
from lupaus.synthesis.models import Conclusion, Quote

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def story(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[Stage]:
    """The whole story once for all the tests of this module, taken back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield play(today=TODAY)
        transaction.set_rollback(True)


pytestmark = pytest.mark.django_db


def test_the_county_is_plainly_an_example(story: Stage) -> None:
    assert (story.county.code, story.county.is_demo, story.county.kind) == ("99", True, "example")
    assert Contribution.objects.filter(is_example=False).count() == 0
    assert Consultation.objects.filter(is_simulated=False).count() == 0


def test_every_role_has_one_official_at_an_address_that_cannot_exist(story: Stage) -> None:
    assert sorted(Membership.objects.values_list("role", flat=True)) == sorted(Role.values)
    assert User.objects.exclude(email__endswith="@example.invalid").count() == 0


def test_two_consultations_are_open_today_and_two_are_over(story: Stage) -> None:
    is_open = {story.consultations["seen"], story.consultations["next"]}

    assert set(Consultation.objects.open_on(TODAY)) == is_open
    assert Consultation.objects.filter(closes_on__lt=TODAY).count() == 2


def test_nothing_has_happened_after_today(story: Stage) -> None:
    assert Contribution.objects.filter(given_at__date__gte=TODAY).count() == 0
    assert Quote.objects.filter(quoted_at__date__gte=TODAY).count() == 0


def test_words_are_quoted_after_they_were_given(story: Stage) -> None:
    assert Quote.objects.filter(quoted_at__lt=F("contribution__given_at")).count() == 0


def test_every_quote_equals_its_span(story: Stage) -> None:
    quotes = Quote.objects.select_related("contribution")

    assert quotes.count() == 66
    assert [quote for quote in quotes if quote.contribution.text[quote.start : quote.end] != quote.text] == []


def test_moderation_hid_three_contributions_with_reasons_in_three_languages(story: Stage) -> None:
    hidden = Contribution.objects.own_words().filter(moderation=Moderation.HIDDEN)

    assert hidden.count() == 3
    assert all(getattr(words, f"moderation_reason_{language}") for words in hidden for language in LANGUAGES)


def test_the_newest_contributions_wait_for_the_moderator(story: Stage) -> None:
    words = {story.contributions["s07"], story.contributions["s08"]}
    waiting = words | {story.claims["n12"].contribution}

    assert set(Contribution.objects.waiting()) == waiting


def test_the_process_board_shows_five_phases_done_and_work_for_every_official(story: Stage) -> None:
    closed = story.process.phases.exclude(closed_at=None).values_list("key", flat=True)
    given = Task.objects.kept().filter(finished_at=None).values_list("assigned_to", flat=True)
    workers = ("preparer", "coordinator", "moderator", "responder", "decision_maker")

    assert list(closed) == ["foundation", "start", "dialogue", "preparation", "decision"]
    assert {story.people[worker].pk for worker in workers} == set(given)


def test_the_foundation_is_concluded(story: Stage) -> None:
    assert FoundationItem.objects.of(story.county).filter(concluded_at=None).count() == 0


def test_some_four_hundred_people_answered_the_opinion_map(story: Stage) -> None:
    answers = Vote.objects.filter(claim__opinion_map__consultation=story.consultations["map"])

    assert Claim.objects.filter(opinion_map__consultation=story.consultations["map"]).count() == 40
    assert answers.values("participant").distinct().count() == 412
    assert Vote.objects.filter(claim__contribution__moderation=Moderation.HIDDEN).count() == 0


def test_every_signed_off_conclusion_has_evidence_and_a_fate_with_reasons_in_three_languages(
    story: Stage,
) -> None:
    for conclusion in Conclusion.objects.all():
        disposition = conclusion.dispositions.get()
        assert conclusion.evidence.exists()
        assert all(getattr(disposition, f"reason_{language}") for language in LANGUAGES)

    assert set(Disposition.objects.values_list("outcome", flat=True)) == set(Outcome.values)


def test_two_versions_were_written_and_the_second_was_decided(story: Stage) -> None:
    versions = Version.objects.order_by("number").values_list("number", "state")
    changed = story.promise.versions.get(number=2).wordings.exclude(change_reason_fi="")

    assert list(versions) == [
        (1, VersionState.SUPERSEDED),
        (2, VersionState.DECIDED),
        (3, VersionState.DRAFT),
    ]
    assert changed.exclude(change_reason_fi=None).count() == 3
    assert CouncilDecision.objects.get().section == "47"


def test_every_pledge_has_words_basis_target_measure_and_indicators(story: Stage) -> None:
    decided = story.promise.versions.get(number=2)

    assert Pledge.objects.count() == 10
    for pledge in Pledge.objects.all():
        wording = decided.wordings.get(pledge=pledge)
        assert all(getattr(wording, f"sentence_{language}") for language in LANGUAGES)
        assert all(getattr(wording, f"plain_{language}") for language in LANGUAGES)
        assert wording.points.count() >= 3
        assert wording.basis.exclude(conclusion=None).exists()
        assert wording.basis.exclude(goal=None).exists()
        assert pledge.yearly_targets.get().year == 2027
        assert pledge.measures.exists()
        assert {indicator.kind for indicator in pledge.indicators.all()} == {"progress", "outcome"}

    assert YearlyTarget.objects.exclude(responsible_sv="").count() == 10


@pytest.mark.parametrize("told", chapter("indicators")["indicators"], ids=lambda told: told["key"])
def test_an_indicator_is_judged_as_the_story_tells(story: Stage, told: dict[str, Any]) -> None:
    indicator = Indicator.objects.get(code=told["key"])
    has_baseline = indicator.baseline is not None and indicator.baseline_on is not None

    judgement = judge(
        [Measured(row.on, row.value, row.state) for row in indicator.observations.all()],
        baseline=Mark(indicator.baseline_on, indicator.baseline) if has_baseline else None,
        targets=[Mark(point.on, point.value) for point in indicator.path.all()],
        better=indicator.direction,
        today=TODAY,
        stale_after=timedelta(days=indicator.stale_after_days),
    )

    assert judgement.state == told["state"]


@pytest.mark.parametrize(
    ("outcome", "key"),
    [("taken", "c01"), ("partly", "c02"), ("not_taken", "c03")],
    ids=["taken", "partly", "not_taken"],
)
def test_a_showcase_receipt_leads_to_its_words_and_their_fate(story: Stage, outcome: str, key: str) -> None:
    receipt = receipt_by_code(story.county, CODES[outcome])

    assert receipt is not None
    assert receipt.contribution == story.contributions[key]
    fates = Disposition.objects.filter(conclusion__evidence__quote__contribution=receipt.contribution)
    assert outcome in set(fates.values_list("outcome", flat=True))


def test_nothing_in_the_journal_is_dated_after_today(story: Stage) -> None:
    assert Event.objects.filter(happened_at__date__gte=TODAY).count() == 0


def test_the_journal_tells_the_story_in_its_own_order(story: Stage) -> None:
    moments = list(Event.objects.order_by("position").values_list("happened_at", flat=True))

    assert moments == sorted(moments)


def test_the_council_met_on_a_working_day(story: Stage) -> None:
    assert CouncilDecision.objects.get().decided_on.isoweekday() <= 5


def test_the_journal_holds_together(story: Stage) -> None:
    assert verify_chain(story.county.code).broken is None
