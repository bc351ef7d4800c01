"""What people and officials write in participation."""

from lupaus.participation.forms.consultations import ClosingForm, ConsultationForm, PartyForm
from lupaus.participation.forms.contributions import (
    ContributionForm,
    ModerationForm,
    PaperForm,
    said_too_long,
)

__all__ = [
    "ClosingForm",
    "ConsultationForm",
    "ContributionForm",
    "ModerationForm",
    "PaperForm",
    "PartyForm",
    "said_too_long",
]
