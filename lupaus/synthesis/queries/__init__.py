"""What is asked of the synthesis: what to code, what was said of each cell, what it rests on."""

from lupaus.synthesis.queries.claims import ClaimOfResult, claims_of, claims_of_results
from lupaus.synthesis.queries.coding import (
    CodingFilters,
    CodingPage,
    coded_contribution,
    coding_page,
    neighbours,
    pile,
    quotes_with_codings,
)
from lupaus.synthesis.queries.matrix import Cell, Matrix, MatrixRow, matrix
from lupaus.synthesis.queries.synthesis import (
    CellQuote,
    conclusions_of_cell,
    current_process,
    current_synthesis,
    evidence_of,
    quotes_of_cell,
    quotes_of_theme,
    themes_with_counts,
)

__all__ = [
    "Cell",
    "CellQuote",
    "ClaimOfResult",
    "CodingFilters",
    "CodingPage",
    "Matrix",
    "MatrixRow",
    "claims_of",
    "claims_of_results",
    "coded_contribution",
    "coding_page",
    "conclusions_of_cell",
    "current_process",
    "current_synthesis",
    "evidence_of",
    "matrix",
    "neighbours",
    "pile",
    "quotes_of_cell",
    "quotes_of_theme",
    "quotes_with_codings",
    "themes_with_counts",
]
