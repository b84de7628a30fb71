"""Measures the brief against what a careful reader noted."""
