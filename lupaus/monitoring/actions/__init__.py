"""What is done about indicators: define, set a path, take figures in, find out and correct."""

from lupaus.monitoring.actions.findings import DateIsWrong, EffectIsChecked, check_effect, raise_finding
from lupaus.monitoring.actions.indicators import (
    CodeIsTaken,
    PathIsImpossible,
    TooManyKeyIndicators,
    define_indicator,
    edit_indicator,
    set_path,
)
from lupaus.monitoring.actions.observations import (
    NothingToTakeIn,
    PreviewHasRefusals,
    PreviewIsOutdated,
    import_observations,
    keep_preview,
)

__all__ = [
    "CodeIsTaken",
    "DateIsWrong",
    "EffectIsChecked",
    "NothingToTakeIn",
    "PathIsImpossible",
    "PreviewHasRefusals",
    "PreviewIsOutdated",
    "TooManyKeyIndicators",
    "check_effect",
    "define_indicator",
    "edit_indicator",
    "import_observations",
    "keep_preview",
    "raise_finding",
    "set_path",
]
