"""Take the promise to the council, and record what it decided."""

import hashlib
import json

from lupaus.decision.models import CouncilDecision, DecisionPackage
from lupaus.decision.states import CouncilOutcome, PackageState
from lupaus.desk.demo.stage import Stage
from lupaus.desk.demo.story import chapter, in_languages, texts_of
from lupaus.journal.actions import record
from lupaus.promise.states import VersionState

COMPILED_ON = -150


def decide(stage: Stage) -> None:
    """Freeze the package, and let the council approve it."""
    told, preparer = chapter("decision")["decision"], stage.people["preparer"]
    version = stage.promise.versions.get(number=2)
    body = {"promise": stage.promise.title}
    package = DecisionPackage.objects.create(
        version=version,
        state=PackageState.DECIDED,
        body=body,
        sha256=hashlib.sha256(json.dumps(body).encode()).hexdigest(),
        compiled_at=stage.at(COMPILED_ON),
        compiled_by=preparer,
    )
    record("decision.package_compiled", package, by=preparer, at=stage.at(COMPILED_ON))
    decision = CouncilDecision.objects.create(
        package=package,
        outcome=CouncilOutcome.APPROVED,
        decided_on=stage.on(told["day"]),
        section=told["section"],
        minutes_address=told["minutes"],
        recorded_by=stage.people["decision_maker"],
        recorded_at=stage.at(told["day"], 18),
        **in_languages("note", told["text"]),
        **in_languages("body_name", texts_of(stage.county, "deciding_body")),
    )
    version.state = VersionState.DECIDED
    version.save(update_fields=["state"])
    record("decision.decided", decision, by=stage.people["decision_maker"], at=stage.at(told["day"], 18))
