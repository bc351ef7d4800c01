"""How an indicator stands, in one whole sentence."""

from datetime import date

import pytest
from django.utils import translation

from lupaus.methods.target_path import PathState
from lupaus.monitoring.queries import judge, judgements
from lupaus.monitoring.states import BADGES, STATE_WORDS
from tests.monitoring.conftest import observe

TODAY = date(2025, 7, 1)


@pytest.mark.parametrize(
    ("value", "state", "sentence"),
    [
        (
            55,
            PathState.WORSE_THAN_BASELINE,
            "Tilanne on huonompi kuin alussa: luku oli 55,0\u00a0% (1.3.2025), ja alussa se oli 60,0\u00a0%.",
        ),
        (
            61.5,
            PathState.BEHIND,
            "Olemme jäljessä: luku oli 61,5\u00a0% (1.3.2025), ja polullamme sen olisi pitänyt olla 71,6\u00a0%.",
        ),
        (
            75,
            PathState.ON_PATH,
            "Olemme polulla: luku oli 75,0\u00a0% (1.3.2025), ja polku edellytti lukua 71,6\u00a0%.",
        ),
        (
            81,
            PathState.REACHED,
            "Olemme saavuttaneet tavoitteen: luku oli 81,0\u00a0% (1.3.2025), ja tavoite on 80,0\u00a0%.",
        ),
    ],
)
def test_a_judgement_is_read_as_one_sentence(indicator, value, state, sentence) -> None:
    observe(indicator, date(2025, 3, 1), value)

    with translation.override("fi"):
        found = judge(indicator, today=TODAY)
        assert (found.state, found.sentence) == (state, sentence)


def test_the_same_judgement_is_read_in_swedish_and_english(indicator) -> None:
    observe(indicator, date(2025, 3, 1), 55)
    found = judge(indicator, today=TODAY)

    with translation.override("sv"):
        assert found.words == "sämre än i början"
        assert found.sentence == (
            "Läget är sämre än i början: siffran var 55,0\u00a0% (1.3.2025), och i början var den 60,0\u00a0%."
        )
    with translation.override("en"):
        assert found.sentence == (
            "Things are worse than at the start: on 1 March 2025 the figure was 55.0\u00a0%, and at the start it "
            "was 60.0\u00a0%."
        )


@pytest.mark.parametrize(
    ("row", "state"),
    [
        (None, PathState.NO_DATA),
        ({"value": None, "state": "not_available"}, PathState.NOT_AVAILABLE),
        ({"value": 70, "state": "other_body"}, PathState.REPORTED_BY_ANOTHER_BODY),
        ({"value": 79, "state": "break"}, PathState.SERIES_BROKEN),
    ],
)
def test_what_is_not_known_is_said_and_is_never_good(indicator, row, state) -> None:
    if row:
        observe(indicator, date(2025, 3, 1), **row)

    found = judge(indicator, today=TODAY)
    assert found.state == state
    assert found.badge != "ok"
    assert "%(" not in found.sentence


def test_an_old_figure_is_stale_and_still_tells_that_it_was_worse(indicator) -> None:
    observe(indicator, date(2024, 3, 1), 50)

    with translation.override("fi"):
        found = judge(indicator, today=date(2026, 2, 1))
        assert found.state == PathState.STALE
        assert found.sentence == (
            "Viimeisin luku on liian vanha kertomaan, miten nyt menee. Se oli 50,0\u00a0% (1.3.2024), huonompi kuin "
            "lähtötilanteen 60,0\u00a0%."
        )
        assert found.overdue_sentence == (
            "Tavoitteen piti olla 80,0\u00a0% viimeistään 1.1.2026, eikä sitä ole osoitettu saavutetuksi."
        )


def test_a_figure_of_one_area_never_stands_for_the_county(indicator, area) -> None:
    observe(indicator, date(2025, 3, 1), 75)
    observe(indicator, date(2025, 6, 1), 10, area=area)

    assert judge(indicator, today=TODAY).state == PathState.ON_PATH


def test_every_state_has_a_word_a_shape_and_a_sentence_in_each_language(indicator) -> None:
    observe(indicator, date(2025, 3, 1), 75)
    found = judge(indicator, today=TODAY)

    for language in ("fi", "sv", "en"):
        with translation.override(language):
            assert all(str(STATE_WORDS[state]) and BADGES[state] for state in PathState)
            assert found.progress_text


@pytest.mark.parametrize("count", [1, 3])
def test_judging_many_takes_no_more_questions_to_the_database(
    indicator, count, django_assert_num_queries
) -> None:
    for number in range(1, count):
        indicator.pk, indicator.code, indicator.public_id = None, f"other{number}", f"other{number}"
        indicator.save(force_insert=True)
        observe(indicator, date(2025, 3, 1), 75)

    with django_assert_num_queries(2):
        assert len(judgements(indicator.county, today=TODAY)) == count


def test_a_target_without_a_starting_figure_is_still_named(indicator) -> None:
    indicator.baseline = indicator.baseline_on = None
    indicator.save(update_fields=["baseline", "baseline_on"])
    observe(indicator, date(2025, 3, 1), 75)

    with translation.override("fi"):
        found = judge(indicator, today=TODAY)
        assert found.state == PathState.NO_PATH
        assert found.sentence == (
            "Luku oli 75,0\u00a0% (1.3.2025). Tavoite on 80,0\u00a0% viimeistään 1.1.2026, mutta lähtötilanteen luku "
            "puuttuu, joten emme voi sanoa, olemmeko polulla."
        )
