"""A promise goes to the council whole, sealed, or not at all."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone, translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lupaus.decision.actions import (
    PackageExists,
    PackageIsIncomplete,
    TargetIsDecided,
    VersionIsPast,
    compile_package,
    set_target,
)
from lupaus.decision.models import DecisionPackage, YearlyTarget
from lupaus.decision.queries import content_of, for_gate, is_whole, package_hash
from lupaus.decision.queries import gaps as gaps_of
from lupaus.decision.states import Lack
from lupaus.journal.models import Event
from lupaus.promise.models import Basis, Disposition, Version, Wording
from lupaus.promise.states import VersionState
from lupaus.synthesis.models import Synthesis
from tests.promised import YEAR, said


def test_a_complete_draft_is_frozen_and_sealed(complete, preparer) -> None:
    package = compile_package(complete, by=preparer)

    complete.refresh_from_db()
    assert complete.state == VersionState.FROZEN
    assert complete.frozen_by == preparer
    assert package.sha256 == package_hash(package.body)
    assert len(package.body["pledges"]) == 10
    assert package.body["pledges"][0]["sentence"] == said("Lause availability resident")
    assert package.body["pledges"][0]["targets"][0]["budget_reference"] == said("TA 1.1")
    assert package.body["dispositions"][0]["reason"] == said("Syy")
    assert Event.objects.filter(kind="decision.package_compiled").count() == 1


def test_a_package_survives_the_database_unchanged(complete, preparer) -> None:
    package = compile_package(complete, by=preparer)

    kept = DecisionPackage.objects.get(pk=package.pk)
    assert is_whole(kept)
    kept.body["pledges"][3]["sentence"]["sv"] = "Något annat"
    assert not is_whole(kept)


def test_an_incomplete_draft_is_refused_with_everything_that_is_missing(draft, preparer) -> None:
    with pytest.raises(PackageIsIncomplete) as refusal:
        compile_package(draft, by=preparer)

    assert [gap.lack for gap in refusal.value.gaps] == [Lack.TARGET] * 10
    draft.refresh_from_db()
    assert draft.state == VersionState.DRAFT
    assert not DecisionPackage.objects.exists()


def test_a_version_goes_to_the_council_once(complete, preparer) -> None:
    compile_package(complete, by=preparer)

    with pytest.raises(PackageExists):
        compile_package(complete, by=preparer)


def test_a_viewer_may_not_take_a_promise_to_the_council(complete, viewer) -> None:
    with pytest.raises(PermissionDenied):
        compile_package(complete, by=viewer)

    assert not DecisionPackage.objects.exists()


def gaps(version) -> list:
    return gaps_of(for_gate(Version.objects.filter(pk=version.pk)).get())


def lack(version, what: Lack) -> list:
    return [gap for gap in gaps(version) if gap.lack == what]


def test_a_complete_draft_lacks_nothing(complete) -> None:
    assert gaps(complete) == []


def test_an_open_synthesis_is_a_gap(complete) -> None:
    Synthesis.objects.update(state="open")

    with translation.override("fi"):
        assert [(gap.lack, gap.who) for gap in gaps(complete)] == [
            (Lack.SYNTHESIS, "osallisuuskoordinaattori")
        ]


def test_a_promise_without_a_process_lacks_its_synthesis(complete) -> None:
    complete.promise.process = None
    complete.promise.save(update_fields=["process"])
    complete.refresh_from_db()

    assert [gap.lack for gap in gaps(complete)] == [Lack.SYNTHESIS]


def test_a_missing_intent_is_a_gap_in_its_language(complete) -> None:
    complete.statement_of_intent_sv = ""
    complete.save(update_fields=["statement_of_intent_sv"])

    assert [gap.lack for gap in gaps(complete)] == [Lack.WORDING]


def test_english_is_not_demanded_but_swedish_is_in_a_bilingual_county(complete) -> None:
    Wording.objects.filter(pk=complete.wordings.first().pk).update(sentence_en="", sentence_sv="")

    assert [gap.lack for gap in gaps(complete)] == [Lack.WORDING]


def test_an_unworded_pledge_is_a_gap(complete) -> None:
    Wording.objects.filter(pk=complete.wordings.first().pk).update(
        sentence="", sentence_fi="", sentence_sv="", sentence_en=""
    )

    assert [gap.lack for gap in gaps(complete)] == [Lack.WORDING] * 2


def test_a_pledge_that_rests_on_nothing_is_a_gap(complete) -> None:
    Basis.objects.filter(wording=complete.wordings.first()).delete()

    assert [gap.lack for gap in gaps(complete)] == [Lack.BASIS]


def test_a_conclusion_nobody_answered_is_a_gap(complete) -> None:
    Disposition.objects.all().delete()

    assert [gap.lack for gap in gaps(complete)] == [Lack.DISPOSITION]


def test_a_reason_must_be_given_in_every_required_language(complete) -> None:
    Disposition.objects.update(reason_sv="")

    assert [(gap.lack, gap.languages) for gap in gaps(complete)] == [(Lack.REASON, ("sv",))]


def test_targets_need_someone_responsible_money_and_both_languages(complete) -> None:
    target = YearlyTarget.objects.first()
    YearlyTarget.objects.filter(pk=target.pk).update(
        **{
            f"{name}_{code}": ""
            for name in ("responsible", "budget_reference")
            for code in ("fi", "sv", "en")
        },
        text_sv="",
    )

    assert [gap.lack for gap in gaps(complete)] == [Lack.RESPONSIBLE, Lack.BUDGET, Lack.LANGUAGE]


def test_a_target_of_a_past_year_does_not_count(complete) -> None:
    YearlyTarget.objects.update(year=YEAR - 1)

    assert len(lack(complete, Lack.TARGET)) == 10


def test_a_target_before_the_council_does_not_change(complete, pledge, preparer) -> None:
    compile_package(complete, by=preparer)

    with pytest.raises(TargetIsDecided):
        set_target(
            pledge,
            year=YEAR,
            text=said("Muu"),
            measured_by=said("Muu"),
            responsible=said("Muu"),
            budget_reference=None,
            by=preparer,
        )
    assert pledge.yearly_targets.get().text_fi == "Vuositavoite (fi)"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(
    words=st.text(min_size=1, max_size=40).filter(lambda text: "\x00" not in text), later=st.integers(1, 5)
)
def test_nothing_in_a_package_changes_whatever_is_done_afterwards(complete, preparer, words, later) -> None:
    package = DecisionPackage.objects.first() or compile_package(complete, by=preparer)
    before = json.dumps(package.body, sort_keys=True)

    Wording.objects.update(sentence_fi=words)
    Disposition.objects.update(reason_fi=words)
    YearlyTarget.objects.update(text_sv=words)
    pledge = complete.wordings.first().pledge
    set_target(
        pledge,
        year=YEAR + later,
        text=said(words),
        measured_by=said(words),
        responsible=said(words),
        budget_reference=None,
        by=preparer,
        at=timezone.now() + timedelta(days=1),
    )

    kept = DecisionPackage.objects.get()
    assert json.dumps(kept.body, sort_keys=True) == before
    assert is_whole(kept)
    assert len(content_of(kept).pairs) == 5


def test_a_version_that_another_has_replaced_is_never_taken_to_the_council(
    complete, preparer, signed_in
) -> None:
    Version.objects.filter(pk=complete.pk).update(state=VersionState.SUPERSEDED)

    with pytest.raises(VersionIsPast):
        compile_package(complete, by=preparer)

    browser = signed_in(preparer)
    assert browser.get(reverse("decision:gate", args=[complete.public_id])).status_code == 404
    assert browser.post(reverse("decision:compile_package", args=[complete.public_id])).status_code == 404
    assert not DecisionPackage.objects.exists()
