"""Teaches the labels of the candidate's questions, and says how well unseen ones are labelled."""
