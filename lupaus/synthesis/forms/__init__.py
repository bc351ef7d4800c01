"""What officials fill in while they code and conclude."""

from lupaus.synthesis.forms.coding import CodingForm
from lupaus.synthesis.forms.concluding import ConclusionForm
from lupaus.synthesis.forms.synthesis import ReasonForm, ThemeForm

__all__ = ["CodingForm", "ConclusionForm", "ReasonForm", "ThemeForm"]
