"""Words explained, and how we count and publish."""

from django.http import HttpResponse
from django.shortcuts import render

from lupaus.foundations.queries import glossary as glossary_of
from lupaus.people.requests import ResidentRequest
from lupaus.publication.wheel import page_language


def glossary(request: ResidentRequest) -> HttpResponse:
    """The concepts in plain words, with links to the law they touch."""
    return render(request, "publication/glossary.html", {"concepts": glossary_of(page_language())})


def method(request: ResidentRequest) -> HttpResponse:
    """How contributions become conclusions, how votes are counted, and what we never publish."""
    return render(request, "publication/method.html")
