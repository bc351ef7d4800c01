"""What every page knows of its county."""

from django.conf import settings
from django.http import HttpRequest


def county(request: HttpRequest) -> dict[str, object]:
    return {"county": getattr(request, "county", None), "is_demo_mode": settings.DEMO}
