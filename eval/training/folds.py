"""Trains on some writers and reads the others, so that nothing is judged by who has seen it."""

from collections.abc import Iterator, Sequence

from eval.training import fitting
from eval.training.corpus import Labelled
from eval.training.measures import Unseen
from secondround.critique import tagging
from secondround.critique.artefact import Artefact
from secondround.critique.summary import Summary


class Folds:
    """The corpus, and a role model for every set of writers that was left out."""

    def __init__(self, answers: Sequence[Labelled]) -> None:
        self.answers = answers
        self.writers = sorted({answer.writer for answer in answers})
        self._roles: dict[frozenset[str], fitting.Arrays] = {}

    def trained(self, without: str = "") -> fitting.Arrays:
        """The arrays of a tagger that has not seen this writer; "" for one that has seen all."""
        seen = [answer for answer in self.answers if answer.writer != without]
        summaries = [self._summary(answer, without) for answer in seen]
        return {**self._without({without} - {""}), **fitting.judges(seen, summaries)}

    def unseen(self, situational: fitting.Arrays) -> Iterator[Unseen]:
        """Every answer as read by a tagger that has not seen its writer."""
        for writer in self.writers:
            learned = Artefact({**self.trained(writer), **situational})
            for answer in self.answers:
                if answer.writer == writer:
                    yield Unseen.by(learned, answer)

    def _summary(self, answer: Labelled, without: str) -> Summary:
        """Of roles from a model that saw neither this answer's writer nor the one left out."""
        learned = Artefact(self._without({answer.writer, without} - {""}))
        heard = answer.cut.heard
        return Summary(heard.texts, heard.vectors, tagging.tag(learned, heard).likely)

    def _without(self, writers: set[str]) -> fitting.Arrays:
        key = frozenset(writers)
        if key not in self._roles:
            seen = [answer for answer in self.answers if answer.writer not in key]
            self._roles[key] = fitting.roles(seen)
        return self._roles[key]
