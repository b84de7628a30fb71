"""Trains the built-in tagger on the labelled answers, and says how well it reads unseen writers."""
