"""Text that a spreadsheet would run as a formula, made harmless and made whole again."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """Put an apostrophe before text that begins like a formula (or like one already made harmless)."""
    return "'" + text if text.lstrip("'").startswith(DANGEROUS) else text


def plain_text(text: str) -> str:
    """Undo ``harmless``."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(DANGEROUS) else text
