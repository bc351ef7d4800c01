"""Lupaus: make a service promise together, decide on it, and prove in public whether it is kept."""
