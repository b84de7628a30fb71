"""Judges an answer against the rubric, with evidence."""
