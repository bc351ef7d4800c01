"""What residents see: what is public, in their language, and nothing that is not."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from lupaus.counties.models import County
from lupaus.participation.models import Contribution
from lupaus.promise.models import Pledge, PledgePair, Version, Wording
from lupaus.synthesis.models import Conclusion
from tests.conftest import NOW
from tests.threads import CODE, QUOTED, TEXT, Thread, followed_indicator

MOST_QUERIES = 12


def whole_wheel(thread: Thread) -> None:
    """Give the promise its other nine pledges."""
    promise = thread.pledge.pair.promise
    for perspective in ("availability", "accessibility", "quality", "effectiveness", "integration"):
        pair, _new = PledgePair.objects.get_or_create(promise=promise, perspective=perspective)
        for viewpoint in ("resident", "organiser"):
            one, _new = Pledge.objects.get_or_create(pair=pair, viewpoint=viewpoint)
            for version in promise.versions.all():
                Wording.objects.get_or_create(
                    version=version, pledge=one, defaults={"sentence_fi": "Lupaamme."}
                )


def pages(thread: Thread) -> dict[str, str]:
    promise = thread.pledge.pair.promise
    return {
        "home": reverse("publication:home"),
        "promises": reverse("publication:promises"),
        "promise": reverse("publication:promise", args=[promise.public_id]),
        "pledge": reverse("publication:pledge", args=[thread.pledge.public_id]),
        "contribution": reverse("publication:contribution", args=[thread.contribution.public_id]),
        "conclusion": reverse("publication:conclusion", args=[thread.conclusion.public_id]),
        "decisions": reverse("publication:decisions"),
        "decision": reverse("publication:decision", args=[thread.decision.public_id]),
        "follow_up": reverse("publication:follow_up"),
        "indicator": reverse("publication:indicator", args=[thread.indicator.public_id]),
        "receipt": reverse("publication:receipt", args=[CODE]),
        "find_receipt": reverse("publication:find_receipt"),
        "glossary": reverse("publication:glossary"),
        "method": reverse("publication:method"),
    }


NAMES = [
    "home",
    "promises",
    "promise",
    "pledge",
    "contribution",
    "conclusion",
    "decisions",
    "decision",
    "follow_up",
    "indicator",
    "receipt",
    "find_receipt",
    "glossary",
    "method",
]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_public_page_opens_in_every_language(
    client: Client, thread: Thread, name: str, language: str
) -> None:
    whole_wheel(thread)
    with translation.override(language):
        address = pages(thread)[name]

    response = client.get(address)

    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.content.decode()


@pytest.mark.parametrize("name", NAMES)
def test_no_public_page_asks_the_database_much_or_more_with_more_rows(
    client: Client, county: County, thread: Thread, name: str
) -> None:
    whole_wheel(thread)
    address = pages(thread)[name]
    client.get(address)

    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(3):
        followed_indicator(county, thread.pledge, code=f"more-{number}")
        more_evidence(thread, number)
    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(few) <= MOST_QUERIES, [query["sql"][:90] for query in few]
    assert len(many) == len(few)


def more_evidence(thread: Thread, number: int) -> None:
    """Another quote of the same words under the same conclusion."""
    quote = thread.contribution.quotes.create(
        start=number, end=number + 4, text=TEXT[number : number + 4], quoted_at=NOW
    )
    thread.conclusion.evidence.create(quote=quote)


def test_a_receipt_shows_every_step_with_its_reason(client: Client, thread: Thread) -> None:
    text = client.get(reverse("publication:receipt", args=[CODE])).content.decode()

    for told in (
        TEXT,
        "Luettu ja julkaistu",
        "Puhelinjono",
        "Puhelimeen pitää päästä samana päivänä.",
        "Moni kertoi samasta.",
        "Saan yhteyden samana päivänä.",
        "§ 42",
        "Vastaamme 90 prosenttiin",
        "Takaisinsoitto käyttöön",
        "Samana päivänä vastatut puhelut",
        "Palkkaamme kaksi vastaajaa.",
        "Sijaisia ei saatu.",
    ):
        assert told in text


@pytest.mark.parametrize("typed", ["ABCD-2345-WXYZ", "abcd2345wxyz", " abcd 2345 wxyz "])
def test_a_receipt_is_found_however_its_code_is_typed(client: Client, thread: Thread, typed: str) -> None:
    response = client.get(reverse("publication:find_receipt"), {"code": typed}, follow=True)

    assert QUOTED in response.content.decode()


def test_a_wrong_code_is_told_and_kept_in_the_form(client: Client, thread: Thread) -> None:
    response = client.get(reverse("publication:find_receipt"), {"code": "abcd-9999-wxyz"})

    text = response.content.decode()
    assert response.status_code == 200
    assert "Millään kuitilla ei ole tätä koodia" in text
    assert 'value="abcd-9999-wxyz"' in text


def test_a_neighbouring_county_does_not_open_the_receipt(
    client: Client, other_county: County, thread: Thread
) -> None:
    response = client.get(reverse("publication:receipt", args=[CODE]), headers={"host": "naapuri.example"})

    assert response.status_code in (302, 400)


def hide(contribution: Contribution) -> None:
    contribution.moderation = "hidden"
    contribution.moderation_reason_fi = "Nimeää ihmisen."
    contribution.save(update_fields=["moderation", "moderation_reason", "moderation_reason_fi"])


def test_a_hidden_contribution_has_no_public_page(client: Client, thread: Thread) -> None:
    hide(thread.contribution)

    assert client.get(pages(thread)["contribution"]).status_code == 404
    assert QUOTED not in client.get(pages(thread)["conclusion"]).content.decode()


def test_an_unsigned_conclusion_has_no_public_page(client: Client, thread: Thread) -> None:
    Conclusion.objects.update(state="draft", signed_off_at=None)

    assert client.get(pages(thread)["conclusion"]).status_code == 404


def test_a_draft_promise_is_not_public(client: Client, thread: Thread) -> None:
    Version.objects.filter(number=1).delete()
    Version.objects.update(state="draft")

    assert client.get(pages(thread)["promise"]).status_code == 404
    assert "Saan yhteyden" not in client.get(reverse("publication:home")).content.decode()


def test_an_empty_county_still_has_a_front_page(client: Client, county: County) -> None:
    response = client.get(reverse("publication:home"))

    assert response.status_code == 200
    assert "Lupausta ei ole vielä tehty" in response.content.decode()


def test_a_text_only_in_finnish_says_so_on_a_swedish_page(client: Client, thread: Thread) -> None:
    with translation.override("sv"):
        address = pages(thread)["pledge"]

    text = client.get(address).content.decode()

    assert '<span lang="fi">Saan yhteyden samana päivänä.</span>' in text
    assert '<span lang="fi">suomi</span>' in text


def test_the_wheel_is_a_picture_file_of_the_real_promise(client: Client, thread: Thread) -> None:
    whole_wheel(thread)

    response = client.get(reverse("publication:wheel_file", args=[thread.pledge.pair.promise.public_id]))

    assert response["Content-Type"].startswith("image/svg+xml")
    assert "Saan yhteyden samana päivänä." in response.content.decode()


def test_the_empty_wheel_is_a_picture_file(client: Client, county: County) -> None:
    response = client.get(reverse("publication:empty_wheel"))

    assert response["Content-Type"].startswith("image/svg+xml")
    assert 'width="420mm" height="297mm"' in response.content.decode()


def test_pages_name_the_same_page_in_the_other_languages(client: Client, thread: Thread) -> None:
    address = pages(thread)["pledge"]

    text = client.get(address).content.decode()

    assert f'href="/sv{address}"' in text
    assert f'href="/en{address}"' in text
