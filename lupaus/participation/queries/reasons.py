"""Ready-made reasons for hiding a text, so that everyone gets the same fair words."""

from functools import cache
from pathlib import Path

import yaml

CONTENT = Path(__file__).resolve().parent.parent / "content" / "moderation_reasons.yaml"


@cache
def moderation_reasons() -> dict[str, dict[str, str]]:
    """Reason by key: its short name and its wording to the author, in every language."""
    return {
        str(row["key"]): {code: str(row[code]).strip() for code in ("fi", "sv", "en")}
        for row in yaml.safe_load(CONTENT.read_text(encoding="utf-8"))
    }
