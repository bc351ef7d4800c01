"""Parties, consultations and every text given through any channel."""
