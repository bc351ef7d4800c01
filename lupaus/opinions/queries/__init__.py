"""What is asked of opinion maps."""

from lupaus.opinions.queries.conversation import conversation_of
from lupaus.opinions.queries.next_claim import VISIT, Progress, draw_claim, progress_of
from lupaus.opinions.queries.packing import packed, unpacked

__all__ = ["VISIT", "Progress", "conversation_of", "draw_claim", "packed", "progress_of", "unpacked"]
