"""Officials' pages on the way to the council: what is seen, who is turned away, how much is asked."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from lupaus.decision.actions import compile_package, decide
from lupaus.decision.models import DecisionPackage, YearlyTarget
from lupaus.promise.models import Disposition
from tests.promised import YEAR, texts

TARGET_TEXTS = ("text", "measured_by", "responsible", "budget_reference")


def test_the_gate_names_each_gap_who_mends_it_and_where(draft, viewer, signed_in) -> None:
    page = signed_in(viewer).get(reverse("decision:gate", args=[draft.public_id])).content.decode()

    assert page.count("Lupauksella ei ole vuositavoitetta.") == 20
    assert "10 asiaa puuttuu." in page
    assert "Korjaaja: valmistelija." in page
    first = draft.wordings.order_by("pledge__pair__order").first().pledge
    assert reverse("decision:set_target", args=[first.public_id, YEAR + 1]) in page
    assert "Sinetöi paketti" not in page


def test_a_complete_draft_can_be_sealed_and_its_package_printed(complete, preparer, signed_in) -> None:
    browser = signed_in(preparer)
    assert (
        "Sinetöi paketti" in browser.get(reverse("decision:gate", args=[complete.public_id])).content.decode()
    )

    answer = browser.post(reverse("decision:compile_package", args=[complete.public_id]))

    package = DecisionPackage.objects.get()
    assert answer.url == reverse("decision:package", args=[package.public_id])
    page = browser.get(f"/sv{answer.url}").content.decode()
    assert package.sha256 in page
    assert "inget har ändrats sedan förseglingen" in page
    assert "Lause availability resident (sv)" in page


def test_sealing_an_incomplete_draft_shows_the_gaps(draft, preparer, signed_in) -> None:
    answer = signed_in(preparer).post(reverse("decision:compile_package", args=[draft.public_id]))

    assert answer.status_code == 409
    assert "Lupauksella ei ole vuositavoitetta." in answer.content.decode()
    assert not DecisionPackage.objects.exists()


def test_the_gate_of_a_sealed_version_leads_to_its_package(complete, preparer, signed_in) -> None:
    package = compile_package(complete, by=preparer)

    answer = signed_in(preparer).get(reverse("decision:gate", args=[complete.public_id]))

    assert answer.url == reverse("decision:package", args=[package.public_id])


def test_a_tampered_package_is_told_apart(complete, preparer, signed_in) -> None:
    package = compile_package(complete, by=preparer)
    package.body["promise"]["title"]["fi"] = "Toinen"
    package.save(update_fields=["body"])

    page = signed_in(preparer).get(reverse("decision:package", args=[package.public_id])).content.decode()
    assert "sisältö ei vastaa sinettiä" in page


def test_a_target_is_written_in_three_languages(draft, pledge, preparer, signed_in) -> None:
    address = reverse("decision:set_target", args=[pledge.public_id, YEAR])

    answer = signed_in(preparer).post(address, texts(*TARGET_TEXTS))

    assert answer.status_code == 302
    target = YearlyTarget.objects.get()
    assert (target.text_fi, target.text_sv, target.set_by) == ("Text (fi)", "Text (sv)", preparer)


def test_a_target_without_swedish_is_asked_again_and_keeps_what_was_written(
    draft, pledge, preparer, signed_in
) -> None:
    address = reverse("decision:set_target", args=[pledge.public_id, YEAR])

    page = signed_in(preparer).post(address, {**texts(*TARGET_TEXTS), "text_sv": ""}).content.decode()

    assert 'href="#id_text_sv"' in page
    assert "Measured_by (fi)" in page
    assert not YearlyTarget.objects.exists()


def test_a_year_nobody_plans_for_is_not_found(draft, pledge, preparer, signed_in) -> None:
    assert (
        signed_in(preparer).get(f"/desk/decision/pledges/{pledge.public_id}/targets/1999/").status_code == 404
    )


def test_the_decision_is_recorded_on_a_page(complete, preparer, decision_maker, signed_in) -> None:
    package = compile_package(complete, by=preparer)
    sent = {"outcome": "approved", "decided_on": timezone.localdate().isoformat(), "section": "47"}

    answer = signed_in(decision_maker).post(reverse("decision:decide", args=[package.public_id]), sent)

    assert answer.status_code == 302
    page = signed_in(decision_maker).get(answer.url).content.decode()
    assert "aluevaltuusto" in page
    assert "§ 47" in page


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"decided_on": (timezone.localdate() + timedelta(days=2)).isoformat()},
            "Tämä päivä on vasta tulossa.",
        ),
        ({"decided_on": "2020-01-01"}, "Paketti sinetöitiin"),
        ({"outcome": ""}, "Valitse, mitä päätettiin."),
    ],
)
def test_a_decision_that_cannot_be_is_asked_again(complete, preparer, signed_in, changes, message) -> None:
    package = compile_package(complete, by=preparer)
    sent = {"outcome": "approved", "decided_on": timezone.localdate().isoformat(), "section": "47", **changes}

    page = (
        signed_in(preparer).post(reverse("decision:decide", args=[package.public_id]), sent).content.decode()
    )

    assert message in page
    assert 'value="47"' in page
    package.refresh_from_db()
    assert package.state == "frozen"


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_ask_the_database_equally_often_however_many_rows_there_are(
    complete, preparer, decision_maker, signed_in, count
) -> None:
    for year in range(1, count):
        for target in list(YearlyTarget.objects.filter(year=YEAR)):
            target.pk, target.public_id, target.year = None, f"{target.public_id}{year}", YEAR + year
            target.save(force_insert=True)
    Disposition.objects.update(reason_sv="Orsak")
    browser = signed_in(preparer)
    most = {"decisions": 10, "targets": 10, "gate": 12, "package": 6}
    pages = {
        "decisions": reverse("decision:decisions"),
        "targets": reverse("decision:targets", args=[complete.promise.public_id]),
        "gate": reverse("decision:gate", args=[complete.public_id]),
    }
    asked = {name: questions(browser, address) for name, address in pages.items()}
    package = compile_package(complete, by=preparer)
    decide(package, outcome="approved", decided_on=timezone.localdate(), section="1", by=decision_maker)
    asked["package"] = questions(browser, reverse("decision:package", args=[package.public_id]))

    assert {name: number for name, number in asked.items() if number > most[name]} == {}


def questions(browser, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)
