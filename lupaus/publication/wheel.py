"""The wheel of a version, for pages and as a file."""

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from lupaus.methods.wheel import wheel_svg
from lupaus.promise.models import Pledge, Version
from lupaus.promise.queries import empty_wheel, wheel_content


def page_language() -> str:
    return (get_language() or "fi")[:2]


def pledge_address(pledge: Pledge) -> str:
    return reverse("publication:pledge", args=[pledge.public_id])


def wheel_of(version: Version) -> SafeString:
    """The wheel for a page, every sector a link to its pledge. The texts are escaped where it is drawn."""
    language = page_language()
    return SafeString(
        wheel_svg(wheel_content(version, language, pledge_address), mode="web", language=language)
    )


def file_of(version: Version) -> str:
    """The wheel as a file of its own; TextDoesNotFit when a text is too long for its place."""
    language = page_language()
    return wheel_svg(wheel_content(version, language), mode="file", language=language)


def empty_wheel_file() -> str:
    """The empty wheel, lying on an A3 sheet."""
    return empty_wheel(page_language(), on_a3=True)
