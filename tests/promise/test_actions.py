"""A promise is drafted on grounds, frozen whole, and revised only with a public reason."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied

from lupaus.counties.models import County, Segment
from lupaus.foundations.models import Goal, Strategy
from lupaus.journal.models import Event
from lupaus.people.models import User
from lupaus.people.states import Role
from lupaus.process.models import Process
from lupaus.promise import actions, queries, rules
from lupaus.promise.models import Basis, Disposition, Pledge, ServicePromise, Version
from lupaus.promise.states import Outcome, VersionState
from lupaus.synthesis.models import Conclusion
from lupaus.synthesis.states import ConclusionState
from lupaus.web.access import may
from lupaus.web.states import MoveRefused

REASON = {"fi": "Asukkaat pitivät tätä tärkeimpänä.", "sv": "Invånarna ansåg detta viktigast.", "en": ""}


def kinds() -> list[str]:
    return list(Event.objects.values_list("kind", flat=True))


# --- Beginning -----------------------------------------------------------------------------------


def test_a_promise_begins_as_an_empty_wheel(promise: ServicePromise, version: Version) -> None:
    assert (promise.pairs.count(), version.wordings.count(), version.state) == (5, 10, "draft")
    assert [wording.pledge.viewpoint for wording in version.wordings.all()][:2] == ["resident", "organiser"]
    assert kinds() == ["promise.begun"]


def test_a_promise_needs_a_name(county: County, process: Process, preparer: User) -> None:
    with pytest.raises(rules.TextIsMissing):
        actions.begin_promise(county, process=process, segment=None, title={"fi": ""}, by=preparer)


def test_another_countys_segment_is_refused(
    county: County, other_county: County, process: Process, preparer: User
) -> None:
    theirs = Segment.objects.create(county=other_county, name_fi="Lapset")

    with pytest.raises(rules.WrongBasis):
        actions.begin_promise(county, process=process, segment=theirs, title={"fi": "x"}, by=preparer)


# --- Drafting ------------------------------------------------------------------------------------


def test_a_pledge_is_worded_with_points(version: Version, pledge: Pledge, preparer: User) -> None:
    wording = version.wordings.get(pledge=pledge)

    actions.word(
        wording,
        sentence={"fi": "Saan apua.", "sv": "Jag får hjälp."},
        points=[{"fi": "Yksi"}, {"fi": " ", "sv": ""}, {"sv": "Två"}],
        by=preparer,
    )

    wording.refresh_from_db()
    assert (wording.sentence_fi, wording.sentence_sv) == ("Saan apua.", "Jag får hjälp.")
    assert [(point.text_fi, point.text_sv) for point in wording.points.all()] == [("Yksi", ""), ("", "Två")]
    assert kinds()[-1] == "promise.worded"


def test_what_is_not_given_stays(version: Version, pledge: Pledge, preparer: User) -> None:
    wording = version.wordings.get(pledge=pledge)
    actions.word(wording, sentence={"fi": "A"}, plain={"fi": "Selko"}, points=[{"fi": "1"}], by=preparer)

    actions.word(wording, sentence={"fi": "B"}, by=preparer)

    wording.refresh_from_db()
    assert (wording.sentence_fi, wording.plain_fi, wording.points.count()) == ("B", "Selko", 1)


def test_nine_points_are_too_many(version: Version, pledge: Pledge, preparer: User) -> None:
    with pytest.raises(rules.TooManyPoints):
        actions.word(
            version.wordings.get(pledge=pledge),
            sentence={"fi": "A"},
            points=[{"fi": str(number)} for number in range(9)],
            by=preparer,
        )

    assert not version.wordings.get(pledge=pledge).sentence_fi


def test_two_officials_do_not_overwrite_each_other(
    version: Version, pledge: Pledge, preparer: User, admin: User
) -> None:
    wording = version.wordings.get(pledge=pledge)
    seen = queries.stamp_of_wording(wording)
    actions.word(wording, sentence={"fi": "Ensimmäinen"}, seen=seen, by=admin)

    with pytest.raises(rules.ChangedMeanwhile):
        actions.word(wording, sentence={"fi": "Toinen"}, seen=seen, by=preparer)

    wording.refresh_from_db()
    assert wording.sentence_fi == "Ensimmäinen"


def test_the_core_is_not_overwritten_either(version: Version, preparer: User) -> None:
    seen = queries.stamp_of_version(version)
    actions.draft(version, statement_of_intent={"fi": "Ensin"}, seen=seen, by=preparer)

    with pytest.raises(rules.ChangedMeanwhile):
        actions.draft(version, statement_of_intent={"fi": "Sitten"}, seen=seen, by=preparer)


def test_a_pledge_stands_on_conclusions_and_goals(
    version: Version, pledge: Pledge, conclusion: Conclusion, goal: Goal, preparer: User
) -> None:
    wording = version.wordings.get(pledge=pledge)

    actions.rest_on(wording, conclusion=conclusion, by=preparer)
    actions.rest_on(wording, goal=goal, note={"fi": "Sama päivä"}, by=preparer)

    assert len(queries.pledges_without_basis(version)) == 9
    assert wording.basis.get(goal=goal).note_fi == "Sama päivä"


def test_standing_on_a_new_list_replaces_the_old(
    version: Version, pledge: Pledge, concluded: Callable[..., Conclusion], goal: Goal, preparer: User
) -> None:
    wording, first, second = version.wordings.get(pledge=pledge), concluded(), concluded("quality")
    actions.rest_on(wording, conclusion=first, by=preparer)
    actions.rest_on(wording, goal=goal, by=preparer)

    actions.stand_on(wording, conclusions={second: {}}, goals={goal: {"fi": "x"}}, by=preparer)

    assert {(basis.conclusion, basis.goal) for basis in wording.basis.all()} == {(second, None), (None, goal)}


def test_basis_is_one_thing(version: Version, pledge: Pledge, preparer: User) -> None:
    with pytest.raises(rules.WrongBasis):
        actions.rest_on(version.wordings.get(pledge=pledge), by=preparer)


def test_a_draft_conclusion_carries_no_pledge(
    version: Version, pledge: Pledge, concluded: Callable[..., Conclusion], preparer: User
) -> None:
    with pytest.raises(rules.WrongBasis):
        actions.rest_on(
            version.wordings.get(pledge=pledge),
            conclusion=concluded(state=ConclusionState.DRAFT),
            by=preparer,
        )


def test_another_countys_goal_carries_no_pledge(
    version: Version, pledge: Pledge, other_county: County, preparer: User
) -> None:
    strategy = Strategy.objects.create(county=other_county, title_fi="x")
    theirs = Goal.objects.create(strategy=strategy, text_fi="x")

    with pytest.raises(rules.WrongBasis):
        actions.rest_on(version.wordings.get(pledge=pledge), goal=theirs, by=preparer)


def test_a_basis_is_removed(version: Version, pledge: Pledge, goal: Goal, preparer: User) -> None:
    basis = actions.rest_on(version.wordings.get(pledge=pledge), goal=goal, by=preparer)

    actions.remove_basis(basis, by=preparer)

    assert not Basis.objects.exists()


# --- Dispositions --------------------------------------------------------------------------------


def test_a_conclusion_that_was_taken_carries_the_pledges_named(
    promise: ServicePromise, version: Version, pledge: Pledge, conclusion: Conclusion, preparer: User
) -> None:
    assert list(queries.undisposed_conclusions(promise)) == [conclusion]

    actions.dispose(
        promise, conclusion=conclusion, outcome="taken", reason=REASON, pledges=[pledge], by=preparer
    )

    assert not queries.undisposed_conclusions(promise).exists()
    assert version.wordings.get(pledge=pledge).basis.get().conclusion == conclusion
    assert kinds()[-1] == "promise.disposed"


def test_an_answer_can_be_bettered_while_a_draft_is_open(
    promise: ServicePromise, pledge: Pledge, conclusion: Conclusion, preparer: User
) -> None:
    actions.dispose(promise, conclusion=conclusion, outcome="not_taken", reason=REASON, by=preparer)
    actions.dispose(
        promise, conclusion=conclusion, outcome="partly", reason=REASON, pledges=[pledge], by=preparer
    )

    assert Disposition.objects.get().outcome == Outcome.PARTLY


def test_an_answer_never_changes_when_the_promise_is_frozen(
    promise: ServicePromise,
    version: Version,
    conclusion: Conclusion,
    fill: Callable[[Version], Version],
    preparer: User,
) -> None:
    actions.dispose(promise, conclusion=conclusion, outcome="not_taken", reason=REASON, by=preparer)
    actions.freeze(fill(version), by=preparer)

    with pytest.raises(rules.VersionIsFrozen):
        actions.dispose(promise, conclusion=conclusion, outcome="not_taken", reason=REASON, by=preparer)


def test_a_reason_is_needed_in_the_countys_languages(
    promise: ServicePromise, conclusion: Conclusion, preparer: User
) -> None:
    with pytest.raises(rules.TextIsMissing, match="ruotsiksi"):
        actions.dispose(
            promise, conclusion=conclusion, outcome="not_taken", reason={"fi": "Ei onnistu."}, by=preparer
        )


@pytest.mark.parametrize(("outcome", "named"), [("taken", False), ("partly", False), ("not_taken", True)])
def test_pledges_are_named_exactly_when_something_was_taken(
    promise: ServicePromise, pledge: Pledge, conclusion: Conclusion, preparer: User, outcome: str, named: bool
) -> None:
    with pytest.raises(rules.WrongDisposition):
        actions.dispose(
            promise,
            conclusion=conclusion,
            outcome=outcome,
            reason=REASON,
            pledges=[pledge] if named else [],
            by=preparer,
        )


def test_a_draft_conclusion_is_not_answered(
    promise: ServicePromise, concluded: Callable[..., Conclusion], preparer: User
) -> None:
    with pytest.raises(rules.WrongDisposition):
        actions.dispose(
            promise,
            conclusion=concluded(state=ConclusionState.DRAFT),
            outcome="not_taken",
            reason=REASON,
            by=preparer,
        )


def test_a_pledge_of_another_promise_is_refused(
    promise: ServicePromise, county: County, conclusion: Conclusion, preparer: User
) -> None:
    other = actions.begin_promise(county, process=None, segment=None, title={"fi": "Toinen"}, by=preparer)
    theirs = Pledge.objects.filter(pair__promise=other).first()
    assert theirs is not None

    with pytest.raises(rules.WrongDisposition):
        actions.dispose(
            promise, conclusion=conclusion, outcome="taken", reason=REASON, pledges=[theirs], by=preparer
        )


# --- Versions ------------------------------------------------------------------------------------


def test_a_whole_draft_is_frozen_with_its_fingerprint(frozen: Version) -> None:
    whole = queries.version_with_content(Version.objects.filter(pk=frozen.pk)).get()

    assert (whole.state, whole.content_sha256) == (VersionState.FROZEN, queries.content_sha256(whole))
    assert kinds()[-1] == "promise.frozen"


def test_an_empty_draft_is_refused_with_all_it_lacks(version: Version, preparer: User) -> None:
    with pytest.raises(rules.VersionIsNotReady) as refusal:
        actions.freeze(version, by=preparer)

    kinds_missing = [getattr(one, "kind", "") for one in refusal.value.missing]
    assert kinds_missing.count("sentence") == 20
    assert kinds_missing.count("basis") == 10
    assert kinds_missing.count("statement_of_intent") == 2
    version.refresh_from_db()
    assert version.state == VersionState.DRAFT


@pytest.fixture
def full(version: Version, fill: Callable[[Version], Version]) -> Version:
    return fill(version)


def lacking(version: Version) -> list[str]:
    return [one.kind for one in queries.missing(version)]


def test_a_full_draft_lacks_nothing(full: Version) -> None:
    assert lacking(full) == []


def test_a_conclusion_without_an_answer_stops_freezing(full: Version, conclusion: Conclusion) -> None:
    assert lacking(full) == ["disposition"]


def test_a_missing_swedish_sentence_stops_freezing(full: Version, pledge: Pledge, preparer: User) -> None:
    actions.word(full.wordings.get(pledge=pledge), sentence={"fi": "Vain suomeksi."}, by=preparer)

    assert [(one.kind, one.pledge) for one in queries.missing(full)] == [("sentence", pledge)]


def test_a_point_in_one_language_stops_freezing(full: Version, pledge: Pledge, preparer: User) -> None:
    wording = full.wordings.get(pledge=pledge)
    actions.word(
        wording,
        sentence={"fi": wording.sentence_fi, "sv": wording.sentence_sv},
        points=[{"fi": "Vain suomeksi"}],
        by=preparer,
    )

    assert lacking(full) == ["point"]


def test_a_sentence_that_does_not_fit_stops_freezing(full: Version, pledge: Pledge, preparer: User) -> None:
    actions.word(
        full.wordings.get(pledge=pledge),
        sentence={"fi": "WMWM " * 40, "sv": "Kort."},
        by=preparer,
    )

    assert lacking(full) == ["fit"]


def test_a_core_that_does_not_fit_stops_freezing(full: Version, preparer: User) -> None:
    actions.draft(full, statement_of_intent={"fi": "WMWM " * 32, "sv": "Kort"}, by=preparer)

    assert lacking(full) == ["statement_of_intent"]


def test_a_pledge_on_nothing_stops_freezing(full: Version, pledge: Pledge) -> None:
    Basis.objects.filter(wording__pledge=pledge).delete()

    assert [(one.kind, one.pledge) for one in queries.missing(full)] == [("basis", pledge)]


def test_a_frozen_version_refuses_every_change(
    frozen: Version, pledge: Pledge, goal: Goal, concluded: Callable[..., Conclusion], preparer: User
) -> None:
    wording = frozen.wordings.get(pledge=pledge)
    deeds: list[Callable[[], object]] = [
        lambda: actions.draft(frozen, statement_of_intent={"fi": "Muu"}, by=preparer),
        lambda: actions.word(wording, sentence={"fi": "Muu"}, by=preparer),
        lambda: actions.rest_on(wording, conclusion=concluded(), by=preparer),
        lambda: actions.stand_on(wording, conclusions={}, goals={}, by=preparer),
        lambda: actions.remove_basis(wording.basis.get(), by=preparer),
        lambda: actions.freeze(frozen, by=preparer),
    ]

    for deed in deeds:
        with pytest.raises(rules.VersionIsFrozen):
            deed()

    whole = queries.version_with_content(Version.objects.filter(pk=frozen.pk)).get()
    assert queries.content_sha256(whole) == frozen.content_sha256


def test_a_new_draft_is_copied_with_a_reason(
    promise: ServicePromise, frozen: Version, pledge: Pledge, preparer: User
) -> None:
    second = actions.revise(promise, reason=REASON, by=preparer)

    assert (second.number, second.follows, second.state) == (2, frozen, VersionState.DRAFT)
    copied, before = second.wordings.get(pledge=pledge), frozen.wordings.get(pledge=pledge)
    assert copied.sentence_sv == before.sentence_sv
    assert copied.points.get().text_fi == before.points.get().text_fi
    assert copied.basis.get().goal == before.basis.get().goal
    frozen.refresh_from_db()
    assert frozen.state == VersionState.SUPERSEDED


def test_a_changed_wording_needs_a_reason_before_freezing(
    promise: ServicePromise, frozen: Version, pledge: Pledge, preparer: User
) -> None:
    second = actions.revise(promise, reason=REASON, by=preparer)
    wording = second.wordings.get(pledge=pledge)
    changed = {"fi": "Saan apua heti.", "sv": "Jag får hjälp genast."}
    actions.word(wording, sentence=changed, by=preparer)

    assert [(one.kind, one.pledge) for one in queries.missing(second)] == [
        ("change_reason", pledge),
        ("change_reason", pledge),
    ]

    actions.word(wording, sentence=changed, change_reason=REASON, by=preparer)
    assert actions.freeze(second, by=preparer).state == VersionState.FROZEN


def test_a_reason_in_one_language_is_not_enough_to_revise(
    promise: ServicePromise, frozen: Version, preparer: User
) -> None:
    with pytest.raises(rules.TextIsMissing):
        actions.revise(promise, reason={"fi": "Syy"}, by=preparer)


def test_there_is_one_draft_at_a_time(promise: ServicePromise, version: Version, preparer: User) -> None:
    with pytest.raises(rules.DraftExists):
        actions.revise(promise, reason=REASON, by=preparer)


def test_the_councils_version_takes_the_place_of_the_earlier(
    promise: ServicePromise, frozen: Version, preparer: User, decision_maker: User
) -> None:
    actions.adopt(frozen, by=decision_maker)
    assert queries.current_version(promise) == frozen
    second = actions.freeze(actions.revise(promise, reason=REASON, by=preparer), by=preparer)

    actions.adopt(second, by=decision_maker)

    frozen.refresh_from_db()
    assert (queries.current_version(promise), frozen.state) == (second, VersionState.SUPERSEDED)


def test_a_draft_is_not_adopted(version: Version, decision_maker: User) -> None:
    with pytest.raises(MoveRefused):
        actions.adopt(version, by=decision_maker)


# --- Who may -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "may_draft", "may_adopt"),
    [
        (Role.ADMIN, True, True),
        (Role.PREPARER, True, True),
        (Role.COORDINATOR, False, False),
        (Role.MODERATOR, False, False),
        (Role.RESPONDER, False, False),
        (Role.DECISION_MAKER, False, True),
        (Role.VIEWER, False, False),
    ],
)
def test_who_may_do_what(
    version: Version, official: Callable[..., User], role: str, may_draft: bool, may_adopt: bool
) -> None:
    user = User.objects.filter(memberships__role=role).first() or official(role)

    for deed in ("begin", "draft", "dispose", "freeze"):
        assert may(user, f"promise.{deed}", version) is may_draft
    assert may(user, "promise.adopt", version) is may_adopt


def test_an_official_of_another_county_drafts_nothing(
    version: Version, pledge: Pledge, other_county: County, official: Callable[..., User]
) -> None:
    with pytest.raises(PermissionDenied):
        actions.word(
            version.wordings.get(pledge=pledge),
            sentence={"fi": "x"},
            by=official(Role.ADMIN, of=other_county),
        )
