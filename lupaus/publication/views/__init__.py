"""The public pages."""

from lupaus.publication.views.about import glossary, method
from lupaus.publication.views.decisions import decision, decisions
from lupaus.publication.views.follow_up import follow_up, indicator
from lupaus.publication.views.front import home
from lupaus.publication.views.promises import empty_wheel, pledge, promise, promises, wheel_file
from lupaus.publication.views.words import conclusion, contribution, find_receipt, receipt

__all__ = [
    "conclusion",
    "contribution",
    "decision",
    "decisions",
    "empty_wheel",
    "find_receipt",
    "follow_up",
    "glossary",
    "home",
    "indicator",
    "method",
    "pledge",
    "promise",
    "promises",
    "receipt",
    "wheel_file",
]
