"""What is asked of a promise: its content, its wheel, what is missing, what changed."""

from lupaus.promise.queries.content import content_of, content_sha256, stamp_of_version, stamp_of_wording
from lupaus.promise.queries.differences import Difference, differences, word_differences
from lupaus.promise.queries.dispositions import DisposedConclusion, dispositions, undisposed_conclusions
from lupaus.promise.queries.missing import Missing, missing, pledges_without_basis
from lupaus.promise.queries.versions import (
    current_version,
    draft_of,
    goals_to_choose,
    latest_version,
    version_with_content,
)
from lupaus.promise.queries.wheel import empty_wheel, fit_of, wheel_content, wheel_pairs

__all__ = [
    "Difference",
    "DisposedConclusion",
    "Missing",
    "content_of",
    "content_sha256",
    "current_version",
    "differences",
    "dispositions",
    "draft_of",
    "empty_wheel",
    "fit_of",
    "goals_to_choose",
    "latest_version",
    "missing",
    "pledges_without_basis",
    "stamp_of_version",
    "stamp_of_wording",
    "undisposed_conclusions",
    "version_with_content",
    "wheel_content",
    "wheel_pairs",
    "word_differences",
]
