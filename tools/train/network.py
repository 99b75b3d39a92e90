"""The encoder in PyTorch, for training alone: its frozen 4-bit base, low-rank additions (LoRA) in the upper layers, and a head."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from takhrij.backends.encoder_file import EncoderFile

RANK = 32  # research/model.md, section 2: as good as training the whole encoder
FROZEN = 4  # lowest layers that are left as they are: what they give is computed once for all epochs
DROPOUT = 0.1
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

    def __init__(self, base: EncoderFile, number: int) -> None:
        super().__init__()
        for name in MATRICES:
            rows = base.shape.inner if name == "fi" else base.shape.hidden
            weight = torch.from_numpy(base.matrix(f"l{number}.{name}.w", rows))
            setattr(self, name, Adapted(weight, torch.from_numpy(base.tensor(f"l{number}.{name}.b"))))
        self.aln = norm_of(base, f"l{number}.aln")
        self.oln = norm_of(base, f"l{number}.oln")
        self.heads = base.shape.heads

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        count, length, width = x.shape
        split = (count, length, self.heads, width // self.heads)
        q, k, v = (getattr(self, name)(x).view(split).transpose(1, 2) for name in "qkv")
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = self.ao(seen.transpose(1, 2).reshape(count, length, width))
        x = self.aln(x + functional.dropout(seen, DROPOUT, self.training))
        inner = self.fo(functional.gelu(self.fi(x)))
        return self.oln(x + functional.dropout(inner, DROPOUT, self.training))


def norm_of(base: EncoderFile, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(base.shape.hidden, base.shape.epsilon)
    norm.weight.data = torch.from_numpy(base.tensor(f"{name}.w"))
    norm.bias.data = torch.from_numpy(base.tensor(f"{name}.b"))
    return norm


class Network(nn.Module):
    """Encoder and head: scores for each piece, or (`whole`) for each text from its first piece and the mean of all."""

    def __init__(self, base: EncoderFile, classes: int, *, whole: bool) -> None:
        super().__init__()
        self.base, self.whole = base, whole
        self.positions = torch.from_numpy(base.matrix("emb.pos", base.shape.positions))
        self.kind = torch.from_numpy(base.tensor("emb.type")[: base.shape.hidden])
        self.first_norm = norm_of(base, "emb.ln")
        self.lower = nn.ModuleList(Layer(base, number) for number in range(FROZEN))
        self.upper = nn.ModuleList(Layer(base, number) for number in range(FROZEN, base.shape.layers))
        self.head = nn.Linear(base.shape.hidden * (2 if whole else 1), classes)
        for parameter in (*self.lower.parameters(), *self.first_norm.parameters()):
            parameter.requires_grad = False

    @torch.no_grad()
    def below(self, pieces: list[int]) -> Tensor:
        """What the frozen layers make of one text."""
        x = torch.from_numpy(self.base.embeddings(torch.tensor(pieces).numpy()))
        x = self.first_norm(x + self.positions[: len(pieces)] + self.kind)[None]
        mask = torch.zeros(1, 1, 1, len(pieces))
        for layer in self.lower.eval():
            x = layer(x, mask)
        return x[0].half()

    def forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        real = torch.arange(x.shape[1])[None, :] < lengths[:, None]
        mask = torch.where(real, 0.0, -1e9)[:, None, None, :]
        for layer in self.upper:
            x = layer(x, mask)
        if self.whole:
            shares = real[:, :, None] / lengths[:, None, None]
            x = torch.cat([x[:, 0], (x * shares).sum(1)], dim=1)
        return self.head(functional.dropout(x, DROPOUT, self.training))

    def trained(self) -> dict[str, Tensor]:
        """The trained weights by name."""
        return {name: parameter.detach().clone() for name, parameter in self.named_parameters() if parameter.requires_grad}
