"""What is asked of opinion maps."""

from lupaus.opinions.queries.conversation import conversation_of
from lupaus.opinions.queries.next_claim import VISIT, Progress, draw_claim, progress_of, who_sent
from lupaus.opinions.queries.overview import (
    ClaimOverview,
    ImportPreview,
    claims_overview,
    preview_import,
)
from lupaus.opinions.queries.packing import packed, unpacked

__all__ = [
    "VISIT",
    "ClaimOverview",
    "ImportPreview",
    "Progress",
    "claims_overview",
    "conversation_of",
    "draw_claim",
    "packed",
    "preview_import",
    "progress_of",
    "unpacked",
    "who_sent",
]
