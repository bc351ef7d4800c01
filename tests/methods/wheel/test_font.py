"""The table of measures belongs to the very font files that pages use."""

import json
from hashlib import sha256
from pathlib import Path

from lupaus.methods.wheel.font import regular, semibold

ROOM = Path(__file__).resolve().parents[3] / "lupaus"


def test_the_table_was_made_from_the_vendored_font() -> None:
    table = json.loads((ROOM / "methods" / "wheel" / "source_sans_3.json").read_text("utf-8"))
    fonts = ROOM / "web" / "static" / "vendor" / "source-sans-3"

    assert table["made_from"] == {
        name: sha256((fonts / name).read_bytes()).hexdigest() for name in table["made_from"]
    }


def test_every_letter_our_languages_use_has_a_width_and_an_outline() -> None:
    letters = "aábcdefghijklmnopqrsštuvwxyzžåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789.,:;!?()–-”’…%&/§"

    for font in (regular(), semibold()):
        assert all(letter in font.advances and font.outlines[letter] for letter in letters)


def test_kerning_draws_letters_together() -> None:
    font = regular()

    assert font.thousandths("Ta") < font.advance("T") + font.advance("a")
    assert font.width("Ta", 20) == font.thousandths("Ta") * 20 / 1000


def test_a_letter_unknown_to_the_font_is_taken_to_be_wide() -> None:
    assert regular().advance("漢") == 1000
