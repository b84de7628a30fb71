"""Teaches the model which passages and sentences of a dossier answer a query, or that none does.

A sentence is read in its passage, as the product reads it (`Embedder.embed_parts`). The lower
layers stay as published, so what goes into the upper ones is computed once.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from tokenizers import Encoding
from torch import Tensor

from eval.training.search.bert import Encoder, published, tokenizer, unread
from eval.training.search.pairs import Answers, Lesson

FIRST = 3
"""The lowest layer that learns."""
EPOCHS, RATE, TEMPERATURE, DROPOUT, SEED = 3, 5e-5, 0.05, 0.1, 0
QUERIES, PASSAGES, OTHERS = 20, 24, 8
"""Of a dossier in one step: queries, and passages, of which at least so many answer none."""
NOTHING = 0.3
"""Similarity that stands for “nothing here answers it”, at first; it is learnt as well."""
Batch = Sequence[int]


class Below:
    """Texts as they come out of the layers that stay as they are."""

    def __init__(self, encoder: Encoder, encoded: Sequence[Encoding]) -> None:
        self._ids = [one.ids for one in encoded]
        self._states: list[Tensor] = [torch.empty(0)] * len(encoded)
        with torch.no_grad():
            for batch in self._by_length(range(len(encoded)), 32):
                rows = [torch.tensor(self._ids[i]) for i in batch]
                mask = self._mask(batch)
                hidden = encoder.embedded(_padded(rows))
                padding = unread(mask, hidden)
                for layer in encoder.layers[:FIRST]:
                    hidden = layer(hidden, padding)
                for row, i in enumerate(batch):
                    self._states[i] = hidden[row, : len(self._ids[i])].clone()

    def pieces(self, encoder: Encoder, chosen: Batch) -> dict[int, Tensor]:
        """Of each chosen text the vectors of its word pieces."""
        found: dict[int, Tensor] = {}
        for batch in self._by_length(chosen, 24):
            states = _padded([self._states[i] for i in batch])
            hidden = encoder.above(FIRST, states, self._mask(batch))
            found |= {i: hidden[row, : len(self._ids[i])] for row, i in enumerate(batch)}
        return found

    def _mask(self, batch: Batch) -> Tensor:
        return _padded([torch.ones(len(self._ids[i]), dtype=torch.long) for i in batch])

    def _by_length(self, chosen: Batch, most: int) -> list[list[int]]:
        """In batches of texts of about the same length."""
        ordered = sorted(chosen, key=lambda i: len(self._ids[i]))
        return [ordered[first : first + most] for first in range(0, len(ordered), most)]


@dataclass(frozen=True)
class _Prepared:
    lesson: Lesson
    queries: Below
    passages: Below
    sentences: tuple[tuple[tuple[int, list[int]], ...], ...]
    """Of each passage its sentences: the place of each, and the places of its word pieces."""
    owners: tuple[int, ...]
    """Of each sentence its passage."""


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
    cutter = tokenizer()
    read = cutter.encode_batch([text for text, _ in lesson.passages])
    sentences, owners = [], list[int]()
    for owner, (one, (_, parts)) in enumerate(zip(read, lesson.passages, strict=True)):
        first = len(owners)
        sentences.append(tuple((first + i, _within(p, one)) for i, p in enumerate(parts)))
        owners += [owner] * len(parts)
    return _Prepared(
        lesson,
        Below(encoder, cutter.encode_batch(list(lesson.queries))),
        Below(encoder, read),
        tuple(sentences),
        tuple(owners),
    )


def _within(part: tuple[int, int], read: Encoding) -> list[int]:
    start, end = part
    return [i for i, (s, e) in enumerate(read.offsets) if s < end and e > start and e > s]


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
    queries = _means(part.queries.pieces(encoder, batch), batch)
    chosen = _chosen(part, batch, rng)
    pieces = part.passages.pieces(encoder, chosen)
    said = [(i, pieces[p][where]) for p in chosen for i, where in part.sentences[p] if where]
    sentences = F.normalize(torch.stack([mean.mean(0) for _, mean in said]), dim=1)
    whole = _share_of_answers(
        queries, _means(pieces, chosen), nothing, part.lesson.by_passage, batch, chosen
    )
    return whole + _share_of_answers(
        queries, sentences, nothing, part.lesson.by_sentence, batch, [i for i, _ in said]
    )


def _share_of_answers(
    queries: Tensor, texts: Tensor, nothing: Tensor, answers: Answers, batch: Batch, chosen: Batch
) -> Tensor:
    """How unlikely the right texts are to be chosen, or “nothing” where none is right."""
    right = torch.tensor([[place in answers[query] for place in chosen] for query in batch])
    right = torch.cat([right, ~right.any(1, True)], 1)
    column = nothing.expand(len(batch), 1)
    share = F.log_softmax(torch.cat([queries @ texts.T, column], 1) / TEMPERATURE, 1)
    return -torch.logsumexp(share.masked_fill(~right, -torch.inf), 1).mean()


def _means(pieces: dict[int, Tensor], places: Batch) -> Tensor:
    return F.normalize(torch.stack([pieces[i].mean(0) for i in places]), dim=1)


def _chosen(part: _Prepared, batch: Batch, rng: random.Random) -> list[int]:
    """All passages that answer a query of the batch, and others of the same dossier."""
    answers = {passage for query in batch for passage in part.lesson.by_passage[query]}
    answers |= {part.owners[s] for query in batch for s in part.lesson.by_sentence[query]}
    others = sorted(set(range(len(part.lesson.passages))) - answers)
    rng.shuffle(others)
    return sorted(answers) + others[: max(OTHERS, PASSAGES - len(answers))]


def _padded(rows: Sequence[Tensor]) -> Tensor:
    return torch.nn.utils.rnn.pad_sequence(list(rows), True)
