"""Where a word may be broken: Finnish by its syllables, Swedish and English by pattern.

Finnish has its own rule because the pattern collection (pyphen, GPL/LGPL/MPL) carries no Finnish,
and because Finnish syllables follow a short rule: a syllable begins at a consonant that stands
before a vowel. The rule errs at the seams of compounds whose second part begins with a vowel or
with two consonants; the parts that service promises use are named below.
Source: the orthography of standard Finnish as taught in schools (kotus.fi, tavutus).
"""

from __future__ import annotations

import re
from functools import lru_cache

import pyphen

SHORTEST_START, SHORTEST_END, SHORTEST_WORD = 2, 3, 6
"""Letters that must stay together before and after a hyphen, and words too short to break."""
VOWELS = "aeiouyåäöéáàüAEIOUYÅÄÖÉÁÀÜ"
CONSONANTS = "bcdfghjklmnpqrstvwxzšžBCDFGHJKLMNPQRSTVWXZŠŽ"
SYLLABLE = re.compile(f"(?<=[{VOWELS}{CONSONANTS}])(?=[{CONSONANTS}][{VOWELS}])")
CLUSTER = re.compile(f"[{CONSONANTS}]*")
SEAMS = re.compile(
    "(?<=[a-zåäö]{3})(?="
    "aluee|alue|aika|aikai|aloit|apua|apuv|arjen|arvio|asema|asiak|asioi|asuk|asumi|edust|edist|"
    "elämä|ennalta|etäp|hoito|ihmis|ikäis|ikäih|ilmoi|infra|integr|itsen|klini|kriis|ohjau|ohjel|"
    "ohjei|oike[au]|omais|opetu|opisk|organ|osaam|osalli|osasto|projekt|proses|strateg|tarpe|trauma|"
    "uudis|ympär|yhteis|yhtey|yksik|yksil|ylläp|työn|äänest)",
    re.IGNORECASE,
)
PATTERNS = {"sv": "sv", "en": "en_GB"}
LETTERS, LETTERS_AT_END = re.compile(r"[^\W\d_]*"), re.compile(r"[^\W\d_]*$")
MARKS = "‐-–—/"


@lru_cache(maxsize=8192)
def breaks(word: str, language: str) -> tuple[int, ...]:
    """The places in a word where it may be broken with a hyphen, from left to right.

    `language` is fi, sv or en. Places where the word already has a hyphen are not among them.
    """
    places = set(_patterns(language).positions(word)) if language in PATTERNS else _finnish(word)
    return tuple(place for place in sorted(places) if _is_kind(word, place))


def own_breaks(word: str) -> tuple[int, ...]:
    """The places after a hyphen or dash of the word's own, where no other hyphen is needed."""
    return tuple(
        index + 1
        for index, letter in enumerate(word[:-1])
        if letter in MARKS and index > 0 and word[index + 1].isalpha()
    )


def _is_kind(word: str, place: int) -> bool:
    """Whether a reader can bear a break here: enough letters on both sides of one long part."""
    before, after = _run_before(word, place), LETTERS.match(word, place)
    start, end = len(before), len(after.group()) if after else 0
    return start >= SHORTEST_START and end >= SHORTEST_END and start + end >= SHORTEST_WORD


def _finnish(word: str) -> set[int]:
    """Syllable borders, but at the seam of a compound the seam and not the syllable."""
    seams = {match.start() for match in SEAMS.finditer(word)}
    borders = {
        match.start()
        for match in SYLLABLE.finditer(word)
        if any(letter in VOWELS for letter in _run_before(word, match.start()))
    }
    shadowed = {
        border
        for border in borders
        for seam in seams
        if border == seam - 1 or seam < border <= seam + max(1, _consonants_from(word, seam))
    }
    return (borders - shadowed) | seams


def _consonants_from(word: str, place: int) -> int:
    """How many consonants a part of a compound begins with: no syllable border lies among them."""
    begun = CLUSTER.match(word, place)
    return len(begun.group()) if begun else 0


def _run_before(word: str, place: int) -> str:
    """The unbroken run of letters that stands before a place."""
    run = LETTERS_AT_END.search(word, 0, place)
    return run.group() if run else ""


@lru_cache(maxsize=4)
def _patterns(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=PATTERNS[language], left=SHORTEST_START, right=SHORTEST_END)
