"""Reads on from a cue: who is named as source, through whom, and where what is said begins."""

from __future__ import annotations

from takhrij.annotate.carried import carried_opening
from takhrij.annotate.cues import Cue
from takhrij.annotate.finite import is_finite
from takhrij.annotate.markers import marker_after
from takhrij.annotate.objects import is_mute
from takhrij.annotate.opened import Named, Opening
from takhrij.annotate.reader import Reader
from takhrij.annotate.wording import Range, Wording

FARTHEST = 70  # tokens between a cue and its content: long titles with a relative clause have up to 50


def opening_of(wording: Wording, cue: Cue, limit: int, before: Range | None, named: Named) -> Opening | None:
    """Where the content of a cue begins, or None where nothing that the cue could govern follows before token `limit`.

    `named` are the persons of the field; `before` is the subject in front of the cue, if it is known to be one.
    «أعلن وزير النقل في بيان أن الجسر آمن»: content at الجسر, source وزير النقل.
    """
    limit = min(limit, cue.stop + FARTHEST)
    if cue.verb.sort in ("carry", "know"):
        return carried_opening(wording, cue, limit)
    marker = marker_after(wording, cue.stop, limit, cue.verb.governs)
    opening = Reader(wording, cue, limit, marker, before, named).read()
    free = opening is not None and marker is None and before is None and opening.source == (cue.stop, opening.content)
    if opening is not None and free and is_finite(wording.form(opening.content)) and is_mute(wording, cue.stop, named.surnames):
        return Opening(cue.stop)  # «وقال السوق لا تحتاج إلى دراسة»
    return opening
