"""Writes the measured figures into the tagger's model card."""

from collections.abc import Sequence

from eval.training.corpus import FOLDER

CARD = FOLDER / "MODEL.md"
BEGIN, END = "<!-- figures: written by `make train` -->", "<!-- end of figures -->"


def write(rows: Sequence[tuple[str, str]]) -> None:
    """Replaces the table between the two marks."""
    text = CARD.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    table = ["| what | figure |", "|---|---|", *(f"| {name} | {figure} |" for name, figure in rows)]
    CARD.write_text("\n".join([before + BEGIN, *table, END]) + after, encoding="utf-8")
