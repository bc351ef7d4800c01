"""What is known of indicators: how they stand, and what a file of observations would bring."""

from lupaus.monitoring.queries.files import FileRefused
from lupaus.monitoring.queries.indicators import (
    Followed,
    example_rows,
    followed_by,
    indicators_of,
    key_indicators_in_use,
    open_findings,
    with_thread,
)
from lupaus.monitoring.queries.judging import Judgement, judge, judgements
from lupaus.monitoring.queries.numbers import number_in, number_text
from lupaus.monitoring.queries.pages import FigureRow, Figures, figures_of, path_initial
from lupaus.monitoring.queries.previews import Preview, compared_again, preview_observations
from lupaus.monitoring.queries.rows import PreviewRow

__all__ = [
    "FigureRow",
    "Figures",
    "FileRefused",
    "Followed",
    "Judgement",
    "Preview",
    "PreviewRow",
    "compared_again",
    "example_rows",
    "figures_of",
    "followed_by",
    "indicators_of",
    "judge",
    "judgements",
    "key_indicators_in_use",
    "number_in",
    "number_text",
    "open_findings",
    "path_initial",
    "preview_observations",
    "with_thread",
]
