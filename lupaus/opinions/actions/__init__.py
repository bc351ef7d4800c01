"""What happens in opinion maps: claims come in, people answer, a map is computed and published."""

from lupaus.opinions.actions.claims import (
    LONGEST_CLAIM,
    TakesNoClaims,
    edit_claim,
    open_map,
    propose_claim,
)
from lupaus.opinions.actions.imports import (
    ImportedLanguageUnknown,
    MapNotEmpty,
    discard_staged,
    import_conversation,
    import_staged,
    stage_import,
)
from lupaus.opinions.actions.publishing import (
    GroupNotKnown,
    NameNeedsClaims,
    compute_map,
    name_group,
    publish_map,
)
from lupaus.opinions.actions.voting import (
    ClaimNotShown,
    KeyUsedOtherwise,
    NotAnAnswer,
    report_claim,
    show_next,
    vote,
)

__all__ = [
    "LONGEST_CLAIM",
    "ClaimNotShown",
    "GroupNotKnown",
    "ImportedLanguageUnknown",
    "KeyUsedOtherwise",
    "MapNotEmpty",
    "NameNeedsClaims",
    "NotAnAnswer",
    "TakesNoClaims",
    "compute_map",
    "discard_staged",
    "edit_claim",
    "import_conversation",
    "import_staged",
    "name_group",
    "open_map",
    "propose_claim",
    "publish_map",
    "report_claim",
    "show_next",
    "stage_import",
    "vote",
]
