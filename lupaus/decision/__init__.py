"""Yearly targets, the decision package and the council's decision."""
