"""`python -m eval.asking [train] [--data FILE]`: how well unseen questions are labelled.

With `train` it first learns from knowledge/asking/*.jsonl anew, and says how well each writer's
questions are labelled by what the other writers taught. `--data` takes a file of the same form.
"""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from eval.asking import cases, measures, teaching
from eval.asking.cases import Case
from eval.asking.teaching import Taught
from eval.training.remembered import Remembered
from secondround.asking import learned
from secondround.asking.labelling import Labeller, verdict
from secondround.domain.asking import AskLabel
from secondround.materials.embed import MiniLM, SearchMiniLM


def main() -> None:
    reads = argparse.ArgumentParser(prog="python -m eval.asking")
    reads.add_argument("do", nargs="?", choices=["train"])
    reads.add_argument("--data", type=Path, default=cases.BLIND)
    chosen = reads.parse_args()
    labeller = Labeller(Remembered(MiniLM()), SearchMiniLM())
    if chosen.do == "train":
        train(labeller)
    measure(cases.taught(), cases.read(chosen.data), labeller)


def train(labeller: Labeller) -> None:
    known = cases.taught()
    taught = [teaching.taught(case, labeller) for case in known]
    longer = [teaching.taught(case, labeller) for case in teaching.longer(known)]
    strong = [one for one in taught if one.label is AskLabel.STRONG]
    led = "taught questions, those that are not strong with a lead"
    for title, some in (("taught questions", taught), (led, [*longer, *strong])):
        said = unseen_writers(some, [*taught, *longer])
        show(f"{len(some)} {title}, by what the other writers taught", labels(some), said)
    weights, bias = teaching.fit([*taught, *longer])
    learned.saved(cases.FOLDER.parent / learned.FILE, weights, bias, cases.fingerprint())
    learned.load.cache_clear()


def labels(some: Sequence[Taught]) -> list[AskLabel]:
    return [one.label for one in some]


def unseen_writers(some: Sequence[Taught], taught: Sequence[Taught]) -> list[AskLabel]:
    """The label of each by a model that is taught all but what its writer wrote."""
    models = {
        writer: teaching.scores(teaching.fit([one for one in taught if one.writer != writer]))
        for writer in sorted({one.writer for one in taught})
    }
    return [verdict(one.asked, models[one.writer](one.row)).label for one in some]


def measure(taught: Sequence[Case], unseen: Sequence[Case], labeller: Labeller) -> None:
    started = time.perf_counter()
    said = [_labelled(case, labeller) for case in unseen]
    each = 1000 * (time.perf_counter() - started) / len(unseen)
    true = [case.label for case in unseen]
    show(f"{len(unseen)} unseen questions", true, said)
    for name, others in (
        ("the commonest label", measures.by_majority(taught, unseen)),
        ("length", measures.by_length(taught, unseen)),
        ("patterns", measures.by_words(unseen)),
    ):
        print(f"  macro-F1 by {name} alone: {measures.macro_f1(true, others):.2f}")
    print(f"  {each:.0f} ms each")


def show(title: str, true: Sequence[AskLabel], said: Sequence[AskLabel]) -> None:
    low, high = measures.interval(true, said)
    print(f"{title}\n  macro-F1 {measures.macro_f1(true, said):.3f} [{low:.2f}, {high:.2f}]")
    counts = measures.confusion(true, said)
    for (label, figure), row_ in zip(measures.each_f1(true, said).items(), counts, strict=True):
        given = " ".join(f"{n:4}" for n in row_)
        print(f"  {label:17}F1 {figure:.2f}   labelled as the columns in this order: {given}")


def _labelled(case: Case, labeller: Labeller) -> AskLabel:
    context = [case.context] if case.context.strip() else []
    said = labeller.label(case.question, case.persona, context, pay_raised=case.pay_raised)
    return said.label


if __name__ == "__main__":
    main()
