"""The encoder in PyTorch, for training alone: its frozen 4-bit base, low-rank additions (LoRA) in the upper layers, and a head."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from partners import KINDS
from torch import Tensor, nn
from torch.nn import functional

from takhrij.backends.encoder_file import EncoderFile

RANK = 32  # research/model.md, section 2: as good as training the whole encoder
FROZEN = 4  # lowest layers that are left as they are: what they give is computed once for all epochs
DROPOUT = 0.1  # where examples are read more than once
MARKED = 0.3  # spread of the vectors of marks at the start: enough for the layers above to tell them apart
MATRICES = ("q", "k", "v", "ao", "fi", "fo")


class Adapted(nn.Module):
    """A linear map whose weight stays as it is, with a trained addition of low rank and a trained bias."""

    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        super().__init__()
        self.register_buffer("weight", weight, persistent=False)
        self.bias = nn.Parameter(bias)
        self.down = nn.Parameter(torch.empty(RANK, weight.shape[1]))
        self.up = nn.Parameter(torch.zeros(weight.shape[0], RANK))
        nn.init.kaiming_uniform_(self.down, a=math.sqrt(5))

    def forward(self, x: Tensor) -> Tensor:
        return functional.linear(x, self.weight, self.bias) + functional.linear(functional.linear(x, self.down), self.up)


class Layer(nn.Module):
    """One block of the encoder: attention, then the inner layer, each added to what came in and normed."""

    def __init__(self, base: EncoderFile, number: int, dropout: float) -> None:
        super().__init__()
        for name in MATRICES:
            rows = base.shape.inner if name == "fi" else base.shape.hidden
            weight = torch.from_numpy(base.matrix(f"l{number}.{name}.w", rows))
            setattr(self, name, Adapted(weight, torch.from_numpy(base.tensor(f"l{number}.{name}.b"))))
        self.aln = norm_of(base, f"l{number}.aln")
        self.oln = norm_of(base, f"l{number}.oln")
        self.heads, self.dropout = base.shape.heads, dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        count, length, width = x.shape
        split = (count, length, self.heads, width // self.heads)
        q, k, v = (getattr(self, name)(x).view(split).transpose(1, 2) for name in "qkv")
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = self.ao(seen.transpose(1, 2).reshape(count, length, width))
        x = self.aln(x + functional.dropout(seen, self.dropout, self.training))
        inner = self.fo(functional.gelu(self.fi(x)))
        return self.oln(x + functional.dropout(inner, self.dropout, self.training))


def norm_of(base: EncoderFile, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(base.shape.hidden, base.shape.epsilon)
    norm.weight.data = torch.from_numpy(base.tensor(f"{name}.w"))
    norm.bias.data = torch.from_numpy(base.tensor(f"{name}.b"))
    return norm


def _mask(longest: int, lengths: Tensor) -> Tensor:
    """What is added to the scores of attention: nothing, or as good as minus infinity for padding."""
    return torch.where(torch.arange(longest)[None, :] < lengths[:, None], 0.0, -1e9)[:, None, None, :]


class Network(nn.Module):
    """Encoder and head: scores for each piece, or (`whole`) for each text from its first piece and the mean of all.

    `marked` adds to each piece, before the first layer that is trained, a vector for what is known of it (partners.py); such examples are
    read once, so that nothing is dropped.
    """

    def __init__(self, base: EncoderFile, classes: int, *, whole: bool, marked: bool = False) -> None:
        super().__init__()
        self.base, self.whole, self.dropout = base, whole, 0.0 if marked else DROPOUT
        self.positions = torch.from_numpy(base.matrix("emb.pos", base.shape.positions))
        self.kind = torch.from_numpy(base.tensor("emb.type")[: base.shape.hidden])
        self.first_norm = norm_of(base, "emb.ln")
        self.lower = nn.ModuleList(Layer(base, number, self.dropout) for number in range(FROZEN))
        self.upper = nn.ModuleList(Layer(base, number, self.dropout) for number in range(FROZEN, base.shape.layers))
        self.marks = nn.Parameter(torch.randn(KINDS, base.shape.hidden) * MARKED) if marked else None
        self.head = nn.Linear(base.shape.hidden * (2 if whole else 1), classes)
        for parameter in (*self.lower.parameters(), *self.first_norm.parameters()):
            parameter.requires_grad = False

    @torch.no_grad()
    def below(self, texts: Sequence[list[int]]) -> list[Tensor]:
        """What the frozen layers make of each of some texts of like length."""
        lengths = torch.tensor([len(pieces) for pieces in texts])
        longest = int(lengths.max())
        padded = torch.tensor([pieces + [1] * (longest - len(pieces)) for pieces in texts])
        x = torch.from_numpy(self.base.embeddings(padded.flatten().numpy())).view(*padded.shape, -1)
        x = self.first_norm(x + self.positions[:longest] + self.kind)
        mask = _mask(longest, lengths)
        for layer in self.lower.eval():
            x = layer(x, mask)
        return [row[:length] for row, length in zip(x, lengths.tolist(), strict=True)]

    def forward(self, x: Tensor, lengths: Tensor, marks: Tensor | None = None) -> Tensor:
        if self.marks is not None and marks is not None:
            x = x + self.marks[marks]
        real = torch.arange(x.shape[1])[None, :] < lengths[:, None]
        mask = _mask(x.shape[1], lengths)
        for layer in self.upper:
            x = layer(x, mask)
        if self.whole:
            shares = real[:, :, None] / lengths[:, None, None]
            x = torch.cat([x[:, 0], (x * shares).sum(1)], dim=1)
        return self.head(functional.dropout(x, self.dropout, self.training))

    def trained(self) -> dict[str, Tensor]:
        """The trained weights by name."""
        return {name: parameter.detach().clone() for name, parameter in self.named_parameters() if parameter.requires_grad}
