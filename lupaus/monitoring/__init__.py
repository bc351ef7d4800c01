"""Indicators, observations and whether a pledge is kept."""
