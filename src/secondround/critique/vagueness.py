"""Finds the claim in an answer that is most worth asking about: said, but without substance."""

import numpy as np

from secondround.critique import features, sequence
from secondround.critique.artefact import Artefact
from secondround.critique.heard import Heard
from secondround.critique.tagging import Tagged
from secondround.domain.critique import Role

CLAIMS = (Role.A, Role.R)
SURE = 0.6
"""How likely a claim must be vague to be worth a follow-up."""


def vaguest(artefact: Artefact, heard: Heard, tagged: Tagged) -> str:
    """The act or result that is most likely a mere assertion, verbatim; "" where none is."""
    claims = [i for i, role in enumerate(tagged.roles) if role in CLAIMS]
    if not claims:
        return ""
    scores = artefact.linear("vague")(features.of_wording(heard.texts, heard.vectors)[claims])
    likely = sequence.sigmoid(scores[:, 0])
    most = int(np.argmax(likely))
    return heard.spans[claims[most]].quote if likely[most] >= SURE else ""
