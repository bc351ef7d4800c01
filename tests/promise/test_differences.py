"""What changed is shown word by word, and nothing is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from lupaus.promise.queries import word_differences

TEXTS = st.text(st.sampled_from("ab ä\n👩‍👧."), max_size=40)


def test_a_changed_word_is_shown_as_removed_and_added() -> None:
    found = word_differences("Saan yhteyden heti.", "Saan yhteyden samana päivänä.")

    assert [(one.kind, one.text) for one in found] == [
        ("same", "Saan yhteyden "),
        ("removed", "heti."),
        ("added", "samana päivänä."),
    ]


@given(TEXTS, TEXTS)
def test_both_texts_come_back_from_the_difference(before: str, after: str) -> None:
    found = word_differences(before, after)

    assert "".join(one.text for one in found if one.kind != "added") == before
    assert "".join(one.text for one in found if one.kind != "removed") == after


def test_a_text_written_anew_is_shown_as_replaced_whole() -> None:
    found = word_differences("Hos oss träffar du alltid samma person.", "Samma bekanta hjälper dig ofta.")

    assert [one.kind for one in found] == ["removed", "added"]


def test_changes_beside_each_other_are_told_as_one() -> None:
    found = word_differences(
        "Soitamme sinulle aina heti takaisin.", "Soitamme sinulle tunnin kuluessa takaisin."
    )

    assert [(one.kind, one.text) for one in found] == [
        ("same", "Soitamme sinulle "),
        ("removed", "aina heti"),
        ("added", "tunnin kuluessa"),
        ("same", " takaisin."),
    ]
