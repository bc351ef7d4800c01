"""What is mine to do today, and where the thread hangs loose."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from lupaus.desk.queries.mine import my_work
from lupaus.people.requests import OfficialRequest, officials_only
from lupaus.trace.queries.loose_ends import loose_ends as loose_ends_of


@officials_only
def my_tasks(request: OfficialRequest) -> HttpResponse:
    """What is mine to do today, by deadline."""
    work = my_work(request.county, request.user, today=timezone.localdate())
    return render(request, "desk/my_tasks.html", {"work": work, "section": "my_tasks"})


@officials_only
def loose_ends(request: OfficialRequest) -> HttpResponse:
    """Every place where the thread from words to results hangs loose."""
    kinds = loose_ends_of(request.county, today=timezone.localdate())
    return render(request, "desk/loose_ends.html", {"kinds": kinds, "section": "loose_ends"})
