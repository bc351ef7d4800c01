"""What happens in the synthesis: people's words are quoted, coded, concluded from and signed off."""

from lupaus.synthesis.actions.coding import (
    code,
    put_back,
    quote,
    set_aside,
    withdraw_coding,
)
from lupaus.synthesis.actions.concluding import (
    add_evidence,
    conclude,
    drop,
    remove_evidence,
    replace,
    rewrite,
    set_evidence,
    sign_off,
)
from lupaus.synthesis.actions.synthesis import begin, reopen_synthesis, sign_off_synthesis
from lupaus.synthesis.actions.themes import add_theme, edit_theme, remove_theme

__all__ = [
    "add_evidence",
    "add_theme",
    "begin",
    "code",
    "conclude",
    "drop",
    "edit_theme",
    "put_back",
    "quote",
    "remove_evidence",
    "remove_theme",
    "reopen_synthesis",
    "replace",
    "rewrite",
    "set_aside",
    "set_evidence",
    "sign_off",
    "sign_off_synthesis",
    "withdraw_coding",
]
