"""All figures of a set of transcripts."""

from collections.abc import Sequence

from eval.interviews import conduct, form, grounding, holding, probing, repeats, told_apart
from eval.interviews.figures import Figure
from eval.interviews.repeats import Intents
from eval.interviews.talks import Transcript
from secondround.materials.embed import MiniLM

OF_BUILT_IN, OF_A_MODEL = 0.6, 0.8
"""Share of the questions that must refer to the dossier."""


def figures(transcripts: Sequence[Transcript], *, by_model: bool = False) -> list[Figure]:
    """The table, top to bottom."""
    intents = Intents(MiniLM())
    least = OF_A_MODEL if by_model else OF_BUILT_IN
    return [
        *repeats.figures(transcripts, intents),
        *conduct.figures(transcripts),
        *form.figures(transcripts),
        *probing.figures(transcripts),
        *grounding.figures(transcripts, least),
        *told_apart.figures(transcripts),
        *holding.figures(transcripts, intents),
    ]
