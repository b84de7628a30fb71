"""Keeps interviews and gives them back."""
