"""Lines are filled as full as they go, evened out, and no word is lost or cut without a hyphen."""

from hypothesis import given
from hypothesis import strategies as st

from lupaus.methods.wheel.text import Hyphenate, balance, broken, fill, measure, words_of
from tests.methods.wheel.cast import pledge_texts


def test_words_are_kept_whole_when_they_may_not_be_broken() -> None:
    lines = fill(words_of("Saan apua heti"), [5000, 5000], language="fi", freedom=Hyphenate.NEVER)

    assert lines == ["Saan apua", "heti"]


def test_a_word_too_long_for_its_line_is_broken_with_a_hyphen() -> None:
    lines = fill(["saavutettavuus"], [4000, 4000], language="fi", freedom=Hyphenate.LONG_WORDS)

    assert lines == ["saavutet-", "tavuus"]


def test_a_word_that_fits_the_next_line_is_not_broken() -> None:
    lines = fill(["hyvä", "palvelu"], [4500, 4500], language="fi", freedom=Hyphenate.LONG_WORDS)

    assert lines == ["hyvä", "palvelu"]


def test_what_cannot_be_broken_is_refused() -> None:
    assert fill(["xxxxxxxxxxxx"], [3000] * 9, language="fi", freedom=Hyphenate.ANYWHERE) is None


def test_a_text_longer_than_its_rooms_is_refused() -> None:
    assert fill(["yksi", "kaksi"], [2500], language="fi", freedom=Hyphenate.NEVER) is None


def test_lines_are_evened_out_without_adding_any() -> None:
    words = words_of("Palvelut on helppo löytää läheltä")
    rooms = [12000.0] * 3

    full = fill(words, rooms, language="fi", freedom=Hyphenate.NEVER)
    even = balance(words, rooms, language="fi", freedom=Hyphenate.NEVER)

    assert full == ["Palvelut on helppo löytää", "läheltä"]
    assert even == ["Palvelut on helppo", "löytää läheltä"]


def test_a_no_break_space_keeps_two_words_together() -> None:
    assert words_of("14\u00a0päivää  on\npitkä") == ("14\u00a0päivää", "on", "pitkä")


@given(text=pledge_texts, room=st.floats(4000, 20000), freedom=st.sampled_from(Hyphenate))
def test_every_letter_comes_out_and_no_line_is_wider_than_its_room(
    text: str, room: float, freedom: Hyphenate
) -> None:
    lines = fill(words_of(text), [room] * 200, language="fi", freedom=freedom)

    if lines is not None:
        rejoined = "".join(line.removesuffix("-") for line in lines).replace(" ", "")
        assert rejoined == text.replace(" ", "").replace("-", "")
        assert all(measure(line, False) <= room + 200 for line in lines)
        assert freedom or broken(lines) == 0
