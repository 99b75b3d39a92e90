"""Who and what is named in a case, as JSON objects: one for each entity, with all its spellings."""

from __future__ import annotations

from collections.abc import Iterator

from takhrij.report.records import Record
from takhrij.store import Case
from takhrij.text.folding import folded


def entity_records(case: Case, words: str, most: int) -> Iterator[Record]:
    """The entities of which a spelling holds the words ("": all), the most often named first.

    {"id", "kind", "name", "mentions", "documents", "known", "latitude", "longitude", "spellings": [{"spelling", "how", "mentions"}, …]}
    """
    sought = folded(words).strip()
    with case.connection(("entities", "entity_spellings")) as connection:
        spellings = connection.execute(
            """select entity, spelling, how, sum(mentions)::int as told from entity_spellings
               group by all order by told desc, spelling nulls last"""
        ).fetchall()
        columns = ("entity", "kind", "name", "mentions", "documents", "known", "latitude", "longitude")
        order = "order by mentions desc, entity nulls last"
        entities = connection.execute(f"select {', '.join(columns)} from entities {order}").fetchall()
    written: dict[str, list[Record]] = {}
    for entity, spelling, how, told in spellings:
        written.setdefault(entity, []).append({"spelling": spelling, "how": how, "mentions": told})
    held = (row for row in entities if any(sought in folded(one["spelling"]) for one in written[row[0]]))
    for row, _ in zip(held, range(most), strict=False):
        yield {"id": row[0], **dict(zip(columns[1:], row[1:], strict=True)), "spellings": written[row[0]]}
