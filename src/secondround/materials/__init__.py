"""Reads, keeps and finds what the candidate brought."""
