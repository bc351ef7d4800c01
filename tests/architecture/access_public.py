"""Who may open the public pages, the desk and the promise's editor, and what of the demo stands in them."""

from lupaus.decision.models import CouncilDecision
from lupaus.desk.demo.stage import Stage
from lupaus.monitoring.models import Indicator
from lupaus.participation.models import Contribution
from lupaus.promise.models import Pledge, ServicePromise
from lupaus.synthesis.models import Conclusion
from tests.architecture.access_rows import (
    PREPARERS,
    Row,
    deed_on_thing,
    desk,
    desk_thing,
    page,
    page_of_thing,
)

PUBLICATION: dict[str, Row] = {
    "publication:home": page(),
    "publication:promises": page(),
    "publication:promise": page_of_thing(),
    "publication:wheel_file": page_of_thing(),
    "publication:empty_wheel": page(),
    "publication:pledge": page_of_thing(),
    "publication:contribution": page_of_thing(),
    "publication:conclusion": page_of_thing(),
    "publication:decisions": page(),
    "publication:decision": page_of_thing(),
    "publication:follow_up": page(),
    "publication:indicator": page_of_thing(),
    "publication:find_receipt": page(),
    "publication:receipt": page(),
    "publication:glossary": page(),
    "publication:method": page(),
}

DESK: dict[str, Row] = {
    "desk:my_tasks": desk(),
    "desk:loose_ends": desk(),
}

PROMISE: dict[str, Row] = {
    "promise:promises": desk(),
    "promise:begin_promise": desk(PREPARERS),
    "promise:edit_promise": desk_thing(),
    "promise:edit_core": desk_thing(PREPARERS),
    "promise:edit_pledge": desk_thing(PREPARERS),
    "promise:fit_hint": desk_thing(),
    "promise:dispositions": desk_thing(),
    "promise:dispose": desk_thing(PREPARERS),
    "promise:freeze": deed_on_thing(PREPARERS),
    "promise:revise": desk_thing(PREPARERS),
    "promise:versions": desk_thing(),
    "promise:version": desk_thing(),
}


def things_of_public(story: Stage) -> dict[str, dict[str, object]]:
    promise = ServicePromise.objects.order_by("pk")[0]
    pledge = Pledge.objects.order_by("pk")[0]
    disposed = promise.dispositions.order_by("pk")[0].conclusion
    own: dict[str, object] = {"public_id": promise.public_id}
    whole = ["edit_promise", "edit_core", "dispositions", "freeze", "revise", "versions"]
    signed_off = Conclusion.objects.filter(signed_off_at__isnull=False).order_by("pk")[0]
    return {
        **{f"promise:{name}": own for name in whole},
        "promise:edit_pledge": {**own, "pledge_id": pledge.public_id},
        "promise:fit_hint": {**own, "pledge_id": pledge.public_id, "language": "fi"},
        "promise:dispose": {**own, "conclusion_id": disposed.public_id},
        "promise:version": {**own, "number": 1},
        "publication:promise": own,
        "publication:wheel_file": own,
        "publication:pledge": {"public_id": pledge.public_id},
        "publication:contribution": {"public_id": Contribution.objects.public().order_by("pk")[0].public_id},
        "publication:conclusion": {"public_id": signed_off.public_id},
        "publication:decision": {"public_id": CouncilDecision.objects.order_by("pk")[0].public_id},
        "publication:indicator": {"public_id": Indicator.objects.order_by("pk")[0].public_id},
        "publication:receipt": {"code": story.receipts["taken"]},
    }
