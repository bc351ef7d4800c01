"""What is asked of participation: consultations, contributions, and the texts around them."""

from lupaus.participation.queries.consultations import (
    REQUIRED_TEXTS,
    ListedConsultation,
    missing_texts,
    officials_list,
    residents_list,
)
from lupaus.participation.queries.contributions import (
    LONGEST_TEXT,
    PAGE,
    ContributionPage,
    moderation_queue,
    page_of_contributions,
    receipt_code_of,
)
from lupaus.participation.queries.reasons import moderation_reasons
from lupaus.participation.queries.usual import usual_parties

__all__ = [
    "LONGEST_TEXT",
    "PAGE",
    "REQUIRED_TEXTS",
    "ContributionPage",
    "ListedConsultation",
    "missing_texts",
    "moderation_queue",
    "moderation_reasons",
    "officials_list",
    "page_of_contributions",
    "receipt_code_of",
    "residents_list",
    "usual_parties",
]
