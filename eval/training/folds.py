"""Trains on some writers and reads the others, so that nothing is judged by who has seen it."""

from collections.abc import Iterator, Sequence

from eval.training import fitting, variants
from eval.training.corpus import Labelled
from eval.training.fitting import Taught
from eval.training.measures import Unseen
from secondround.critique import tagging
from secondround.critique.artefact import Artefact
from secondround.critique.summary import Summary

Varied = Sequence[tuple[str, Labelled]]


class Folds:
    """The corpus and its variants, and a role model for every set of writers that was left out."""

    def __init__(self, answers: Sequence[Labelled], varied: Varied) -> None:
        self.answers = answers
        self.writers = sorted({answer.writer for answer in answers})
        self._varied = varied
        self._roles: dict[frozenset[str], fitting.Arrays] = {}

    def trained(self, without: str = "") -> fitting.Arrays:
        """The arrays of a tagger that has not seen this writer; "" for one that has seen all."""
        told = [("", answer) for answer in self.answers]
        taught = [
            Taught(change, answer, self._summary(answer, without))
            for change, answer in [*told, *self._varied]
            if answer.writer != without
        ]
        return {**self._without({without} - {""}), **fitting.judges(taught)}

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
            told = [answer for answer in self.answers if answer.writer not in key]
            moved = [
                answer
                for change, answer in self._varied
                if change == variants.ORDER and answer.writer not in key
            ]
            self._roles[key] = fitting.roles(told, moved)
        return self._roles[key]
