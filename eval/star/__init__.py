"""Measures a critic on answers nobody trained it on: labels, contrast pairs, controls, gold."""
