"""Decodes a chain of units: what each is most likely to be, given those beside it."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


def best(emissions: Scores, transitions: Scores) -> list[int]:
    """The likeliest chain (Viterbi). Log scores, shapes (units, labels) and (labels, labels)."""
    if not len(emissions):
        return []
    score, back = emissions[0], []
    for emission in emissions[1:]:
        candidates = score[:, None] + transitions
        back.append(candidates.argmax(0))
        score = candidates.max(0) + emission
    chain = [int(score.argmax())]
    for origin in reversed(back):
        chain.append(int(origin[chain[-1]]))
    return chain[::-1]


def marginals(emissions: Scores, transitions: Scores) -> Scores:
    """How likely each label is for each unit (forward-backward); rows add up to 1."""
    forward, backward = np.array(emissions, np.float64), np.zeros(emissions.shape)
    for i in range(1, len(emissions)):
        forward[i] += _log_sum(forward[i - 1][:, None] + transitions, 0)
    for i in range(len(emissions) - 2, -1, -1):
        backward[i] = _log_sum(transitions + emissions[i + 1] + backward[i + 1], 1)
    return softmax(forward + backward)


def softmax(scores: Scores) -> Scores:
    """Probabilities along the last axis."""
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(powers / powers.sum(-1, keepdims=True), np.float64)


def sigmoid(scores: Scores) -> Scores:
    """Probabilities of log odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), np.float64)


def _log_sum(scores: Scores, axis: int) -> Scores:
    top = scores.max(axis, keepdims=True)
    return np.asarray(np.log(np.exp(scores - top).sum(axis)) + top.squeeze(axis), np.float64)
