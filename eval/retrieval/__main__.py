"""`python -m eval.retrieval [FOLDER]`: how well passages are found, beside the plain ways."""

import sys
from pathlib import Path

from eval.retrieval.dossiers import UNSEEN, dossiers
from eval.retrieval.measures import MEASURES, Outcome, gain_interval, interval, outcome
from eval.retrieval.systems import all_systems


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else UNSEEN
    outcomes: dict[str, list[Outcome]] = {}
    for dossier in dossiers(folder):
        with all_systems(dossier) as systems:
            for name, system in systems.items():
                asked = [outcome(dossier.name, query, system) for query in dossier.queries]
                outcomes.setdefault(name, []).extend(asked)
    _report(outcomes)


def _report(outcomes: dict[str, list[Outcome]]) -> None:
    (product, ours), *others = outcomes.items()
    names = sorted({o.dossier for o in ours})
    without = sum(not o.answerable for o in ours)
    print(f"{len(names)} dossiers, {len(ours)} queries, {without} of them without an answer\n")
    for name, of in outcomes.items():
        print(name)
        for label, measure in MEASURES.items():
            low, high = interval(measure, of)
            print(f"  {label:26}{measure(of):.2f}  [{low:.2f}, {high:.2f}]")
    for name, theirs in others:
        for label in ("recall@5", "MRR"):
            low, high = gain_interval(MEASURES[label], ours, theirs)
            print(f"{product} − {name}, {label}: [{low:+.2f}, {high:+.2f}]")
    print("\nrecall@5 by dossier")
    for dossier in names:
        print(
            f"  {dossier:28}{MEASURES['recall@5']([o for o in ours if o.dossier == dossier]):.2f}"
        )


if __name__ == "__main__":
    main()
