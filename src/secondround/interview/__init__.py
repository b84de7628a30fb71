"""Decides what is asked, in what order, and keeps the talk."""
