"""Stable public names of things: short, readable aloud, telling nothing of how many there are."""

import secrets

from django.db import models

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
LENGTH = 10


def new_public_id() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def public_id_field() -> "models.CharField[str, str]":
    """The name a thing carries in public addresses for good."""
    return models.CharField(max_length=20, unique=True, default=new_public_id, editable=False)
