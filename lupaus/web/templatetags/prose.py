"""Longer content texts: paragraphs, lists and emphasis written the way people write them in plain text."""

import nh3
from django import template
from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from lupaus.web.languages import shown

register = template.Library()

MARKDOWN = MarkdownIt("commonmark", {"html": False})
TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "a", "h3", "h4", "blockquote"}


@register.simple_tag
def localized_prose(thing: models.Model, field: str) -> SafeString:
    """A long text in the page's language, or in its own language with `lang` around it."""
    text = shown(thing, field)
    html = mark_safe(nh3.clean(MARKDOWN.render(text.text), tags=TAGS, link_rel="noopener"))
    if text.is_other:
        return format_html('<div class="prose" lang="{}">{}</div>', text.language, html)
    return format_html('<div class="prose">{}</div>', html)
