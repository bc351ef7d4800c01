"""Who may read, draft, dispose and freeze, and why a deed of the promise is refused."""

import rules

from lupaus.people.rules import is_preparer, is_recorder_of_decisions
from lupaus.web.refusals import Refused

rules.add_perm("promise.begin", is_preparer)
rules.add_perm("promise.draft", is_preparer)
rules.add_perm("promise.dispose", is_preparer)
rules.add_perm("promise.freeze", is_preparer)
rules.add_perm("promise.adopt", is_recorder_of_decisions)


class VersionIsFrozen(Refused):
    """A version that has left the draft state never changes."""


class ChangedMeanwhile(Refused):
    """Someone else saved the same text after this person opened it."""


class TextIsMissing(Refused):
    """A text lacks a language the county publishes in."""


class TooManyPoints(Refused):
    """A pledge has at most eight supporting points."""


class WrongBasis(Refused):
    """A pledge stands on a standing conclusion or a goal of its own county."""


class WrongDisposition(Refused):
    """What became of a conclusion is said of a standing conclusion, naming pledges where it was taken."""


class DraftExists(Refused):
    """A promise has one draft at a time."""


class VersionIsNotReady(Refused):
    """Something is still missing before the draft can be frozen; `missing` names each thing."""

    def __init__(self, sentence: str, missing: list[object]) -> None:
        super().__init__(sentence)
        self.missing = missing
