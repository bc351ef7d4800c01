"""Builds the files a county needs from the thread."""
