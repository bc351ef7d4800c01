"""The wheel's shape is what look.md says, and no room is promised that is not there."""

from math import cos, isclose, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupaus.methods.wheel.geometry import (
    PADDING,
    Span,
    arc_path,
    at,
    half_ring_path,
    is_inside,
    middle_of,
    mirror,
    ring_part,
    sector_path,
    span_between,
    span_in_core,
)


@pytest.mark.parametrize(
    ("radius", "angle", "point"),
    [
        (488, 0, (500, 12)),
        (488, 90, (988, 500)),
        (488, 180, (500, 988)),
        (488, 270, (12, 500)),
        (0, 77, (500, 500)),
    ],
)
def test_angles_run_clockwise_from_the_top(radius: float, angle: float, point: tuple[float, float]) -> None:
    assert at(radius, angle) == pytest.approx(point)


def test_the_first_sector_runs_from_the_top_36_degrees_to_the_right() -> None:
    assert sector_path(0) == "M500 268L500 12A488 488 0 0 1 786.84 105.2L636.37 312.31A232 232 0 0 0 500 268Z"


def test_the_resident_s_half_ring_is_the_organiser_s_mirrored() -> None:
    assert (
        half_ring_path("organiser")
        == "M503 368.03L503 272.02A228 228 0 0 1 503 727.98L503 631.97A132 132 0 0 0 503 368.03Z"
    )
    assert (
        half_ring_path("resident")
        == "M497 631.97L497 727.98A228 228 0 0 1 497 272.02L497 368.03A132 132 0 0 0 497 631.97Z"
    )


def test_more_than_half_a_turn_takes_the_long_way_round() -> None:
    assert " 0 1 1 " in ring_part(100, 200, 0, 270)
    assert " 0 1 1 " in arc_path(100, 0, 181)
    assert " 0 0 1 " in arc_path(100, 0, 179)


@pytest.mark.parametrize(("sector", "counterpart"), [(0, 9), (1, 8), (2, 7), (3, 6), (4, 5)])
def test_counterparts_stand_at_the_same_height(sector: int, counterpart: int) -> None:
    assert mirror(sector) == counterpart
    assert isclose(middle_of(sector)[1], middle_of(counterpart)[1])


def test_quality_has_a_level_room_between_its_two_arcs() -> None:
    span = span_between(2, 490, 510, padding=10)

    assert span is not None
    assert span.left == pytest.approx(742)
    assert span.right == pytest.approx(500 + (478**2 - 10**2) ** 0.5)


def test_beyond_the_wheel_there_is_no_room() -> None:
    assert span_between(0, -20, 10) is None
    assert span_between(0, 600, 620) is None


def test_the_core_is_widest_in_its_middle() -> None:
    middle, high = span_in_core(495, 505, 10), span_in_core(420, 430, 10)

    assert middle is not None
    assert high is not None
    assert middle.width > high.width
    assert span_in_core(370, 390, 10) is None


@given(
    sector=st.integers(0, 9),
    top=st.floats(10, 980),
    height=st.floats(5, 60),
    across=st.floats(0, 1),
    down=st.floats(0, 1),
)
def test_every_point_of_a_room_lies_in_its_sector_clear_of_its_edges(
    sector: int, top: float, height: float, across: float, down: float
) -> None:
    span = span_between(sector, top, top + height)

    if span is not None:
        point = (span.left + across * span.width, top + down * height)
        assert is_inside(sector, point, margin=PADDING - 1e-6)


@given(sector=st.integers(0, 9), radius=st.floats(240, 480), share=st.floats(0.1, 0.9))
def test_every_point_well_inside_a_sector_has_room(sector: int, radius: float, share: float) -> None:
    angle = radians((sector + share) * 36)
    x, y = 500 + radius * sin(angle), 500 - radius * cos(angle)

    span = span_between(sector, y, y, padding=0)

    assert span is not None
    assert span.left - 1e-6 <= x <= span.right + 1e-6


def test_a_span_mirrors_around_the_wheel_s_middle() -> None:
    assert Span(600, 700).mirrored() == Span(300, 400)
