"""Simulated candidates talk with the interviewer; what it said is put to the test."""
