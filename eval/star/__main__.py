"""`python -m eval.star [MODEL]`: how far the critic can be trusted, on answers nobody taught it.

Without a model it is the built-in coach; with one (as in SECONDROUND_MODEL) that model, through the
service and key of the environment.
"""

import sys
from collections import Counter
from collections.abc import Sequence

from eval.star import agreement, cases, contrast, raters
from eval.star.agreement import Figure, Reading
from eval.star.contrast import Judge, Judged
from eval.training import corpus
from eval.training.corpus import Labelled
from secondround.app import App
from secondround.critique import artefact, tagging
from secondround.materials.embed import MiniLM
from secondround.settings import Settings


def main() -> None:
    app = App(Settings(model=sys.argv[1] if len(sys.argv) > 1 else ""))
    judge, embedder = app.critic.judge, MiniLM()
    taught = corpus.answers(embedder)
    readers = raters.read()
    answers = [corpus.labelled(raters.agreed(each), embedder) for each in readers]
    for names, on_roles, on_scores in raters.agreement(readers):
        print(f"{names} agree: roles, kappa {on_roles:.2f}; scores, QWK {on_scores:.2f}")
    print(f"\nJudged by {app.engine}.\n")
    show_agreement(answers, taught, judge)
    show_pairs(contrast.judged(cases.pairs(), judge))
    show_extremes(judge)


def show_agreement(answers: Sequence[Labelled], taught: Sequence[Labelled], judge: Judge) -> None:
    readings = [Reading(answer, judge(answer.answer)) for answer in answers]
    assessed = [reading for reading in readings if reading.critique.band is not None]
    print(f"{len(answers)} labelled answers, {len(answers) - len(assessed)} of them not assessed")
    for figure in [*_roles(answers), *agreement.figures(assessed, taught)]:
        _show(figure)
    wrong = sum(contrast.misquoted(r.labelled.answer, r.critique) for r in assessed)
    print(f"  quotes that are not verbatim: {wrong}\n")


def show_pairs(judged: Sequence[Judged]) -> None:
    assessed = [one for one in judged if one.assessed]
    print(f"{len(judged)} contrast pairs, {len(judged) - len(assessed)} of them not assessed")
    changes = Counter(one.pair.change for one in assessed)
    for change, count in changes.items():
        _show_change(change, count, [one for one in assessed if one.pair.change == change])
    _show_change("all", len(assessed), assessed)


def _show_change(change: str, count: int, of: Sequence[Judged]) -> None:
    fell = [fell for one in of for fell in one.fell]
    held = [held for one in of for held in one.held]
    nearly = [held for one in of for held in one.nearly_held]
    print(
        f"  {change:20}{count:4}  target fell {_share(fell)}  others held {_share(held)}"
        f" (within a point {_share(nearly)})  band right {_share([one.band_right for one in of])}"
        f"  band rose {sum(one.rose for one in of)}"
    )


def show_extremes(judge: Judge) -> None:
    gold, controls = cases.gold(), cases.controls()
    low, high = contrast.below_4(gold, judge), contrast.above_2(controls, judge)
    print(f"\n{len(gold)} first-rate answers, judged below 4: {', '.join(low) or 'none'}")
    print(f"{len(controls)} bad answers, judged above 2: {', '.join(high) or 'none'}")


def _roles(answers: Sequence[Labelled]) -> list[Figure]:
    """Of the built-in tagger, whoever judges."""
    learned = artefact.load()
    read = [tagging.tag(learned, answer.gold.heard).roles for answer in answers]
    true = [role.value for answer in answers for role in answer.gold.roles]
    said = [role.value for roles in read for role in roles]
    return agreement.roles(true, said, [i for i, roles in enumerate(read) for _ in roles])


def _show(figure: Figure) -> None:
    baseline = "" if figure.by_length is None else f"  by length alone {figure.by_length:.2f}"
    interval = f"[{figure.low:+.2f}, {figure.high:+.2f}]"
    print(f"  {figure.name:48}{figure.value:+.2f}  {interval}{baseline}")


def _share(values: Sequence[bool]) -> str:
    return f"{sum(values) / len(values):.2f}" if values else "   –"


if __name__ == "__main__":
    main()
