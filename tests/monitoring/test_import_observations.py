"""Figures come in from a file, exactly as they were looked at, or not at all."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from lupaus.journal.models import Event
from lupaus.monitoring.actions import (
    NothingToTakeIn,
    PreviewHasRefusals,
    PreviewIsOutdated,
    import_observations,
    keep_preview,
)
from lupaus.monitoring.models import Observation, ObservationImport, ObservationPreview
from lupaus.monitoring.queries import FileRefused, Preview, number_in, number_text, preview_observations
from tests.monitoring.conftest import observe

TODAY = date(2026, 11, 21)


def look(county, content: str | bytes, *, name: str = "luvut.csv") -> Preview:
    file = BytesIO(content.encode() if isinstance(content, str) else content)
    file.name = name
    with translation.override("fi"):
        return preview_observations(county, file, today=TODAY)


def outcomes(preview: Preview) -> list[str]:
    return [row.outcome for row in preview.rows]


def workbook(*rows: list[object], percent: bool = False) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if percent:
        book.active["C2"].number_format = "0.0%"
    written = BytesIO()
    book.save(written)
    return written.getvalue()


# --- What is understood -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        "indicator,date,value\nphone,2025-12-31,62.5\n",
        "mittari;päivä;arvo\nphone;31.12.2025;62,5\n",
        "\ufeffmittari;vuosi;arvo\r\nphone;2025;62,5\r\n",
        "Mätare;Datum;Värde\nPhone;31.12.2025;62,5 %\n",
        "mittari\tpvm\tluku\nPuhelut (fi)\t2025-12\t62,5\n",
        'indicator,date,value\n\n"phone",2025-12-31,"62,5"\n\n',
    ],
)
def test_a_file_may_be_written_in_many_ways(county, indicator, content) -> None:
    preview = look(county, content)

    assert [(row.indicator, row.on, row.value) for row in preview.rows] == [
        ("phone", date(2025, 12, 31), Decimal("62.5"))
    ]
    assert outcomes(preview) == ["new"]


def test_a_workbook_is_read_with_its_dates_and_numbers(county, indicator) -> None:
    content = workbook(["mittari", "päivä", "arvo"], ["phone", datetime(2025, 12, 31), 62.5])

    assert [(row.on, row.value) for row in look(county, content).rows] == [
        (date(2025, 12, 31), Decimal("62.5"))
    ]


def test_a_share_shown_as_per_cent_in_a_workbook_is_read_as_per_cent(county, indicator) -> None:
    content = workbook(["mittari", "vuosi", "arvo"], ["phone", 2025, 0.625], percent=True)

    assert look(county, content).rows[0].value == Decimal("62.5")


def test_states_areas_and_notes_are_read_in_any_language(county, indicator, area) -> None:
    preview = look(
        county,
        "mittari;vuosi;arvo;alue;tila;huomautus;anmärkning\n"
        "phone;2024;;;ei saatavilla;Järjestelmä vaihtui;Systemet byttes\n"
        "phone;2024;70;Norra;preliminär;;\n",
    )

    assert outcomes(preview) == ["new", "new"]
    assert [(row.state, row.area) for row in preview.rows] == [
        ("not_available", ""),
        ("preliminary", area.public_id),
    ]
    assert preview.rows[0].notes == (("note_fi", "Järjestelmä vaihtui"), ("note_sv", "Systemet byttes"))


def test_an_unknown_column_is_left_out_and_said(county, indicator) -> None:
    assert look(county, "mittari;vuosi;arvo;väri\nphone;2025;1;punainen\n").left_out == ("väri",)


# --- What is refused, row by row ----------------------------------------------------------------------

ROWS = [
    (";2025;1;;", "Mittari puuttuu. Kirjoita riville mittarin tunnus."),
    ("kela;2025;1;;", "Mittaria ”kela” ei ole. Tarkista tunnus tai määrittele mittari ensin."),
    (
        "phone;2025;1;Kuu;",
        "Aluetta ”Kuu” ei ole. Tarkista nimi; jätä solu tyhjäksi, jos luku koskee koko hyvinvointialuetta.",
    ),
    ("phone;;1;;", "Päivä puuttuu. Kirjoita se muodossa 31.12.2025, 2025-12-31 tai 2025."),
    (
        "phone;31.2.2025;1;;",
        "Emme ymmärrä päivää ”31.2.2025”. Kirjoita se muodossa 31.12.2025, 2025-12-31 tai 2025.",
    ),
    (
        "phone;12/31/2025;1;;",
        "Emme ymmärrä päivää ”12/31/2025”. Kirjoita se muodossa 31.12.2025, 2025-12-31 tai 2025.",
    ),
    (
        "phone;2026;1;;",
        "Päivä ”2026” on vasta tulossa. Kirjoita päivä, jona luku mitattiin; vuosi tarkoittaa sen viimeistä päivää.",
    ),
    ("phone;2025;1.234,5;;", "Emme ymmärrä lukua ”1.234,5”. Kirjoita se muodossa 1234,5 tai 1234.5."),
    ("phone;2025;paljon;;", "Emme ymmärrä lukua ”paljon”. Kirjoita se muodossa 1234,5 tai 1234.5."),
    ("phone;2025;NaN;;", "Emme ymmärrä lukua ”NaN”. Kirjoita se muodossa 1234,5 tai 1234.5."),
    ("phone;2025;;;", "Luku puuttuu. Kirjoita se tai merkitse tilaksi ”ei saatavilla”."),
    (
        "phone;2025;1;;ei saatavilla",
        "Tilan mukaan lukua ei ole, mutta rivillä on luku. Jätä vain se, joka pitää paikkansa.",
    ),
    (
        "phone;2025;1;;hyvä",
        "”hyvä” ei ole tila. Jätä solu tyhjäksi tai kirjoita jokin näistä: saatavilla, ei saatavilla, toinen taho "
        "ilmoittaa, sarja katkennut, ennakkotieto.",
    ),
    (
        "phone;2025;1;;;ylimääräinen",
        "Rivillä on enemmän soluja kuin otsikoita. Jos luvussa on desimaalipilkku, erota sarakkeet puolipisteillä.",
    ),
]


@pytest.mark.parametrize(("row", "problem"), ROWS)
def test_a_row_that_cannot_be_taken_in_says_what_to_mend(county, indicator, row, problem) -> None:
    preview = look(county, f"mittari;päivä;arvo;alue;tila\nphone;2024;60;;\n{row}\n")

    assert [(refused.number, refused.problem) for refused in preview.of("refused")] == [(3, problem)]
    assert not preview.is_clean


def test_what_to_mend_is_said_in_the_language_of_whoever_reads_it(county, indicator) -> None:
    preview = Preview.from_json(look(county, "mittari;päivä;arvo;tila\nphone;2025;1;hyvä\n").as_json())

    with translation.override("sv"):
        assert preview.rows[0].problem == (
            "”hyvä” är inget läge. Lämna cellen tom eller skriv något av dessa: tillgänglig, inte tillgänglig, "
            "rapporteras av någon annan, avbrott i serien, preliminär."
        )


def test_the_same_figure_twice_names_the_earlier_row(county, indicator) -> None:
    preview = look(county, "mittari;päivä;arvo\nphone;2025;60\nphone;31.12.2025;61\n")

    assert [row.problem for row in preview.of("refused")] == [
        "Rivi 2 antaa jo saman päivän luvun. Jätä vain toinen."
    ]


# --- Files that cannot be read at all -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Tiedosto on tyhjä."),
        (b" \n\n", "Tiedosto on tyhjä."),
        ("mittari;päivä;arvo\n", "Tiedostossa on otsikot mutta ei lukuja."),
        (
            "nimi;summa\nphone;1\n",
            "Riviltä 1 puuttuvat nämä sarakkeet: mittari, päivä tai vuosi, arvo.",
        ),
        ("mittari;päivä;vuosi;arvo\nphone;2025;2025;1\n", "Kaksi saraketta tarkoittaa samaa."),
        (
            "mittari;päivä;arvo;huomautus\nphone;2025;1;hyvä\n".encode("cp1252"),
            "Rivillä 1 on kirjaimia, jotka eivät ole UTF-8-muotoa",
        ),
        ("mittari;päivä;arvo\nphone;2025;1\n".encode("utf-16"), "Tiedosto ei ole UTF-8-tekstiä."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Tämä on vanha Excel-tiedosto (.xls)."),
        (b"PK\x03\x04 not a workbook", "Excel-tiedosto ei aukea."),
        ('mittari;päivä;arvo\n"phone;2025;1\n', "Riviä 2 ei voi lukea: lainausmerkki"),
    ],
)
def test_a_file_that_cannot_be_read_says_how_to_mend_it(county, indicator, content, message) -> None:
    with pytest.raises(FileRefused) as refusal:
        look(county, content)

    assert str(refusal.value).startswith(message)


def test_a_file_larger_than_ten_megabytes_is_refused(county, indicator) -> None:
    with pytest.raises(FileRefused, match="yli 10 megatavua"):
        look(county, b"mittari;vuosi;arvo\n" + b"phone;2025;1\n" * 900_000)


def test_a_file_with_too_many_rows_is_refused(county, indicator) -> None:
    with pytest.raises(FileRefused, match="yli 20000 riviä"):
        look(county, "mittari;vuosi;arvo\n" + "phone;2025;1\n" * 20_001)


# --- Taking in ----------------------------------------------------------------------------------------

FILE = "mittari;päivä;arvo;huomautus\nphone;2024;62,5;ensimmäinen\nphone;2025;59;\n"


def test_what_was_looked_at_is_taken_in_exactly(county, indicator, responder) -> None:
    preview = look(county, FILE)

    taken = import_observations(county, preview=preview, by=responder)

    rows = indicator.observations.order_by("on").values_list("on", "value", "note_fi", "taken_in")
    assert list(rows) == [
        (date(2024, 12, 31), Decimal("62.5"), "ensimmäinen", taken.pk),
        (date(2025, 12, 31), Decimal(59), "", taken.pk),
    ]
    assert (taken.rows, taken.file_name, taken.sha256) == (2, "luvut.csv", preview.sha256)
    assert Event.objects.filter(kind="monitoring.observations_imported").count() == 1
    assert Event.objects.filter(kind="monitoring.judgement_changed").count() == 1


def test_the_same_file_again_changes_nothing(county, indicator, responder) -> None:
    import_observations(county, preview=look(county, FILE), by=responder)
    before = list(Observation.objects.values())

    again = look(county, FILE)

    assert outcomes(again) == ["same", "same"]
    with pytest.raises(NothingToTakeIn):
        import_observations(county, preview=again, by=responder)
    assert list(Observation.objects.values()) == before
    assert ObservationImport.objects.count() == 1


def test_a_changed_figure_is_shown_with_what_it_was_and_kept_in_the_journal(
    county, indicator, responder
) -> None:
    import_observations(county, preview=look(county, FILE), by=responder)

    preview = look(county, FILE.replace("62,5", "63,5"))
    assert [(row.outcome, row.before) for row in preview.rows] == [
        ("changed", Decimal("62.5")),
        ("same", Decimal(59)),
    ]
    import_observations(county, preview=preview, by=responder)

    assert indicator.observations.get(on=date(2024, 12, 31)).value == Decimal("63.5")
    told = Event.objects.filter(kind="monitoring.observations_imported").last().detail.body
    assert told["changed"] == [["phone", "", "2024-12-31", "62.5000", "63.5000"]]


def test_an_area_and_the_county_keep_their_own_figures(county, indicator, area, responder) -> None:
    observe(indicator, date(2025, 12, 31), 70)

    preview = look(county, "mittari;vuosi;arvo;alue\nphone;2025;40;Pohjoinen\n")
    import_observations(county, preview=preview, by=responder)

    assert outcomes(preview) == ["new"]
    assert indicator.observations.get(area=None).value == 70
    assert indicator.observations.get(area=area).value == 40


def test_nothing_is_half_imported(county, indicator, responder) -> None:
    preview = look(county, FILE + "phone;huomenna;1;\n")

    with pytest.raises(PreviewHasRefusals):
        import_observations(county, preview=preview, by=responder)
    assert not Observation.objects.exists()
    assert not ObservationImport.objects.exists()


def test_figures_that_changed_meanwhile_are_not_overwritten_unseen(county, indicator, responder) -> None:
    preview = look(county, FILE)
    observe(indicator, date(2025, 12, 31), 77)

    with pytest.raises(PreviewIsOutdated):
        import_observations(county, preview=preview, by=responder)
    assert indicator.observations.get().value == 77


def test_a_viewer_brings_nothing(county, indicator, viewer) -> None:
    with pytest.raises(PermissionDenied):
        import_observations(county, preview=look(county, FILE), by=viewer)

    assert not Observation.objects.exists()


def test_another_countys_indicator_is_unknown(county, other_county, indicator) -> None:
    indicator.county = other_county
    indicator.save(update_fields=["county"])

    assert outcomes(look(county, FILE)) == ["refused", "refused"]


def test_a_kept_preview_is_the_same_when_read_again(county, indicator, area, responder) -> None:
    preview = look(county, FILE + "phone;2023;;Pohjoinen\n")

    kept = keep_preview(county, preview=preview, by=responder)

    again = Preview.from_json(ObservationPreview.objects.get(pk=kept.pk).body)
    assert again == preview
    assert again.digest == kept.digest


def test_a_person_keeps_one_preview_at_a_time(county, indicator, responder) -> None:
    keep_preview(county, preview=look(county, FILE), by=responder)
    keep_preview(county, preview=look(county, FILE), by=responder)

    assert ObservationPreview.objects.count() == 1


# --- Numbers ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12", "12"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234\u00a0567", "1234567"),
        ("−3,25", "-3.25"),
        ("85 %", "85"),
        ("0,00004", "0.0000"),
    ],
)
def test_numbers_are_read_the_way_people_write_them(written, number) -> None:
    assert number_in(written) == Decimal(number)


@pytest.mark.parametrize(
    "written", ["", "1.234,5", "12,5,6", "1 23", "inf", "1e9", "12 euroa", "1" * 20, "٣"]
)
def test_a_number_that_can_be_read_in_two_ways_or_none_is_not_read(written) -> None:
    assert number_in(written) is None


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_a_number_we_write_is_a_number_we_read(number) -> None:
    for language in ("fi", "sv"):
        with translation.override(language):
            assert number_in(number_text(number)) == number
