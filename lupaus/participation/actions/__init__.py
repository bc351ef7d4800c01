"""What happens in participation: consultations open and close, people are heard, texts are moderated."""

from lupaus.participation.actions.consultations import (
    NotChangeable,
    TextsMissing,
    WindowHasPassed,
    WindowIsBackwards,
    close_consultation,
    draft_consultation,
    edit_consultation,
    open_consultation,
    withdraw_consultation,
)
from lupaus.participation.actions.contributions import (
    AlreadySent,
    ConsultationNotOpen,
    DateOutOfPlace,
    NotOfThisCounty,
    SourceMissing,
    TakesNoTexts,
    TextMissing,
    TextTooLong,
    contribute,
    enter_from_paper,
    take_in,
)
from lupaus.participation.actions.moderation import ReasonMissing, moderate
from lupaus.participation.actions.parties import (
    NameMissing,
    add_party,
    add_usual_parties,
    edit_party,
    move_party,
)
from lupaus.participation.actions.results import publish_result

__all__ = [
    "AlreadySent",
    "ConsultationNotOpen",
    "DateOutOfPlace",
    "NameMissing",
    "NotChangeable",
    "NotOfThisCounty",
    "ReasonMissing",
    "SourceMissing",
    "TakesNoTexts",
    "TextMissing",
    "TextTooLong",
    "TextsMissing",
    "WindowHasPassed",
    "WindowIsBackwards",
    "add_party",
    "add_usual_parties",
    "close_consultation",
    "contribute",
    "draft_consultation",
    "edit_consultation",
    "edit_party",
    "enter_from_paper",
    "moderate",
    "move_party",
    "open_consultation",
    "publish_result",
    "take_in",
    "withdraw_consultation",
]
