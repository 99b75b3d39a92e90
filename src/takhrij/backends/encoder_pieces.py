"""Cuts words into the encoder's word pieces (SentencePiece unigram), each word by itself and remembered."""

from __future__ import annotations

from takhrij.backends.encoder_file import Pieces

_SPACE = "\u2581"
_UNKNOWN_COST = 10.0  # below the least likely piece, as SentencePiece has it
_MOST_WORDS = 200_000  # cut words that are remembered


class Cutter:
    """The most likely pieces of a word, by their log probabilities."""

    def __init__(self, pieces: Pieces) -> None:
        self._numbers = {text: number for number, text in enumerate(pieces.texts) if text and number != pieces.unknown}
        self._scores = pieces.scores
        self._replaced = pieces.replaced
        self._unknown = pieces.unknown
        self._unknown_score = min(pieces.scores) - _UNKNOWN_COST
        self._longest = max(map(len, self._numbers))
        self._known: dict[str, list[int]] = {}
        self.begin, self.end = pieces.begin, pieces.end

    def pieces_of_text(self, text: str) -> list[int]:
        """The pieces of a text, cut at its spaces."""
        words = text.translate(self._replaced).split(" ")
        return [number for place, word in enumerate(words) if word or place == 0 for number in self.pieces_of_word(word)]

    def pieces_of_word(self, word: str) -> list[int]:
        """The pieces of one word that follows a space (or begins the text)."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _MOST_WORDS:
                self._known.clear()
            found = self._known[word] = self._cut(_SPACE + word.translate(self._replaced).replace(" ", _SPACE))
        return found

    def _cut(self, word: str) -> list[int]:
        """Viterbi's way through the word."""
        best = [0.0] + [float("-inf")] * len(word)
        back = [(0, self._unknown)] * (len(word) + 1)
        for start in range(len(word)):
            for end in range(start + 1, min(len(word), start + self._longest) + 1):
                number = self._numbers.get(word[start:end])
                if number is not None and best[start] + self._scores[number] > best[end]:
                    best[end], back[end] = best[start] + self._scores[number], (start, number)
            if best[start] + self._unknown_score > best[start + 1]:
                best[start + 1], back[start + 1] = best[start] + self._unknown_score, (start, self._unknown)
        out: list[int] = []
        place = len(word)
        while place:
            place, number = back[place]
            out.append(number)
        return out[::-1]
