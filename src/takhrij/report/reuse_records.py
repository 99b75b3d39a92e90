"""The JSON objects of FORMATS for text reuse: pairs of passages, with their words where they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from takhrij.backends.meanings import meanings
from takhrij.match.retellings import MADE_BY as RETOLD
from takhrij.match.retellings import anchored_words
from takhrij.match.words import WordPair, words_of
from takhrij.model.span import Span
from takhrij.report.records import Record
from takhrij.store import Case


def reuse_records(case: Case, *, words: bool = False) -> Iterator[Record]:
    """The objects of `takhrij reuse`, longest passages first."""
    texts = "l.text, r.text" if words else "null, null"  # of thousands of pairs: far more to sort than the passages
    sql = f"""select l.name, a.left_start, a.left_end, r.name, a.right_start, a.right_end, a.matched, a.edited, a.score, a.kind,
                     a.left_share, a.right_share, a.made_by, {texts}
              from alignments a join documents l on l.document = a."left" join documents r on r.document = a."right"
              order by a.matched desc, a.alignment nulls last"""
    with case.connection(("alignments", "documents")) as connection:
        result = connection.execute(sql)
        while row := result.fetchone():
            left, left_start, left_end, right, right_start, right_end, matched, edited, score, kind, *shares, made_by, text, other = row
            record = {
                "left": {"id": left, "span": [left_start, left_end]},
                "right": {"id": right, "span": [right_start, right_end]},
                "matched": matched,
                "edited": edited,
                "score": score,
                "kind": kind,
                "coverage": [round(share, 4) for share in shares],
            }
            if words:
                spans = Span(left_start, left_end), Span(right_start, right_end)
                record["words"] = _words_shown(text, spans[0], other, spans[1], made_by)
            yield record


def _words_shown(left: str, here: Span, right: str, there: Span, made_by: str) -> list[WordPair]:
    """The word alignment of two passages; of one told in other words the names and numbers that stand in both."""
    if made_by == RETOLD:
        return anchored_words(left, here, right, there, meanings())
    return words_of(left, here, right, there)
