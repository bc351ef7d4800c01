"""Print, as JSON, the public ids of what the demo county tells of. Run where the demo has been played."""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lupaus.settings")
django.setup()

from lupaus.monitoring.models import Indicator  # noqa: E402
from lupaus.participation.models import Consultation, Result  # noqa: E402
from lupaus.people.models import Membership  # noqa: E402
from lupaus.promise.models import Pledge, ServicePromise  # noqa: E402
from lupaus.synthesis.models import Quote  # noqa: E402

RECEIPTS = {"taken": "saan-yhte-yden", "partly": "tyta-rjam-amma", "not_taken": "mets-anta-kana"}


def whereabouts() -> dict[str, str]:
    promise = ServicePromise.objects.get()
    pledge = Pledge.objects.filter(pair__promise=promise, pair__perspective="availability").get(
        viewpoint="resident"
    )
    found = {
        "promise": promise.public_id,
        "pledge": pledge.public_id,
        "consultation": Consultation.objects.filter(channel="text").order_by("pk")[0].public_id,
        "opinion_map": Consultation.objects.filter(opinion_map__isnull=False).order_by("pk")[0].public_id,
        "result": Result.objects.filter(superseded_by=None).order_by("-pk")[0].public_id,
        "quoted": Quote.objects.order_by("pk")[0].contribution.public_id,
        "indicator_code": Indicator.objects.filter(pledges=pledge, baseline__isnull=False)
        .order_by("pk")[0]
        .code,
    }
    for membership in Membership.objects.select_related("user").order_by("-pk"):
        found[membership.role] = membership.user.email
    return found | {f"receipt_{outcome}": code for outcome, code in RECEIPTS.items()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(whereabouts()))
