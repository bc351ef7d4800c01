"""What stands in a wheel: ten pledges in five pairs, two operating principles and the core."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Viewpoint = Literal["resident", "organiser"]
PERSPECTIVES = ("availability", "accessibility", "quality", "effectiveness", "integration")
"""The order of the perspectives in the wheel, from the top down."""


@dataclass(frozen=True)
class Sector:
    """One pledge in the wheel: whose it is, what it is about, what it says, where it leads."""

    perspective: str
    viewpoint: Viewpoint
    heading: str
    body: str
    href: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        if self.perspective not in PERSPECTIVES:
            raise UnknownPerspective(self.perspective)

    @property
    def place(self) -> int:
        """The sector's number clockwise from the top: the organiser's 0-4, the resident's 5-9."""
        row = PERSPECTIVES.index(self.perspective)
        return row if self.viewpoint == "organiser" else 9 - row


@dataclass(frozen=True)
class Colours:
    """The wheel's colours: a county may bring its own."""

    resident: str = "#0b5c6b"
    resident_light: str = "#e0f0f2"
    organiser: str = "#5b2a6e"
    organiser_light: str = "#f0e6f5"
    ink: str = "#14212b"
    paper: str = "#ffffff"

    def strong(self, viewpoint: str) -> str:
        """The dark colour of a viewpoint: its half ring and the strokes of its sectors."""
        return self.resident if viewpoint == "resident" else self.organiser

    def light(self, viewpoint: str) -> str:
        """The light colour of a viewpoint: the ground of its sectors."""
        return self.resident_light if viewpoint == "resident" else self.organiser_light


@dataclass(frozen=True)
class WheelContent:
    """Everything that is written in the wheel, in one language."""

    core: str
    resident_title: str
    organiser_title: str
    resident_principle: str
    organiser_principle: str
    sectors: tuple[Sector, ...]
    title: str = ""
    description: str = ""
    colours: Colours = field(default_factory=Colours)

    def __post_init__(self) -> None:
        if sorted(sector.place for sector in self.sectors) != list(range(10)):
            raise WheelIsNotWhole(len(self.sectors))

    def title_of(self, viewpoint: str) -> str:
        """The word for a viewpoint: resident or organiser."""
        return self.resident_title if viewpoint == "resident" else self.organiser_title

    def principle_of(self, viewpoint: str) -> str:
        """The operating principle of a viewpoint, written in its half ring."""
        return self.resident_principle if viewpoint == "resident" else self.organiser_principle

    def in_reading_order(self) -> tuple[Sector, ...]:
        """The sectors as they are read: pair by pair, the resident's pledge first."""
        return tuple(
            sorted(
                self.sectors,
                key=lambda sector: (
                    PERSPECTIVES.index(sector.perspective),
                    sector.viewpoint == "organiser",
                ),
            )
        )


class UnknownPerspective(ValueError):
    """The wheel has five perspectives, and this is not one of them."""


class WheelIsNotWhole(ValueError):
    """A wheel needs exactly one pledge for every perspective and viewpoint."""


class TextDoesNotFit(ValueError):
    """A text is too long for its place in the wheel, and a file must not cut it short."""

    def __init__(self, place: str, characters_too_many: int) -> None:
        super().__init__(f"{place}: {characters_too_many} characters too many")
        self.place = place
        self.characters_too_many = characters_too_many
