"""Wellbeing services counties (hyvinvointialue) and their areas, segments and services."""
