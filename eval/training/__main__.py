"""`python -m eval.training`: trains the tagger, measures it on unseen writers, writes both down."""

import time

import numpy as np

from eval.training import card, corpus, fitting, measures
from eval.training.folds import Folds
from eval.training.plans import measured
from eval.training.remembered import Remembered
from secondround.critique import artefact, assessable, features
from secondround.materials.embed import MiniLM


def main() -> None:
    started, embedder = time.monotonic(), Remembered(MiniLM())
    answers, plans = corpus.answers(embedder), corpus.plans(embedder)
    folds, situational = Folds(answers, corpus.varied(embedder)), fitting.plans(plans)
    save({**folds.trained(), **situational}, [answer.answer.text for answer in answers])
    rows = measures.tagger(list(folds.unseen(situational))) + measured(plans)
    card.write(rows)
    for name, figure in rows:
        print(f"{name:78}{figure}")
    print(f"\nTrained and measured in {time.monotonic() - started:.0f} s.")


def save(arrays: fitting.Arrays, texts: list[str]) -> None:
    about = {
        "layout": np.array(features.LAYOUT),
        "corpus": np.array(corpus.fingerprint()),
        "words": assessable.word_keys(texts),
    }
    path = corpus.FOLDER.parent / artefact.FILE
    np.savez_compressed(path, allow_pickle=False, **arrays, **about)


if __name__ == "__main__":
    main()
