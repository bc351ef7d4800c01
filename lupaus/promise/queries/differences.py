"""What changed from one version to the next, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import gettext_lazy

from lupaus.promise.models import Pledge, Version, Wording
from lupaus.web.languages import in_language

WORDS = re.compile(r"\s+|[^\s]+")
LEAST_ALIKE = 0.5
FIELDS = {
    "statement_of_intent": gettext_lazy("Statement of intent"),
    "resident_principle": gettext_lazy("The resident's principle"),
    "organiser_principle": gettext_lazy("The organiser's principle"),
    "sentence": gettext_lazy("the sentence"),
    "plain": gettext_lazy("in plain language"),
    "points": gettext_lazy("the points"),
}


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

    @property
    def field_label(self) -> str:
        return str(FIELDS[self.field])


def word_differences(before: str, after: str) -> list[Stretch]:
    """The words of both texts in reading order: same, removed, added. Joined they give either text back.

    Where little is left of the old text it is shown as replaced whole: a change read word by word would be a riddle.
    """
    old, new = WORDS.findall(before), WORDS.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < LEAST_ALIKE:
        return joined([Stretch("removed", before), Stretch("added", after)])
    found: list[Stretch] = []
    for deed, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        removed, added = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        if deed == "equal" and not removed.isspace():
            found.append(Stretch("same", removed))
        else:
            found += [Stretch("removed", removed), Stretch("added", added)]
    return joined(found)


def joined(stretches: list[Stretch]) -> list[Stretch]:
    """Changes that follow each other told as one: first all that was removed, then all that was added."""
    told: list[Stretch] = []
    removed = added = ""
    for stretch in [*stretches, Stretch("same", "")]:
        if stretch.kind == "same":
            if removed.strip() == added.strip() == "" and removed == added:
                told.append(Stretch("same", removed))
            else:
                told += [Stretch("removed", removed), Stretch("added", added)]
            told.append(stretch)
            removed = added = ""
        elif stretch.kind == "removed":
            removed += stretch.text
        else:
            added += stretch.text
    return [stretch for stretch in told if stretch.text]


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
