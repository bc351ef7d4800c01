"""What people and officials fill in about opinion maps."""

from lupaus.opinions.forms.answers import AnswerForm, ProposalForm, said_too_long
from lupaus.opinions.forms.bad_votes import explain, note_words
from lupaus.opinions.forms.officials import ClaimForm, GroupNameForm, ImportForm, SeedForm

__all__ = [
    "AnswerForm",
    "ClaimForm",
    "GroupNameForm",
    "ImportForm",
    "ProposalForm",
    "SeedForm",
    "explain",
    "note_words",
    "said_too_long",
]
