"""Pages of the synthesis, for officials."""

from lupaus.synthesis.views.coding import (
    code_contribution,
    coding,
    put_back,
    set_aside,
    withdraw_coding,
)
from lupaus.synthesis.views.concluding import conclude, drop, edit_conclusion, replace, sign_off
from lupaus.synthesis.views.matrix import begin_synthesis, matrix, reopen_synthesis, sign_off_synthesis
from lupaus.synthesis.views.themes import edit_theme, remove_theme, themes

__all__ = [
    "begin_synthesis",
    "code_contribution",
    "coding",
    "conclude",
    "drop",
    "edit_conclusion",
    "edit_theme",
    "matrix",
    "put_back",
    "remove_theme",
    "reopen_synthesis",
    "replace",
    "set_aside",
    "sign_off",
    "sign_off_synthesis",
    "themes",
    "withdraw_coding",
]
