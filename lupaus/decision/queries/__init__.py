"""What stands before the council: targets, gaps, packages and decisions."""

from lupaus.decision.queries.gate import Gap, GatePart, for_gate, gaps, gate_parts
from lupaus.decision.queries.packages import (
    PackageContent,
    body_of,
    content_of,
    decision_of,
    decisions_of,
    is_whole,
    package_hash,
    packages_of,
    promises_on_their_way,
)
from lupaus.decision.queries.pledges import SpokenPledge, pledge_choices, spoken_pledges
from lupaus.decision.queries.targets import (
    TargetRow,
    is_before_council,
    target_rows,
    target_years,
    targets_of,
)

__all__ = [
    "Gap",
    "GatePart",
    "PackageContent",
    "SpokenPledge",
    "TargetRow",
    "body_of",
    "content_of",
    "decision_of",
    "decisions_of",
    "for_gate",
    "gaps",
    "gate_parts",
    "is_before_council",
    "is_whole",
    "package_hash",
    "packages_of",
    "pledge_choices",
    "promises_on_their_way",
    "spoken_pledges",
    "target_rows",
    "target_years",
    "targets_of",
]
