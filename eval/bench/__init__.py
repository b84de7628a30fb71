"""Measures how long people wait."""
