"""Measures the product with its own code."""
