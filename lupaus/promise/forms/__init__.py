"""What officials fill in while they draft a promise."""

from lupaus.promise.forms.core import CORE_FIELDS, BeginForm, CoreForm, ReviseForm
from lupaus.promise.forms.disposition import DispositionForm
from lupaus.promise.forms.pledge import PledgeForm

__all__ = ["CORE_FIELDS", "BeginForm", "CoreForm", "DispositionForm", "PledgeForm", "ReviseForm"]
