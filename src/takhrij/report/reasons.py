"""The reasons that the steps write, which are Arabic, in English; a reason that is not known here stays as it is."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from takhrij.text.lexicons import lexicon


@cache
def _reasons() -> list[tuple[re.Pattern[str], str]]:
    """Each pattern with its English, from reasons.tsv: `*` stands for a name or number, which goes to `*` of the English."""
    text = resources.files("takhrij.report").joinpath("reasons.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [(re.compile(re.escape(arabic).replace(r"\*", "(.+?)")), english) for arabic, english in rows]


def reason_in_english(reason: str) -> str:
    """The reason in English.

    >>> reason_in_english("نسبت إلى لبدان اليوم وقد نشر بعدها")
    'it credits لبدان اليوم, which published later'
    """
    for pattern, english in _reasons():
        if found := pattern.fullmatch(reason):
            pieces = english.split("*")
            return "".join(f"{piece}{name}" for piece, name in zip(pieces, [*found.groups(), ""], strict=True))
    return reason


def reject_in_words(reason: str, *, english: bool) -> str:
    """Why something was set aside: "no_text" is «بلا نص»; a reason that is not in rejects.tsv stays as it is."""
    told = {row["reason"]: row["english" if english else "arabic"] for row in lexicon("report", "rejects")}
    return told.get(reason, reason)
