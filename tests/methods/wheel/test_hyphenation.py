"""A word is broken where a reader would break it, or not at all."""

from itertools import pairwise

import pytest
from hypothesis import given

from lupaus.methods.wheel.hyphenation import breaks, own_breaks
from tests.methods.wheel.cast import finnish_words


def broken(word: str, language: str) -> str:
    places = [0, *breaks(word, language), len(word)]
    return "-".join(word[a:b] for a, b in pairwise(places))


@pytest.mark.parametrize(
    "expected",
    [
        "hy-vin-voin-ti-alue",
        "pal-ve-lu-stra-te-gia",
        "saa-vu-tet-ta-vuus",
        "tar-peen-mu-kai-sesta",
        "asia-kas-ko-ke-mus",
        "toi-min-ta-ky-kyni",
        "ter-veys-asema",
        "lä-hi-pal-ve-lut",
        "luot-ta-mus-hen-ki-lö-or-ga-ni-saa-tio",
    ],
)
def test_finnish_words_break_between_syllables_and_at_the_seams_of_compounds(expected: str) -> None:
    assert broken(expected.replace("-", ""), "fi") == expected


def test_swedish_and_english_words_break_by_their_own_patterns() -> None:
    assert broken("välfärdsområde", "sv") == "väl-färds-om-råde"
    assert broken("availability", "en") != "availability"


@pytest.mark.parametrize("word", ["sote", "apua", "koti", "", "2026", "100 %", "…"])
def test_short_words_and_numbers_are_never_broken(word: str) -> None:
    assert breaks(word, "fi") == ()


def test_punctuation_does_not_count_as_letters() -> None:
    assert broken("(palvelut).", "fi") == "(pal-ve-lut)."


def test_a_compound_with_a_hyphen_of_its_own_breaks_after_it_without_another() -> None:
    assert own_breaks("oikea-aikaisesti") == (6,)
    assert own_breaks("2026–2029") == ()
    assert all(place != 6 for place in breaks("oikea-aikaisesti", "fi"))


@given(word=finnish_words)
def test_a_break_leaves_two_letters_before_and_three_after(word: str) -> None:
    for place in breaks(word, "fi"):
        assert place >= 2
        assert len(word) - place >= 3


@given(word=finnish_words.filter(lambda word: len(word) >= 20))
def test_a_long_compound_can_always_be_broken(word: str) -> None:
    assert breaks(word, "fi")
