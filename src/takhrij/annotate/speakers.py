"""Resolves sources to whom they mean: «وأضاف» to the speaker before, «المصدر» to the مصدر named earlier, «الغيم» to «سامي الغيم»."""

from __future__ import annotations

from dataclasses import dataclass

from takhrij.annotate.clauses import bare
from takhrij.annotate.sources import Range, head_kind, name_in, source_kind_of
from takhrij.annotate.wording import Wording
from takhrij.text.folding import folded

_REMEMBERED = 40  # speakers looked back through; articles name fewer
_SAME = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "انفسهم"})


@dataclass(slots=True)
class Speaker:
    """Somebody who was quoted: the name as written, its kind, and what he was called."""

    name: str
    kind: str
    heads: set[str]
    plural: bool = False
    feminine: bool = False


class Roll:
    """The speakers of a document so far, the latest last."""

    def __init__(self) -> None:
        self.speakers: list[Speaker] = []

    @property
    def latest(self) -> Speaker | None:
        """Who spoke last."""
        return self.speakers[-1] if self.speakers else None

    def recall(self, speaker: Speaker) -> Speaker:
        """Make a speaker the latest."""
        self.speakers = [*[other for other in self.speakers if other is not speaker][-_REMEMBERED:], speaker]
        return speaker

    def resolve(self, wording: Wording, source: Range) -> Speaker:
        """The speaker whom a source phrase means, known or new."""
        name = name_in(wording, source)
        kind = source_kind_of(wording, source, name)
        words = [bare(token.form) for token in wording.tokens[source[0] : source[1]] if token.is_word and token.form not in _SAME]
        known = self._known(wording, source, name, words)
        if known is not None:
            known.heads.add(words[0] if words else "")
            return self.recall(known)
        begin, end = name or self._described(wording, source)
        return self.recall(Speaker(wording.words(begin, end), kind, {words[0] if words else ""}))

    def _described(self, wording: Wording, source: Range) -> Range:
        return source

    def _known(self, wording: Wording, source: Range, name: Range | None, words: list[str]) -> Speaker | None:
        if name is not None:
            named = [bare(token.form) for token in wording.tokens[name[0] : name[1]] if token.is_word]
            for speaker in reversed(self.speakers):
                theirs = _words(speaker.name)
                if speaker.kind == "person" and named and (set(named) <= set(theirs) or theirs[-1:] == named[-1:]):
                    return speaker
        if not wording.form(source[0]).startswith("ال") or len(words) > 3:
            return self._equal(words)
        for speaker in reversed(self.speakers):
            if words and words[0] in speaker.heads and (len(words) == 1 or head_kind(wording, source) is not None):
                return speaker
        return self._equal(words)

    def _equal(self, words: list[str]) -> Speaker | None:
        for speaker in reversed(self.speakers):
            if words and words == _words(speaker.name):
                return speaker
        return None


def _words(name: str) -> list[str]:
    return [bare(word) for word in folded(name).replace('"', " ").replace("،", " ").split()]
