"""Compares the briefs of the dossiers with what careful readers noted: `python -m eval.brief`.

A noted line is found where a line of the brief on its topic has half of the quote's words, in a
passage of the same document. Topics that nobody noted for a dossier are not counted as noise.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from eval.retrieval.dossiers import ADDED, UNSEEN, read
from secondround.domain.materials import Brief, BriefLine, Document, Dossier, Person, Topic
from secondround.materials import brief, chunk
from secondround.materials.embed import MiniLM

NOTED = UNSEEN.parent / "brief"
HALF = 0.5
"""Share of a quote's words that a line must have to count as having found it."""


@dataclass(frozen=True)
class Noted:
    """A line that a careful reader took from a document."""

    topic: Topic
    document: str
    quote: str

    def found_by(self, line: BriefLine) -> bool:
        """Whether the line says it."""
        wanted = Counter(_words(self.quote))
        here = self.document in {passage.document for passage in line.passages}
        said = wanted & Counter(_words(line.text))
        return line.topic is self.topic and here and said.total() >= HALF * wanted.total()


@dataclass
class Tally:
    """How a topic fared: noted lines and those found, lines of the brief and those noted."""

    noted: int = 0
    found: int = 0
    said: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """Share of the noted lines that were found."""
        return self.found / self.noted if self.noted else 0.0

    @property
    def noise(self) -> float:
        """Share of the brief's lines that nobody noted."""
        return 1 - self.right / self.said if self.said else 0.0


@dataclass
class Score:
    """One dossier, or several added up."""

    topics: dict[Topic, Tally] = field(default_factory=dict)

    @property
    def overall(self) -> Tally:
        """All topics together."""
        return _sum(self.topics.values())

    def add(self, other: "Score") -> None:
        """Adds another dossier's."""
        for topic, tally in other.topics.items():
            self.topics[topic] = _sum([self.topics.get(topic, Tally()), tally])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="Dossiers; all where none is named.")
    parser.add_argument("--lines", action="store_true", help="Show what was missed and not noted.")
    args = parser.parse_args()
    names = args.names or [path.stem for path in sorted(NOTED.glob("*.jsonl"))]
    whole = Score()
    for name in names:
        drawn, noted = drawn_for(name), noted_for(name)
        whole.add(scored(drawn, noted))
        _show(name, scored(drawn, noted))
        if args.lines:
            _show_lines(drawn, noted)
    _show("together", whole)


def drawn_for(name: str) -> Brief:
    """The brief of a dossier, drawn from its files."""
    folder = UNSEEN / name
    files = read(folder)
    passages = [passage for document in files for passage in chunk.passages(document)]
    return brief.draw(dossier_of(folder, files), files, passages, MiniLM())


def dossier_of(folder: Path, files: Sequence[Document]) -> Dossier:
    """The application as its sheet says."""
    sheet = yaml.safe_load((folder / "dossier.yaml").read_text(encoding="utf-8"))
    people = tuple(Person.model_validate(person) for person in sheet.get("people", ()))
    return Dossier(
        id=files[0].dossier_id,
        company=sheet["company"],
        role=sheet["role"],
        people=people,
        created_at=ADDED,
    )


def noted_for(name: str) -> list[Noted]:
    """What a careful reader noted."""
    lines = (NOTED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [Noted(Topic(row["topic"]), row["document"], row["quote"]) for row in rows]


def scored(drawn: Brief, noted: Sequence[Noted]) -> Score:
    """How the brief compares."""
    score = Score()
    for topic in sorted({each.topic for each in noted}, key=list(Topic).index):
        wanted = [each for each in noted if each.topic is topic]
        lines = drawn.about(topic)
        score.topics[topic] = Tally(
            noted=len(wanted),
            found=sum(any(map(each.found_by, lines)) for each in wanted),
            said=len(lines),
            right=sum(any(each.found_by(line) for each in wanted) for line in lines),
        )
    return score


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        for name in vars(total):
            setattr(total, name, getattr(total, name) + getattr(tally, name))
    return total


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold().replace("’", "'"))


def _show(name: str, score: Score) -> None:
    print(f"\n{name}")
    rows = [*((str(topic), tally) for topic, tally in score.topics.items()), ("all", score.overall)]
    for topic, tally in rows:
        print(
            f"  {topic:11} recall {tally.found:3}/{tally.noted:<3} {tally.recall:.2f}"
            f"   not noted {tally.said - tally.right:3}/{tally.said:<3} {tally.noise:.2f}"
        )


def _show_lines(drawn: Brief, noted: Sequence[Noted]) -> None:
    for each in noted:
        if not any(map(each.found_by, drawn.lines)):
            print(f"  - {each.topic}: {each.quote}")
    topics = {each.topic for each in noted}
    for line in drawn.lines:
        if line.topic in topics and not any(each.found_by(line) for each in noted):
            print(f"  + {line.topic}: {' '.join(line.text.split())[:150]}")


if __name__ == "__main__":
    main()
