"""What changed from one version to the next, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lupaus.promise.models import Pledge, Version, Wording
from lupaus.web.languages import in_language

WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Stretch:
    """Words that stayed, were added or were removed."""

    kind: str
    text: str


@dataclass(frozen=True)
class Difference:
    """How one text changed: of which pledge (None for the version's own texts), which text, and why."""

    pledge: Pledge | None
    field: str
    stretches: Sequence[Stretch]
    reason: str


def word_differences(before: str, after: str) -> list[Stretch]:
    """The words of both texts in reading order: same, removed, added. Joined they give either text back."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    found: list[Stretch] = []
    for deed, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if deed == "equal":
            found.append(Stretch("same", "".join(old[old_from:old_to])))
            continue
        if old_from < old_to:
            found.append(Stretch("removed", "".join(old[old_from:old_to])))
        if new_from < new_to:
            found.append(Stretch("added", "".join(new[new_from:new_to])))
    return found


def differences(before: Version, after: Version, language: str) -> list[Difference]:
    """Every text that is not the same in both versions, in a language; both fetched with their content."""
    changed = [
        Difference(None, field, word_differences(old, new), "")
        for field in ("statement_of_intent", "resident_principle", "organiser_principle")
        if (old := in_language(before, field, language)) != (new := in_language(after, field, language))
    ]
    earlier = {wording.pledge_id: wording for wording in before.wordings.all()}
    for wording in after.wordings.all():
        old_wording = earlier.get(wording.pledge_id)
        old_texts = pledge_texts(old_wording, language) if old_wording else {}
        for field, new in pledge_texts(wording, language).items():
            if (old := old_texts.get(field, "")) != new:
                reason = in_language(wording, "change_reason", language) if field == "sentence" else ""
                changed.append(Difference(wording.pledge, field, word_differences(old, new), reason))
    return changed


def pledge_texts(wording: Wording, language: str) -> dict[str, str]:
    """The texts of a pledge in a language, its points as lines."""
    return {
        "sentence": in_language(wording, "sentence", language),
        "plain": in_language(wording, "plain", language),
        "points": "\n".join(in_language(point, "text", language) for point in wording.points.all()),
    }
