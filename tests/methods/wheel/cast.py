"""Wheels to test with: short texts in three languages, and words as long as Finnish makes them."""

from __future__ import annotations

from hypothesis import strategies as st

from lupaus.methods.wheel import PERSPECTIVES, Sector, WheelContent

HEADINGS = {
    "fi": ("Saatavuus", "Saavutettavuus", "Laatu", "Vaikuttavuus", "Integraatio"),
    "sv": ("Tillgång", "Tillgänglighet", "Kvalitet", "Effekt", "Integration"),
    "en": ("Availability", "Accessibility", "Quality", "Effectiveness", "Integration of services"),
}
BODIES = {
    "fi": "Saat meihin yhteyden samana päivänä ja tiedät, kuka asiaasi hoitaa.",
    "sv": "Du får kontakt med oss samma dag och vet vem som sköter ditt ärende.",
    "en": "You reach us the same day and know who takes care of your matter.",
}
SYLLABLES = [
    "pal",
    "ve",
    "lu",
    "jen",
    "saa",
    "vut",
    "tet",
    "ta",
    "vuus",
    "hoi",
    "toon",
    "pää",
    "see",
    "koh",
    "taa",
    "mi",
    "nen",
    "tar",
    "peel",
    "li",
    "nen",
    "yh",
    "tei",
    "sel",
    "lä",
    "vas",
    "tuul",
    "la",
    "kes",
    "kuk",
    "sen",
    "as",
    "un",
    "to",
    "a",
    "vun",
    "an",
    "ta",
    "ja",
    "le",
    "mi",
    "ö",
    "äi",
    "din",
]

finnish_words = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=12).map(
    lambda syllables: "".join(syllables)[:30]
)
pledge_texts = st.lists(finnish_words, min_size=1, max_size=60).map(
    lambda words: " ".join(words).capitalize()[:400].strip()
)


def wheel(language: str = "fi", body: str | None = None, href: str = "") -> WheelContent:
    """A whole wheel; `body` stands in every sector when it is given."""
    return WheelContent(
        core="Arki sujuu ja apu löytyy läheltä",
        resident_title="Asukas",
        organiser_title="Järjestäjä",
        resident_principle="Osallistun ja vaikutan",
        organiser_principle="Osallisuus ja avoimuus",
        sectors=tuple(
            Sector(perspective, viewpoint, heading, BODIES[language] if body is None else body, href)
            for perspective, heading in zip(PERSPECTIVES, HEADINGS[language], strict=True)
            for viewpoint in ("resident", "organiser")
        ),
    )
