"""Whatever a person writes, the SVG around it stays whole."""

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from lupaus.methods.svg import element, number, words


@given(st.text())
def test_any_text_can_stand_inside_and_in_an_attribute(text: str) -> None:
    assert ET.fromstring(element("text", {"aria_label": text}, words(text))) is not None


def test_attributes_without_a_value_are_left_out() -> None:
    assert (
        element("path", {"id": None, "class": "", "stroke_width": 2, "x": 1.5})
        == '<path stroke-width="2" x="1.5"/>'
    )


def test_numbers_are_short() -> None:
    assert [number(value) for value in (1.0, 0.126, -0.001, 10.5)] == ["1", "0.13", "0", "10.5"]
