"""Officials' pages on following the promise."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lupaus.monitoring.models import CorrectiveAction, Indicator, Observation, ObservationPreview
from tests.monitoring.conftest import observe
from tests.promised import texts

FILE = "mittari;päivä;arvo\nphone;2024;62,5\nphone;2025;59\n"


def sent(content: str | bytes, name: str = "luvut.csv") -> dict[str, SimpleUploadedFile]:
    body = content.encode() if isinstance(content, str) else content
    return {"file": SimpleUploadedFile(name, body, content_type="text/csv")}


def test_a_file_is_looked_at_confirmed_and_judged(county, indicator, responder, signed_in) -> None:
    browser = signed_in(responder)

    looked_at = browser.post(reverse("monitoring:import_observations"), sent(FILE))
    page = browser.get(looked_at.url).content.decode()
    assert "Uusia lukuja</dt><dd>2<" in page
    assert not Observation.objects.exists()

    kept = ObservationPreview.objects.get()
    address = reverse("monitoring:confirm_observations", args=[kept.public_id])
    page = browser.post(address, {"digest": kept.digest}, follow=True).content.decode()

    assert "Luvut on tuotu: 2 uutta tai muuttunutta." in page
    assert "Tilanne on huonompi kuin alussa" in page
    assert "badge--worse" in page
    assert not ObservationPreview.objects.exists()


def test_a_preview_with_rows_to_mend_has_no_button_to_take_in(
    county, indicator, responder, signed_in
) -> None:
    browser = signed_in(responder)

    looked_at = browser.post(reverse("monitoring:import_observations"), sent(FILE + "kela;2025;1\n"))
    page = browser.get(f"/sv{looked_at.url}").content.decode()

    assert "Importera siffrorna" not in page
    assert "Rader att rätta" in page
    kept = ObservationPreview.objects.get()
    browser.post(reverse("monitoring:confirm_observations", args=[kept.public_id]), {"digest": kept.digest})
    assert not Observation.objects.exists()


def test_only_the_file_that_was_looked_at_is_taken_in(county, indicator, responder, signed_in) -> None:
    browser = signed_in(responder)
    browser.post(reverse("monitoring:import_observations"), sent(FILE))
    kept = ObservationPreview.objects.get()

    browser.post(reverse("monitoring:confirm_observations", args=[kept.public_id]), {"digest": "0" * 64})

    assert not Observation.objects.exists()


def test_a_file_that_cannot_be_read_is_refused_beside_its_field(indicator, responder, signed_in) -> None:
    page = signed_in(responder).post(reverse("monitoring:import_observations"), sent("")).content.decode()

    assert "Tiedosto on tyhjä." in page
    assert 'href="#id_file"' in page


def test_a_file_announced_as_two_gigabytes_is_turned_away_unread(indicator, responder, signed_in) -> None:
    answer = signed_in(responder).post(
        reverse("monitoring:import_observations"), sent(FILE), CONTENT_LENGTH=str(2 * 1024**3)
    )

    assert answer.status_code == 413
    assert "Tiedosto on liian suuri" in answer.content.decode()


def test_the_example_file_can_be_brought_back_as_it_is_filled(indicator, responder, signed_in) -> None:
    browser = signed_in(responder)
    example = browser.get(reverse("monitoring:example_file")).content.decode("utf-8-sig")

    assert example.splitlines()[0] == "mittari;päivä;arvo;alue;tila;huomautus"
    filled = example.replace(";;;;", ";71,5;;;")
    looked_at = browser.post(reverse("monitoring:import_observations"), sent(filled))
    assert "Uusia lukuja</dt><dd>1<" in browser.get(looked_at.url).content.decode()


def test_a_sixth_key_indicator_is_refused_with_a_sentence(county, preparer, signed_in) -> None:
    for number in range(5):
        Indicator.objects.create(county=county, code=str(number), kind="outcome", direction="up", is_key=True)
    words = texts("name", "unit", "source")
    given = {"code": "six", "kind": "outcome", "direction": "up", "decimals": 1, "stale_after_days": 400}

    page = signed_in(preparer).post(
        reverse("monitoring:define_indicator"), {**words, **given, "is_key": "on"}
    )

    assert "Avainmittareita on jo 5." in page.content.decode()
    assert Indicator.objects.count() == 5


def test_an_indicator_is_defined_and_leads_to_its_path(county, pledge, preparer, signed_in) -> None:
    words = texts("name", "unit", "source")
    given = {"code": "queue", "kind": "outcome", "direction": "down", "decimals": 0, "stale_after_days": 90}

    answer = signed_in(preparer).post(
        reverse("monitoring:define_indicator"), {**words, **given, "pledges": [pledge.public_id]}
    )

    made = Indicator.objects.get()
    assert answer.url == reverse("monitoring:set_path", args=[made.public_id])
    assert list(made.pledges.all()) == [pledge]


def test_an_indicator_is_mended_and_keeps_its_code_and_direction(indicator, preparer, signed_in) -> None:
    words = texts("name", "unit", "source")
    given = {"code": "other", "kind": "outcome", "direction": "down", "decimals": 2, "stale_after_days": 30}

    signed_in(preparer).post(
        reverse("monitoring:edit_indicator", args=[indicator.public_id]), {**words, **given, "is_key": "on"}
    )

    indicator.refresh_from_db()
    assert (indicator.code, indicator.direction, indicator.kind, indicator.is_key) == (
        "phone",
        "up",
        "outcome",
        True,
    )


def test_a_path_is_written_with_decimal_commas(indicator, preparer, signed_in) -> None:
    address = reverse("monitoring:set_path", args=[indicator.public_id])
    given = {"baseline": "60,5", "baseline_on": "2026-01-01", "on_1": "2027-12-31", "value_1": "82,25"}

    signed_in(preparer).post(address, given)

    indicator.refresh_from_db()
    assert (indicator.baseline, indicator.path.get().value) == (Decimal("60.5"), Decimal("82.25"))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"value_1": "50"}, "Tavoite on huonompi kuin lähtötilanteen luku."),
        ({"on_1": "2026-01-01"}, "Tavoite on lähtöpäivänä tai ennen sitä."),
        ({"value_2": "90"}, "Valitse päivä, johon mennessä luku saavutetaan."),
        ({"on_2": "2028-01-01"}, "Kirjoita luku, joka saavutetaan tänä päivänä"),
        ({"baseline": "paljon"}, "Kirjoita luku, esimerkiksi 12,5."),
    ],
)
def test_a_path_that_cannot_be_is_asked_again(indicator, preparer, signed_in, changes, message) -> None:
    given = {"baseline": "60", "baseline_on": "2026-01-01", "on_1": "2027-12-31", "value_1": "80"}
    address = reverse("monitoring:set_path", args=[indicator.public_id])

    page = signed_in(preparer).post(address, {**given, **changes}).content.decode()

    assert message in page
    assert indicator.path.get().on == date(2026, 1, 1)


def test_a_finding_and_its_effect_are_written_on_pages(indicator, responder, signed_in) -> None:
    observe(indicator, date(2025, 3, 1), 55)
    browser = signed_in(responder)
    words = texts("finding", "cause", "action", "responsible")

    browser.post(
        reverse("monitoring:raise_finding", args=[indicator.public_id]), {**words, "due_on": "2099-01-01"}
    )
    action = CorrectiveAction.objects.get()
    browser.post(reverse("monitoring:check_effect", args=[action.public_id]), texts("effect"))

    page = browser.get(reverse("monitoring:indicator", args=[indicator.public_id])).content.decode()
    assert "Finding (fi)" in page
    assert "Effect (fi)" in page
    assert "<svg" in page


def test_figures_of_areas_stand_apart(indicator, area, viewer, signed_in) -> None:
    observe(indicator, date(2025, 3, 1), 75)
    observe(indicator, date(2025, 3, 1), 10, area=area)

    page = signed_in(viewer).get(reverse("monitoring:indicator", args=[indicator.public_id])).content.decode()

    totals, areas = page.split("Luvut alueittain", 1)
    assert "10,0" not in totals
    assert "10,0" in areas


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_ask_the_database_equally_often(
    county, indicator, pledge, preparer, signed_in, count
) -> None:
    first = indicator.public_id
    indicator.pledges.add(pledge)
    for number in range(count):
        observe(indicator, date(2025, 3, 1 + number), 75)
    for number in range(1, count):
        Indicator.objects.create(
            county=county, code=f"other{number}", kind="outcome", direction="up", is_key=True
        )
    browser = signed_in(preparer)

    asked = {}
    for name, address in {
        "indicators": reverse("monitoring:indicators"),
        "indicator": reverse("monitoring:indicator", args=[first]),
    }.items():
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200
        asked[name] = len(queries)
    assert asked == {"indicators": 7, "indicator": 12}
