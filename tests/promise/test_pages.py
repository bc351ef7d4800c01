"""A preparer writes a promise on pages that lose nothing, and everyone else only reads it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lupaus.counties.models import County
from lupaus.foundations.models import Goal
from lupaus.people.models import User
from lupaus.process.models import Process
from lupaus.promise import actions, queries
from lupaus.promise.models import Disposition, Pledge, ServicePromise, Version
from lupaus.promise.states import VersionState
from lupaus.synthesis.models import Conclusion
from tests.promise.test_actions import REASON


@pytest.fixture
def browser(preparer: User, signed_in: Callable[[User], Client]) -> Client:
    return signed_in(preparer)


def address(name: str, promise: ServicePromise, *more: object) -> str:
    return reverse(f"promise:{name}", args=[promise.public_id, *more])


def pledge_form(version: Version, pledge: Pledge, **values: Any) -> dict[str, Any]:
    wording = version.wordings.get(pledge=pledge)
    return {"seen": queries.stamp_of_wording(wording), "sentence_fi": "Saan apua.", **values}


# --- Beginning and reading -------------------------------------------------------------------------


def test_a_promise_is_begun_on_its_page(browser: Client, process: Process) -> None:
    assert "Palvelulupausta ei vielä ole" in browser.get(reverse("promise:promises")).content.decode()

    page = browser.post(
        reverse("promise:begin_promise"), {"title_fi": "Lupaus", "title_sv": "Löfte"}, follow=True
    )

    assert ServicePromise.objects.get().process == process
    assert "ei vielä kirjoitettu" in page.content.decode()


def test_a_name_in_one_language_is_asked_for_again(browser: Client, process: Process) -> None:
    page = browser.post(reverse("promise:begin_promise"), {"title_fi": "Lupaus"})

    assert list(page.context["form"].errors) == ["title_sv"]
    assert not ServicePromise.objects.exists()


def test_the_editor_shows_the_wheel_and_leads_to_each_pledge(
    browser: Client, promise: ServicePromise, pledge: Pledge
) -> None:
    page = browser.get(address("edit_promise", promise)).content.decode()

    assert page.count("wheel-sector--resident") == 5
    assert page.count(address("edit_pledge", promise, pledge.public_id)) == 2


def test_a_viewer_reads_and_writes_nothing(
    viewer: User, signed_in: Callable[[User], Client], promise: ServicePromise, pledge: Pledge
) -> None:
    browser = signed_in(viewer)
    page = browser.get(address("edit_promise", promise)).content.decode()

    assert address("edit_pledge", promise, pledge.public_id) not in page
    for name in ("edit_core", "freeze", "revise"):
        assert browser.get(address(name, promise)).status_code == 403
    assert browser.get(address("edit_pledge", promise, pledge.public_id)).status_code == 403
    assert browser.get(reverse("promise:begin_promise")).status_code == 403
    assert browser.get(address("dispositions", promise)).status_code == 200


def test_another_countys_promise_is_not_found(
    browser: Client, other_county: County, official: Callable[..., User]
) -> None:
    theirs = actions.begin_promise(
        other_county,
        process=None,
        segment=None,
        title={"fi": "Naapurin"},
        by=official("preparer", of=other_county),
    )

    for name in ("edit_promise", "edit_core", "dispositions", "freeze", "revise", "versions"):
        assert browser.get(address(name, theirs)).status_code == 404


# --- Writing -----------------------------------------------------------------------------------------


def test_the_core_is_written(browser: Client, promise: ServicePromise, version: Version) -> None:
    told = {"seen": queries.stamp_of_version(version), "statement_of_intent_fi": "Apua ajoissa."}

    browser.post(address("edit_core", promise), told)

    version.refresh_from_db()
    assert version.statement_of_intent_fi == "Apua ajoissa."  # type: ignore[attr-defined]


def test_a_pledge_is_written_with_points_and_basis(
    browser: Client,
    promise: ServicePromise,
    version: Version,
    pledge: Pledge,
    conclusion: Conclusion,
    goal: Goal,
) -> None:
    told = pledge_form(
        version,
        pledge,
        sentence_sv="Jag får hjälp.",
        plain_fi="Joku auttaa.",
        point_0_fi="Yksi",
        point_2_fi="Kolme",
        **{
            f"conclusion_{conclusion.pk}": "on",
            f"goal_{goal.pk}": "on",
            f"goal_note_{goal.pk}": "Sama päivä",
        },
    )

    browser.post(address("edit_pledge", promise, pledge.public_id), told)

    wording = version.wordings.get(pledge=pledge)
    assert (wording.sentence_sv, wording.plain_fi) == ("Jag får hjälp.", "Joku auttaa.")
    assert [point.text_fi for point in wording.points.all()] == ["Yksi", "Kolme"]
    assert {(one.conclusion, one.goal, one.note_fi or "") for one in wording.basis.all()} == {
        (conclusion, None, ""),
        (None, goal, "Sama päivä"),
    }


def test_two_officials_saving_at_once_lose_nothing(
    browser: Client, promise: ServicePromise, version: Version, pledge: Pledge, admin: User
) -> None:
    told = pledge_form(version, pledge, sentence_fi="Minun lauseeni.")
    wording = version.wordings.get(pledge=pledge)
    actions.word(wording, sentence={"fi": "Toisen lause."}, by=admin)

    page = browser.post(address("edit_pledge", promise, pledge.public_id), told)

    text = page.content.decode()
    assert "Minun lauseeni." in text
    assert "Toisen lause." in text
    wording.refresh_from_db()
    assert wording.sentence_fi == "Toisen lause."

    again = {**told, "seen": page.context["form"].data["seen"]}
    browser.post(address("edit_pledge", promise, pledge.public_id), again)
    wording.refresh_from_db()
    assert wording.sentence_fi == "Minun lauseeni."


def test_two_officials_writing_the_core_lose_nothing(
    browser: Client, promise: ServicePromise, version: Version, admin: User
) -> None:
    told = {"seen": queries.stamp_of_version(version), "statement_of_intent_fi": "Minun tahtoni."}
    actions.draft(version, statement_of_intent={"fi": "Toisen tahto."}, by=admin)

    text = browser.post(address("edit_core", promise), told).content.decode()

    assert "Minun tahtoni." in text
    assert "Toisen tahto." in text


def test_a_pledge_that_is_too_long_stays_in_the_form(
    browser: Client, promise: ServicePromise, version: Version, pledge: Pledge
) -> None:
    told = pledge_form(version, pledge, sentence_fi="x" * 201)

    page = browser.post(address("edit_pledge", promise, pledge.public_id), told)

    assert "x" * 201 in page.content.decode()
    assert not version.wordings.get(pledge=pledge).sentence_fi


@pytest.mark.parametrize(
    ("sentence", "answer"), [("Saan apua.", "mahtuu pyörään"), ("WMWM " * 40, "merkkiä liikaa"), (" ", "")]
)
def test_the_hint_says_whether_a_sentence_fits(
    browser: Client, promise: ServicePromise, pledge: Pledge, sentence: str, answer: str
) -> None:
    page = browser.get(
        address("fit_hint", promise, pledge.public_id, "fi"),
        {"sentence_fi": sentence},
        headers={"HX-Request": "true"},
    )

    assert answer in page.content.decode()
    assert bool(page.content.decode().strip()) is bool(answer)


def test_the_hint_alone_is_no_page(browser: Client, promise: ServicePromise, pledge: Pledge) -> None:
    answer = browser.get(address("fit_hint", promise, pledge.public_id, "fi"))

    assert answer["Location"] == address("edit_pledge", promise, pledge.public_id)


def test_a_frozen_pledge_cannot_be_opened_for_writing(
    browser: Client, promise: ServicePromise, frozen: Version, pledge: Pledge
) -> None:
    assert browser.get(address("edit_pledge", promise, pledge.public_id)).status_code == 404
    assert "Aloita uusi luonnos" in browser.get(address("edit_promise", promise)).content.decode()


# --- Dispositions ------------------------------------------------------------------------------------


def test_a_conclusion_is_answered_on_its_page(
    browser: Client, promise: ServicePromise, pledge: Pledge, conclusion: Conclusion
) -> None:
    assert "ei vielä vastausta" in browser.get(address("dispositions", promise)).content.decode()

    told = {
        "outcome": "taken",
        "reason_fi": "Näin teemme.",
        "reason_sv": "Så gör vi.",
        "pledges": [pledge.public_id],
    }
    browser.post(address("dispose", promise, conclusion.public_id), told)

    assert Disposition.objects.get().pledges.get() == pledge
    page = browser.get(address("dispositions", promise), {"outcome": "open"})
    assert page.context["rows"] == []


def test_an_answer_without_a_reason_is_refused_and_kept(
    browser: Client, promise: ServicePromise, pledge: Pledge, conclusion: Conclusion
) -> None:
    told = {"outcome": "partly", "pledges": [pledge.public_id], "reason_fi": "Osittain."}

    page = browser.post(address("dispose", promise, conclusion.public_id), told)

    assert list(page.context["form"].errors) == ["reason_sv"]
    assert page.context["form"]["pledges"].value() == [pledge.public_id]
    assert not Disposition.objects.exists()


def test_an_answer_that_contradicts_itself_is_refused(
    browser: Client, promise: ServicePromise, conclusion: Conclusion
) -> None:
    told = {"outcome": "taken", "reason_fi": "Näin teemme.", "reason_sv": "Så gör vi."}

    page = browser.post(address("dispose", promise, conclusion.public_id), told)

    assert "Nimeä lupaukset" in page.content.decode()


# --- Versions ----------------------------------------------------------------------------------------


def test_freezing_shows_what_is_missing_and_where(
    browser: Client, promise: ServicePromise, pledge: Pledge, conclusion: Conclusion
) -> None:
    page = browser.get(address("freeze", promise)).content.decode()

    assert address("edit_pledge", promise, pledge.public_id) in page
    assert address("dispose", promise, conclusion.public_id) in page
    assert address("edit_core", promise) in page
    assert "<button" not in page.split("<main")[1]


def test_an_unready_draft_is_not_frozen(browser: Client, promise: ServicePromise) -> None:
    browser.post(address("freeze", promise))

    assert promise.versions.get().state == VersionState.DRAFT


def test_a_ready_draft_is_frozen_and_revised(
    browser: Client, promise: ServicePromise, version: Version, fill: Callable[[Version], Version]
) -> None:
    fill(version)

    browser.post(address("freeze", promise))
    version.refresh_from_db()
    assert version.state == VersionState.FROZEN

    browser.post(address("revise", promise), {"reason_fi": "Syy", "reason_sv": "Orsak"})
    assert promise.versions.get(state=VersionState.DRAFT).number == 2


def test_what_changed_is_shown_word_by_word(
    browser: Client, promise: ServicePromise, frozen: Version, pledge: Pledge, preparer: User
) -> None:
    second = actions.revise(promise, reason=REASON, by=preparer)
    actions.word(
        second.wordings.get(pledge=pledge),
        sentence={"fi": "Saan apua heti.", "sv": "Jag får hjälp genast."},
        change_reason=REASON,
        by=preparer,
    )

    text = browser.get(address("version", promise, 2)).content.decode()

    assert "samana päivänä.</del>" in text
    assert "heti.</ins>" in text
    assert "Asukkaat pitivät tätä tärkeimpänä." in text
    assert "Versio 1" in browser.get(address("versions", promise)).content.decode()


# --- Queries -----------------------------------------------------------------------------------------


def queries_of(browser: Client, page: str) -> int:
    browser.get(page)
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(page).status_code == 200
    return len(captured)


def test_no_page_asks_more_when_there_is_more(
    browser: Client,
    promise: ServicePromise,
    frozen: Version,
    pledge: Pledge,
    concluded: Callable[..., Conclusion],
    preparer: User,
    county: County,
) -> None:
    second = actions.revise(promise, reason=REASON, by=preparer)
    wording, first = second.wordings.get(pledge=pledge), concluded()
    actions.dispose(promise, conclusion=first, outcome="taken", reason=REASON, pledges=[pledge], by=preparer)
    pages = [
        reverse("promise:promises"),
        address("edit_promise", promise),
        address("edit_core", promise),
        address("edit_pledge", promise, pledge.public_id),
        address("dispositions", promise),
        address("dispose", promise, first.public_id),
        address("freeze", promise),
        address("versions", promise),
        address("version", promise, 2),
    ]
    with_one = {page: queries_of(browser, page) for page in pages}

    for number in range(2):
        more = concluded()
        actions.dispose(
            promise, conclusion=more, outcome="taken", reason=REASON, pledges=[pledge], by=preparer
        )
        actions.word(
            wording,
            sentence={"fi": f"Lause {number}"},
            points=[{"fi": f"Kohta {row}"} for row in range(number + 2)],
            by=preparer,
        )
        actions.begin_promise(county, process=None, segment=None, title={"fi": "Muu"}, by=preparer)

    assert {page: queries_of(browser, page) for page in pages} == with_one
    assert {page: count for page, count in with_one.items() if count > 12} == {}
