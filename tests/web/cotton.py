"""Render a piece of template with our components, the way a page does."""

from django.template import Context, Template
from django.utils import translation
from django_cotton.compiler_regex import CottonCompiler


def rendered(piece: str, language: str = "en", **context: object) -> str:
    with translation.override(language):
        return Template(CottonCompiler().process(piece)).render(Context(context))
