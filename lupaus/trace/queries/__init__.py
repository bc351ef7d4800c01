"""Walks along the thread, downwards and upwards, and what hangs loose."""
