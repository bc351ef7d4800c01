"""Deeds that cannot be done now, said so that the person knows what to do next."""


class Refused(Exception):
    """The deed was not done; the message is a sentence for the person who tried, in their language."""
