"""Teaches the model which sentences and passages of a dossier answer a query, or that none does.

The lower layers stay as published, so what goes into the upper ones is computed once.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from eval.training.search.bert import Encoder, pooled, published, tokenizer
from eval.training.search.pairs import Lesson, Texts

FIRST = 3
"""The lowest layer that learns."""
EPOCHS, RATE, TEMPERATURE, DROPOUT, SEED = 3, 5e-5, 0.05, 0.1, 0
QUERIES, SENTENCES, PASSAGES, OTHERS = 20, 60, 16, 8
"""Of a dossier in one step: queries, and texts of either size, of which at least so many answer
none of the queries."""
NOTHING = 0.3
"""Similarity that stands for “nothing here answers it”, at first; it is learnt as well."""
TAKEN_AWAY = 0.25
"""Share of the queries whose answers are taken away in a step, so that nothing answers them: what
is left is as near to an answer as a dossier gets."""
Batch = Sequence[int]


class Below:
    """Texts as they come out of the layers that stay as they are."""

    def __init__(self, encoder: Encoder, texts: Sequence[str]) -> None:
        self.ids = [encoded.ids for encoded in tokenizer().encode_batch(list(texts))]
        self._states: list[Tensor] = [torch.empty(0)] * len(texts)
        with torch.no_grad():
            for batch in _by_length(range(len(texts)), self.ids, 32):
                ids, mask = _padded([self.ids[i] for i in batch])
                hidden = encoder.embedded(ids)
                for layer in encoder.layers[:FIRST]:
                    hidden = layer(hidden, mask[:, None, None, :].bool())
                for row, i in enumerate(batch):
                    self._states[i] = hidden[row, : len(self.ids[i])].clone()

    def vectors(self, encoder: Encoder, chosen: Batch) -> Tensor:
        """Of the chosen texts, in their order."""
        found: dict[int, Tensor] = {}
        for batch in _by_length(chosen, self.ids, 48):
            _, mask = _padded([self.ids[i] for i in batch])
            states = torch.nn.utils.rnn.pad_sequence([self._states[i] for i in batch], True)
            vectors = pooled(encoder.above(FIRST, states, mask), mask)
            found |= dict(zip(batch, vectors, strict=True))
        return torch.stack([found[i] for i in chosen])


@dataclass(frozen=True)
class _Prepared:
    lesson: Lesson
    queries: Below
    sentences: Below
    passages: Below


def fitted(lessons: Sequence[Lesson]) -> Encoder:
    """The published model, taught these lessons; prints the loss of each epoch."""
    torch.manual_seed(SEED)
    rng, encoder = random.Random(SEED), published()
    prepared = [_prepared(encoder.eval(), lesson) for lesson in lessons]
    nothing = torch.nn.Parameter(torch.tensor(NOTHING))
    learnt = [weight for layer in encoder.layers[FIRST:] for weight in layer.parameters()]
    groups = [{"params": learnt, "lr": RATE}, {"params": [nothing], "lr": 100 * RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * sum(math.ceil(len(p.lesson.queries) / QUERIES) for p in prepared)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda step: min(1, (step + 1) / max(1, 0.1 * steps)) * max(0.02, 1 - step / steps),
    )
    for layer in encoder.layers:
        layer.dropout = DROPOUT
    encoder.train()
    for epoch in range(EPOCHS):
        losses = []
        for part, batch in _shuffled(prepared, rng):
            loss = _loss(encoder, nothing, part, batch, rng)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learnt, 1.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {sum(losses) / len(losses):.3f}", flush=True)
    return encoder.eval()


def _prepared(encoder: Encoder, lesson: Lesson) -> _Prepared:
    texts = (lesson.queries, lesson.sentences.texts, lesson.passages.texts)
    return _Prepared(lesson, *(Below(encoder, some) for some in texts))


def _shuffled(
    prepared: Sequence[_Prepared], rng: random.Random
) -> list[tuple[_Prepared, list[int]]]:
    """Each dossier's queries, a few at a time, all in a new order."""
    work = []
    for part in prepared:
        queries = list(range(len(part.lesson.queries)))
        rng.shuffle(queries)
        work += [(part, queries[i : i + QUERIES]) for i in range(0, len(queries), QUERIES)]
    rng.shuffle(work)
    return work


def _loss(
    encoder: Encoder, nothing: Tensor, part: _Prepared, batch: Batch, rng: random.Random
) -> Tensor:
    queries = part.queries.vectors(encoder, batch)
    taken_away = torch.tensor([[rng.random() < TAKEN_AWAY] for _ in batch])
    sizes = (
        (part.sentences, part.lesson.sentences, SENTENCES),
        (part.passages, part.lesson.passages, PASSAGES),
    )
    losses = []
    for below, texts, most in sizes:
        chosen = _chosen(texts, batch, most, rng)
        likeness = queries @ below.vectors(encoder, chosen).T / TEMPERATURE
        answers = _answers(texts, batch, chosen)
        left = likeness.masked_fill(answers & taken_away, -torch.inf)
        log_share = F.log_softmax(torch.cat([left, _column(nothing / TEMPERATURE, batch)], 1), 1)
        right = torch.cat([answers & ~taken_away, taken_away | ~answers.any(1, True)], 1)
        losses.append(-torch.logsumexp(log_share.masked_fill(~right, -torch.inf), 1).mean())
    return torch.stack(losses).sum()


def _column(value: Tensor, batch: Batch) -> Tensor:
    return value.expand(len(batch), 1)


def _chosen(texts: Texts, batch: Batch, most: int, rng: random.Random) -> list[int]:
    """All that answer a query of the batch, and others of the same dossier."""
    answers = sorted({place for query in batch for place in texts.answers[query]})
    others = sorted(set(range(len(texts.texts))) - set(answers))
    rng.shuffle(others)
    return answers + others[: max(OTHERS, most - len(answers))]


def _answers(texts: Texts, batch: Batch, chosen: Batch) -> Tensor:
    """Which of the chosen texts answer which query."""
    return torch.tensor([[place in texts.answers[query] for place in chosen] for query in batch])


def _by_length(chosen: Sequence[int], ids: Sequence[Sequence[int]], most: int) -> list[list[int]]:
    """In batches of texts of about the same length."""
    ordered = sorted(chosen, key=lambda i: len(ids[i]))
    return [ordered[first : first + most] for first in range(0, len(ordered), most)]


def _padded(ids: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    rows = [torch.tensor(row) for row in ids]
    masks = [torch.ones_like(row) for row in rows]
    pad = torch.nn.utils.rnn.pad_sequence
    return pad(rows, True), pad(masks, True)
