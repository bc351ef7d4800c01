"""The wheel: a promise on one picture, two viewpoints by five perspectives around its core.

    from lupaus.methods.wheel import Sector, WheelContent, fits, wheel_svg

Pure: text in, SVG out. `fits` tells an editor whether a pledge fits its sector; `wheel_svg` draws
the whole; `empty_wheel_svg` draws the sheet on which a group writes its own.
"""

from lupaus.methods.wheel.content import (
    PERSPECTIVES,
    Colours,
    Sector,
    TextDoesNotFit,
    WheelContent,
)
from lupaus.methods.wheel.empty import EmptyWheelLabels, empty_wheel_svg
from lupaus.methods.wheel.fit import Fit, fits
from lupaus.methods.wheel.svg import wheel_svg

__all__ = [
    "PERSPECTIVES",
    "Colours",
    "EmptyWheelLabels",
    "Fit",
    "Sector",
    "TextDoesNotFit",
    "WheelContent",
    "empty_wheel_svg",
    "fits",
    "wheel_svg",
]
