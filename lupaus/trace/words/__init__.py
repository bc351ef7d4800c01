"""Rows of the thread put into words: one function for each kind of step."""
