"""Walks the thread both ways and finds its loose ends; owns no data."""
