"""`python -m eval.interviews [MODEL]`: simulated candidates meet the interviewer; what came of it.

Without a model it is the built-in interviewer; with one (as in SECONDROUND_MODEL) that model, on
the same path, through the service and key of the environment.
"""

import argparse
import json
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, repeat
from multiprocessing import get_context
from pathlib import Path

from eval.interviews import obedient, scores
from eval.interviews.figures import Figure
from eval.interviews.sheets import sheets
from eval.interviews.talks import Transcript, by_dossier, held_to_the_end, meetings


def main() -> int:
    """Prints the table; the exit status says whether a bar was missed."""
    args = _arguments()
    wanted = meetings(sheets(args.candidate))
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        talks = pool.map(held_to_the_end, by_dossier(wanted), repeat(args.model))
        obeyed = pool.map(obedient.talks, by_dossier(obedient.chosen(wanted)))
        held = list(chain.from_iterable(talks))
        figures = scores.figures(held, by_model=bool(args.model))
        figures.append(obedient.figure(list(chain.from_iterable(obeyed))))
    _report(held, figures, verbose=args.verbose)
    if args.out:
        args.out.write_text(json.dumps(_rows(figures), indent=2) + "\n", encoding="utf-8")
    return int(any(figure.verdict == "MISSED" for figure in figures))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="eval.interviews", description=__doc__.splitlines()[0])
    parser.add_argument("model", nargs="?", default="", help="None: the built-in interviewer.")
    parser.add_argument("--candidate", action="append", default=[], help="One of them; all else.")
    parser.add_argument("--out", type=Path, help="A file for the figures, as JSON.")
    parser.add_argument("--verbose", action="store_true", help="Show every case that is not right.")
    return parser.parse_args()


def _report(held: Sequence[Transcript], figures: Sequence[Figure], *, verbose: bool) -> None:
    lines = sum(len(transcript.lines) for transcript in held)
    candidates = len({transcript.sheet.name for transcript in held})
    print(f"{candidates} candidates, {len(held)} interviews, {lines} lines of interviewers\n")
    print(f"{'':38}{'value':>7}  {'95 %':15}{'of':>5}  {'bar':8}")
    for figure in figures:
        print(_row(figure))
        for case in figure.cases if verbose and figure.bar else ():
            print(case)


def _row(figure: Figure) -> str:
    interval = f"[{figure.low:.3f}, {figure.high:.3f}]"
    bar = str(figure.bar or "")
    return (
        f"{figure.name:38}{figure.value:7.3f}  {interval:15}{figure.count:5}  {bar:8}"
        f"{figure.verdict}"
    )


def _rows(figures: Sequence[Figure]) -> list[dict[str, object]]:
    return [
        {
            "metric": figure.name.strip(),
            "value": round(figure.value, 4),
            "interval": [round(figure.low, 4), round(figure.high, 4)],
            "count": figure.count,
            "bar": str(figure.bar or ""),
            "verdict": figure.verdict,
            "cases": [f"{case.transcript.meeting.name}:{case.turn}" for case in figure.cases],
        }
        for figure in figures
    ]


if __name__ == "__main__":
    raise SystemExit(main())
