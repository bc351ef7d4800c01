"""Words are found where they stand, to the character, whatever characters there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupaus.methods.spans import from_shown, occurrences, segments, sentences, shown, trimmed

TEXTS = st.text(st.sampled_from("aäb \r\n.!👩‍👧e\u0301🇫🇮\u202e"), max_size=40)


def test_words_are_found_after_emoji_by_code_points() -> None:
    text = "👩‍👧 Lääkäri soittaa. Ei soita."

    [(start, end)] = occurrences(text, "Lääkäri soittaa.")

    assert (start, end) == (4, 20)
    assert text[start:end] == "Lääkäri soittaa."


def test_words_with_a_line_break_are_found_in_a_text_with_carriage_returns() -> None:
    text = "Jono on pitkä.\r\nOdotan aina."

    assert occurrences(text, "pitkä.\nOdotan") == [(8, 22)]
    assert from_shown(text, 15, 21) == (16, 22)


def test_words_that_stand_twice_are_found_twice() -> None:
    assert occurrences("jono, jono", "jono") == [(0, 4), (6, 10)]


def test_letters_composed_in_another_way_are_not_the_same_words() -> None:
    assert occurrences("a\u0308iti", "äiti") == []


def test_offsets_outside_the_text_are_refused() -> None:
    with pytest.raises(ValueError, match="not a span"):
        from_shown("abc", 1, 4)


def test_sentences_end_at_marks_and_line_breaks_but_not_in_numbers() -> None:
    text = "Soitin 3.5. aamulla. Kukaan ei vastannut!\nMiksi?"

    assert [text[start:end] for start, end in sentences(text)] == [
        "Soitin 3.5.",
        "aamulla.",
        "Kukaan ei vastannut!",
        "Miksi?",
    ]


@given(TEXTS, st.data())
def test_every_shown_span_comes_back_as_the_same_words(text: str, data: st.DataObject) -> None:
    page = shown(text)
    if not page:
        return
    start = data.draw(st.integers(0, len(page) - 1))
    end = data.draw(st.integers(start + 1, len(page)))

    raw_start, raw_end = from_shown(text, start, end)

    assert shown(text[raw_start:raw_end]) == page[start:end]


@given(TEXTS, TEXTS)
def test_whatever_is_found_is_exactly_the_words(text: str, words: str) -> None:
    for start, end in occurrences(text, words):
        assert shown(text[start:end]) == shown(words).strip()


@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_segments_joined_are_the_text(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [(min(pair), max(pair)) for pair in pairs if max(pair) <= len(text) and min(pair) < max(pair)]

    pieces = segments(text, spans)

    assert "".join(piece.text for piece in pieces) == text
    for number, (start, end) in enumerate(spans):
        assert "".join(piece.text for piece in pieces if number in piece.spans) == text[start:end]


@given(TEXTS)
def test_sentences_have_no_white_space_at_their_ends(text: str) -> None:
    for start, end in sentences(text):
        assert text[start:end] == text[start:end].strip() != ""


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_trimming_keeps_the_words(text: str, start: int, end: int) -> None:
    begins, ends = trimmed(text, start, end)

    assert text[begins:ends] == text[start:end].strip()
