"""What is asked of a promise: its content, its wheel, what is missing, what changed."""

from lupaus.promise.queries.content import content_of, content_sha256, stamp_of_version, stamp_of_wording
from lupaus.promise.queries.differences import Difference, differences, word_differences
from lupaus.promise.queries.dispositions import DisposedConclusion, dispositions, undisposed_conclusions
from lupaus.promise.queries.missing import Missing, missing, missing_from, pledges_without_basis
from lupaus.promise.queries.versions import (
    conclusions_to_choose,
    current_version,
    draft_of,
    goals_to_choose,
    latest_version,
    promises_with_versions,
    version_with_content,
    wording_with_content,
)
from lupaus.promise.queries.wheel import (
    core_overflow,
    empty_wheel,
    fit_of,
    principle_overflow,
    wheel_content,
    wheel_pairs,
)

__all__ = [
    "Difference",
    "DisposedConclusion",
    "Missing",
    "conclusions_to_choose",
    "content_of",
    "content_sha256",
    "core_overflow",
    "current_version",
    "differences",
    "dispositions",
    "draft_of",
    "empty_wheel",
    "fit_of",
    "goals_to_choose",
    "latest_version",
    "missing",
    "missing_from",
    "pledges_without_basis",
    "principle_overflow",
    "promises_with_versions",
    "stamp_of_version",
    "stamp_of_wording",
    "undisposed_conclusions",
    "version_with_content",
    "wheel_content",
    "wheel_pairs",
    "word_differences",
    "wording_with_content",
]
