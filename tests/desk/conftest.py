"""The thread is tied in `tests/threads.py`, for the rooms that show it."""

from tests.threads import conclusion, consultation, contribution, pledge, thread

__all__ = ["conclusion", "consultation", "contribution", "pledge", "thread"]
