"""What people said is quoted to the character, concluded from with evidence, and signed off for good."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from lupaus.counties.models import County
from lupaus.journal.models import Event
from lupaus.opinions.models import Claim
from lupaus.participation.models import Contribution, Party, Result
from lupaus.participation.states import Moderation
from lupaus.people.models import User
from lupaus.people.states import Role
from lupaus.process.models import Process
from lupaus.synthesis import actions, rules
from lupaus.synthesis.models import Coding, Conclusion, Evidence, Quote, SetAside, Synthesis, Theme
from lupaus.synthesis.states import ConclusionState, SynthesisState

TEXT = {"fi": "Aika pitää kertoa.", "sv": "Tiden ska meddelas.", "en": ""}


def kinds() -> list[str]:
    return list(Event.objects.values_list("kind", flat=True))


def quoted(contribution: Contribution, words: str, by: User) -> Quote:
    start = contribution.text.index(words)
    return actions.quote(contribution, start=start, end=start + len(words), by=by)


@pytest.fixture
def draft(synthesis: Synthesis, residents: Party, coordinator: User) -> Conclusion:
    return actions.conclude(synthesis, perspective="availability", party=residents, text=TEXT, by=coordinator)


# --- Quoting and coding --------------------------------------------------------------------------


def test_a_quote_is_exactly_the_words(contribution: Contribution, coordinator: User) -> None:
    quote = quoted(contribution, "👩‍👧 kolme kertaa.\r\nKukaan", coordinator)

    assert quote.text == contribution.text[quote.start : quote.end]
    assert kinds() == ["synthesis.quoted"]


def test_the_same_span_is_quoted_once(contribution: Contribution, coordinator: User) -> None:
    first = quoted(contribution, "Åsa", coordinator)

    assert quoted(contribution, "Åsa", coordinator) == first
    assert kinds() == ["synthesis.quoted"]


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (3, 3), (5, 3), (0, 999), (6, 7)])
def test_what_is_not_a_span_is_refused(
    contribution: Contribution, coordinator: User, start: int, end: int
) -> None:
    with pytest.raises(rules.NotASpan):
        actions.quote(contribution, start=start, end=end, by=coordinator)

    assert not Quote.objects.exists()


@pytest.mark.parametrize("moderation", [Moderation.WAITING, Moderation.HIDDEN])
def test_only_published_words_are_quoted(
    speaks: Callable[..., Contribution], coordinator: User, moderation: str
) -> None:
    with pytest.raises(rules.NotQuotable):
        quoted(speaks(moderation=moderation), "Soitin", coordinator)


def test_a_claim_is_not_quoted(claim: Claim, coordinator: User) -> None:
    with pytest.raises(rules.NotQuotable):
        quoted(claim.contribution, "Aika", coordinator)


def test_an_official_of_another_county_does_not_quote(
    contribution: Contribution, other_county: County, official: Callable[..., User]
) -> None:
    with pytest.raises(PermissionDenied):
        quoted(contribution, "Soitin", official(Role.ADMIN, of=other_county))


def test_a_quote_is_coded_once_the_same_way(
    contribution: Contribution, theme: Theme, coordinator: User
) -> None:
    quote = quoted(contribution, "Åsa", coordinator)

    first = actions.code(quote, perspective="quality", theme=theme, by=coordinator)
    again = actions.code(quote, perspective="quality", theme=theme, by=coordinator)
    other = actions.code(quote, perspective="availability", theme=theme, by=coordinator)

    assert (first == again, first == other) == (True, False)
    assert kinds() == ["synthesis.quoted", "synthesis.coded", "synthesis.coded"]


def test_a_withdrawn_coding_stays_and_can_be_made_anew(
    contribution: Contribution, theme: Theme, coordinator: User
) -> None:
    quote = quoted(contribution, "Åsa", coordinator)
    coding = actions.code(quote, perspective="quality", theme=theme, by=coordinator)

    actions.withdraw_coding(coding, by=coordinator)
    anew = actions.code(quote, perspective="quality", theme=theme, by=coordinator)

    assert list(Coding.objects.live()) == [anew]
    assert Coding.objects.count() == 2


def test_nothing_is_coded_in_a_signed_off_synthesis(
    contribution: Contribution, theme: Theme, coordinator: User
) -> None:
    quote = quoted(contribution, "Åsa", coordinator)
    Synthesis.objects.update(state=SynthesisState.SIGNED_OFF)

    with pytest.raises(rules.SynthesisIsSignedOff):
        actions.code(quote, perspective="quality", theme=theme, by=coordinator)


def test_a_theme_of_another_county_is_refused(
    contribution: Contribution, other_county: County, coordinator: User
) -> None:
    process = Process.objects.create(county=other_county, title_fi="x", started_on="2026-01-01")
    theirs = Theme.objects.create(synthesis=Synthesis.objects.create(process=process), title_fi="x")
    quote = quoted(contribution, "Åsa", coordinator)

    with pytest.raises(rules.WrongEvidence):
        actions.code(quote, perspective="quality", theme=theirs, by=coordinator)


def test_a_contribution_is_set_aside_and_put_back(
    contribution: Contribution, synthesis: Synthesis, coordinator: User
) -> None:
    actions.set_aside(contribution, synthesis=synthesis, reason="thanks", by=coordinator)
    actions.set_aside(contribution, synthesis=synthesis, reason="thanks", by=coordinator)
    assert SetAside.objects.count() == 1

    actions.put_back(contribution, synthesis=synthesis, by=coordinator)

    assert not SetAside.objects.exists()
    assert kinds() == ["synthesis.set_aside", "synthesis.put_back"]


def test_nothing_is_set_aside_without_a_reason(
    contribution: Contribution, synthesis: Synthesis, coordinator: User
) -> None:
    with pytest.raises(rules.WrongEvidence):
        actions.set_aside(contribution, synthesis=synthesis, reason="", by=coordinator)

    assert not SetAside.objects.exists()


# --- Themes --------------------------------------------------------------------------------------


def test_a_theme_needs_a_name(synthesis: Synthesis, coordinator: User) -> None:
    with pytest.raises(rules.TextIsMissing):
        actions.add_theme(synthesis, title={"fi": " "}, by=coordinator)


def test_a_theme_is_renamed(theme: Theme, coordinator: User) -> None:
    renamed = actions.edit_theme(theme, title={"fi": "Yhteys", "sv": "Kontakt"}, by=coordinator)

    renamed.refresh_from_db()
    assert (renamed.title_fi, renamed.title_sv) == ("Yhteys", "Kontakt")


def test_an_empty_theme_can_be_removed(theme: Theme, coordinator: User) -> None:
    actions.remove_theme(theme, by=coordinator)

    assert not Theme.objects.exists()


def test_a_theme_with_quotes_is_never_removed(
    contribution: Contribution, theme: Theme, coordinator: User
) -> None:
    coding = actions.code(
        quoted(contribution, "Åsa", coordinator), perspective="quality", theme=theme, by=coordinator
    )
    actions.withdraw_coding(coding, by=coordinator)

    with pytest.raises(rules.ThemeHasQuotes):
        actions.remove_theme(theme, by=coordinator)


# --- Conclusions ---------------------------------------------------------------------------------


def test_a_conclusion_with_evidence_is_signed_off(
    draft: Conclusion, contribution: Contribution, result: Result, coordinator: User, preparer: User
) -> None:
    actions.add_evidence(draft, stance="for", quote=quoted(contribution, "Åsa", coordinator), by=coordinator)
    actions.add_evidence(draft, stance="against", result=result, claim_number=7, by=coordinator)

    actions.sign_off(draft, by=preparer)

    draft.refresh_from_db()
    assert (draft.state, draft.signed_off_by) == (ConclusionState.SIGNED_OFF, preparer)
    assert kinds()[-1] == "synthesis.signed_off"
    assert list(Conclusion.objects.standing()) == [draft]


def test_a_conclusion_without_evidence_is_not_signed_off(draft: Conclusion, preparer: User) -> None:
    with pytest.raises(rules.ConclusionHasNoEvidence):
        actions.sign_off(draft, by=preparer)

    draft.refresh_from_db()
    assert draft.state == ConclusionState.DRAFT


def test_evidence_that_has_been_hidden_does_not_carry_a_conclusion(
    draft: Conclusion, contribution: Contribution, coordinator: User, preparer: User
) -> None:
    actions.add_evidence(draft, stance="for", quote=quoted(contribution, "Åsa", coordinator), by=coordinator)
    Contribution.objects.update(moderation=Moderation.HIDDEN)

    with pytest.raises(rules.ConclusionHasNoEvidence):
        actions.sign_off(draft, by=preparer)


def test_evidence_against_alone_does_not_carry_a_conclusion(
    draft: Conclusion, contribution: Contribution, coordinator: User, preparer: User
) -> None:
    actions.add_evidence(
        draft, stance="against", quote=quoted(contribution, "Åsa", coordinator), by=coordinator
    )

    with pytest.raises(rules.ConclusionHasNoEvidence):
        actions.sign_off(draft, by=preparer)


def test_a_conclusion_needs_the_countys_languages(
    draft: Conclusion, result: Result, coordinator: User, preparer: User
) -> None:
    actions.add_evidence(draft, stance="for", result=result, claim_number=7, by=coordinator)
    actions.rewrite(draft, text={"fi": "Aika pitää kertoa."}, by=coordinator)

    with pytest.raises(rules.TextIsMissing):
        actions.sign_off(draft, by=preparer)


def test_a_coordinator_writes_but_does_not_sign_off(
    draft: Conclusion, result: Result, coordinator: User
) -> None:
    actions.add_evidence(draft, stance="for", result=result, claim_number=7, by=coordinator)

    with pytest.raises(PermissionDenied):
        actions.sign_off(draft, by=coordinator)


def test_a_signed_off_conclusion_never_changes(draft: Conclusion, result: Result, preparer: User) -> None:
    evidence = actions.add_evidence(draft, stance="for", result=result, claim_number=7, by=preparer)
    actions.sign_off(draft, by=preparer)

    with pytest.raises(rules.ConclusionIsSignedOff):
        actions.rewrite(draft, text={"fi": "Muu"}, by=preparer)
    with pytest.raises(rules.ConclusionIsSignedOff):
        actions.add_evidence(draft, stance="against", result=result, claim_number=7, by=preparer)
    with pytest.raises(rules.ConclusionIsSignedOff):
        actions.remove_evidence(evidence, by=preparer)
    with pytest.raises(rules.ConclusionIsSignedOff):
        actions.drop(draft, by=preparer)
    with pytest.raises(rules.ConclusionIsSignedOff):
        actions.sign_off(draft, by=preparer)

    draft.refresh_from_db()
    assert (draft.text_fi, draft.evidence.get().stance) == ("Aika pitää kertoa.", "for")


def test_a_new_conclusion_supersedes_a_signed_off_one(
    draft: Conclusion, synthesis: Synthesis, residents: Party, result: Result, preparer: User
) -> None:
    actions.add_evidence(draft, stance="for", result=result, claim_number=7, by=preparer)
    actions.sign_off(draft, by=preparer)

    newer = actions.conclude(
        synthesis,
        perspective="availability",
        party=residents,
        text={**TEXT, "fi": "Tunti pitää kertoa."},
        supersedes=draft,
        by=preparer,
    )
    assert list(Conclusion.objects.standing()) == [draft]
    actions.add_evidence(newer, stance="for", result=result, claim_number=7, by=preparer)
    actions.sign_off(newer, by=preparer)

    assert list(Conclusion.objects.standing()) == [newer]


def test_a_draft_is_not_superseded(
    draft: Conclusion, synthesis: Synthesis, residents: Party, preparer: User
) -> None:
    with pytest.raises(rules.WrongEvidence):
        actions.conclude(
            synthesis, perspective="quality", party=residents, text=TEXT, supersedes=draft, by=preparer
        )


def test_a_claim_that_is_not_in_the_result_is_refused(
    draft: Conclusion, result: Result, coordinator: User
) -> None:
    with pytest.raises(rules.WrongEvidence):
        actions.add_evidence(draft, stance="for", result=result, claim_number=8, by=coordinator)


def test_evidence_is_one_thing(draft: Conclusion, coordinator: User) -> None:
    with pytest.raises(rules.WrongEvidence):
        actions.add_evidence(draft, stance="for", by=coordinator)
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.create(conclusion=draft)


def test_another_countys_quote_is_no_evidence(
    draft: Conclusion, speaks: Callable[..., Contribution], other_county: County, coordinator: User
) -> None:
    theirs = speaks("Sama täällä.", county=other_county)
    quote = Quote.objects.create(contribution=theirs, start=0, end=4, text="Sama", quoted_at=theirs.given_at)

    with pytest.raises(rules.WrongEvidence):
        actions.add_evidence(draft, stance="for", quote=quote, by=coordinator)


def test_a_draft_is_dropped(draft: Conclusion, coordinator: User) -> None:
    actions.drop(draft, by=coordinator)

    assert not Conclusion.objects.exists()
    assert kinds()[-1] == "synthesis.conclusion_dropped"


def test_an_empty_conclusion_is_refused(synthesis: Synthesis, residents: Party, coordinator: User) -> None:
    with pytest.raises(rules.TextIsMissing):
        actions.conclude(synthesis, perspective="quality", party=residents, text={"fi": " "}, by=coordinator)


# --- The synthesis -------------------------------------------------------------------------------


def test_a_synthesis_is_begun_once(process: Process, coordinator: User) -> None:
    assert actions.begin(process, by=coordinator) == actions.begin(process, by=coordinator)
    assert kinds() == ["synthesis.begun"]


def test_a_synthesis_is_signed_off_and_opened_again(
    synthesis: Synthesis, draft: Conclusion, result: Result, preparer: User
) -> None:
    actions.add_evidence(draft, stance="for", result=result, claim_number=7, by=preparer)
    actions.sign_off(draft, by=preparer)

    done = actions.sign_off_synthesis(synthesis, by=preparer)
    assert done.state == SynthesisState.SIGNED_OFF

    again = actions.reopen_synthesis(synthesis, reason="Uusi työpaja pidettiin.", by=preparer)
    assert (again.state, again.signed_off_at) == (SynthesisState.OPEN, None)
    assert kinds()[-2:] == ["synthesis.synthesis_signed_off", "synthesis.synthesis_reopened"]


def test_a_synthesis_with_drafts_is_not_signed_off(
    synthesis: Synthesis, draft: Conclusion, preparer: User
) -> None:
    with pytest.raises(rules.NotReadyToSignOff, match="1"):
        actions.sign_off_synthesis(synthesis, by=preparer)


def test_an_empty_synthesis_is_not_signed_off(synthesis: Synthesis, preparer: User) -> None:
    with pytest.raises(rules.NotReadyToSignOff):
        actions.sign_off_synthesis(synthesis, by=preparer)


def test_a_synthesis_is_not_opened_again_without_a_reason(synthesis: Synthesis, preparer: User) -> None:
    with pytest.raises(rules.TextIsMissing):
        actions.reopen_synthesis(synthesis, reason=" ", by=preparer)


@pytest.mark.parametrize(
    ("role", "may_code", "may_sign_off"),
    [
        (Role.ADMIN, True, True),
        (Role.PREPARER, True, True),
        (Role.COORDINATOR, True, False),
        (Role.MODERATOR, False, False),
        (Role.RESPONDER, False, False),
        (Role.DECISION_MAKER, False, False),
        (Role.VIEWER, False, False),
    ],
)
def test_who_may_do_what(
    synthesis: Synthesis, official: Callable[..., User], role: str, may_code: bool, may_sign_off: bool
) -> None:
    from lupaus.web.access import may

    user = official(role)

    assert may(user, "synthesis.code", synthesis) is may_code
    assert may(user, "synthesis.conclude", synthesis) is may_code
    assert may(user, "synthesis.sign_off", synthesis) is may_sign_off
