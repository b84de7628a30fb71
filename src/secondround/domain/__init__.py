"""Immutable values of the product, and plain arithmetic on them."""
