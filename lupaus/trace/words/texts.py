"""Texts of rows as steps show them: in the page's language, or marked with their own."""

from django.db import models

from lupaus.foundations.states import Perspective, Viewpoint
from lupaus.trace.steps import Text
from lupaus.web.languages import shown
from lupaus.web.templatetags.lupaus import marked


def said(thing: models.Model, name: str) -> Text:
    """A content text for a step."""
    return marked(shown(thing, name))


def perspective_name(value: str) -> Text:
    return Perspective(value).label


def viewpoint_name(value: str) -> Text:
    return Viewpoint(value).label
