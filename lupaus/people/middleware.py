"""Recognise a device that has taken part before, by its signed cookie."""

from collections.abc import Callable

from django.core import signing
from django.http import HttpRequest, HttpResponse

from lupaus.people.models import Participant

COOKIE = "lupaus_participant"
SALT = "lupaus.participant"
YEAR = 365 * 24 * 60 * 60


def participant_of_request(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Set `request.participant`; a forged or expired token counts as none."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.participant = _read(request)  # type: ignore[attr-defined]
        return get_response(request)

    return middleware


def _read(request: HttpRequest) -> Participant | None:
    token = request.COOKIES.get(COOKIE)
    if not token:
        return None
    try:
        public_id = signing.loads(token, salt=SALT, max_age=YEAR)
    except signing.BadSignature:
        return None
    return Participant.objects.filter(public_id=public_id, county=request.county).first()  # type: ignore[attr-defined]


def remember(response: HttpResponse, participant: Participant, *, secure: bool) -> None:
    """Leave the token on the device, readable to us only."""
    token = signing.dumps(participant.public_id, salt=SALT)
    response.set_cookie(COOKIE, token, max_age=YEAR, httponly=True, samesite="Lax", secure=secure)
