"""Template tags of the house: content texts with their language, dates and numbers formatted once."""

from datetime import date, datetime
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal
from django import template
from django.db import models
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lupaus.web.languages import Shown, shown

register = template.Library()

NAMES = {"fi": "suomi", "sv": "svenska", "en": "English"}


@register.filter
def marked(text: Shown) -> SafeString:
    """A text with its own `lang`, and a small mark when it is not in the page's language."""
    if not text.is_other:
        return format_html("{}", text.text)
    return format_html(
        '<span lang="{}">{}</span> <span class="lang-mark"><span class="visually-hidden">{}</span> '
        '<span lang="{}">{}</span></span>',
        text.language,
        text.text,
        _("Only in another language:"),
        text.language,
        NAMES[text.language],
    )


@register.simple_tag
def localized(thing: models.Model, field: str) -> SafeString:
    """`{% localized pledge "sentence" %}`: the text in the page's language, or marked with its own."""
    return marked(shown(thing, field))


@register.filter
def day(moment: date | datetime | None) -> str:
    """21.11.2026 / 21.11.2026 / 21 November 2026."""
    if moment is None:
        return ""
    if isinstance(moment, datetime):
        moment = timezone.localtime(moment).date()
    language = (translation.get_language() or "fi")[:2]
    if language == "en":
        return format_date(moment, "d MMMM yyyy", locale="en_GB")
    return format_date(moment, "d.M.yyyy", locale=language)


@register.filter
def figure(number: Decimal | float | int | None) -> str:
    """A number the way the language writes it, at most two decimals."""
    if number is None:
        return "–"
    return format_decimal(number, format="#,##0.##", locale=(translation.get_language() or "fi")[:2])


@register.simple_tag(takes_context=True)
def same_page_in(context: template.Context, language: str) -> str:
    """The address of this same page in another language, so that switching keeps the page."""
    request = context.get("request")
    if request is None:
        return "/"
    try:
        match = resolve(request.path_info)
    except Resolver404:
        match = None
    with translation.override(language):
        if match is None or match.url_name is None:
            return reverse("publication:home")
        address = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if query else address
