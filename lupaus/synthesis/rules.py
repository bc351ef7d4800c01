"""Who may read, code, conclude and sign off, and why a deed of the synthesis is refused."""

import rules

from lupaus.people.rules import is_coordinator, is_preparer
from lupaus.web.refusals import Refused

rules.add_perm("synthesis.code", is_coordinator)
rules.add_perm("synthesis.conclude", is_coordinator)
rules.add_perm("synthesis.sign_off", is_preparer)


class SynthesisIsSignedOff(Refused):
    """The synthesis is done; it is opened again before anything in it changes."""


class NotQuotable(Refused):
    """The contribution is not published, or is not anyone's own words."""


class NotASpan(Refused):
    """The characters asked for are not in the text."""


class ThemeHasQuotes(Refused):
    """A theme that quotes stand under is never removed."""


class TextIsMissing(Refused):
    """A text lacks a language the county publishes in."""


class ConclusionIsSignedOff(Refused):
    """A signed-off conclusion never changes; a new one supersedes it."""


class ConclusionHasNoEvidence(Refused):
    """A conclusion rests on something people said or answered."""


class NotReadyToSignOff(Refused):
    """Drafts remain, or nothing has been concluded."""


class WrongEvidence(Refused):
    """The evidence is not of this county, or not what the cell is about."""
