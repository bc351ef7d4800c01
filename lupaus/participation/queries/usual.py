"""The parties a county usually hears, to begin its own list from."""

from functools import cache
from pathlib import Path

import yaml

CONTENT = Path(__file__).resolve().parent.parent / "content" / "usual_parties.yaml"


@cache
def usual_parties() -> dict[str, dict[str, str]]:
    """Names in every language by the party's key, in the order in which lists show them."""
    return {row["key"]: row["name"] for row in yaml.safe_load(CONTENT.read_text(encoding="utf-8"))["parties"]}
