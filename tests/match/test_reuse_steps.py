"""The steps of text reuse on a case that grows: nothing is compared twice, and the order of adding changes nothing."""

from __future__ import annotations

from dataclasses import astuple, replace
from itertools import count
from pathlib import Path

import pyarrow as pa
import pytest

from takhrij.engines.local import LocalEngine
from takhrij.model.document import Document
from takhrij.pipeline import STEPS
from takhrij.runs import making, run, silent
from takhrij.settings import Settings
from takhrij.store import Case, TableWriter, Writing

from .articles import FERRY, OLIVES, REWRITTEN, SPRING, WEATHER
from .test_retellings import ENGLISH, FLOOD

REUSE = making(STEPS, "alignments")
OUTLETS = ("جريدة السنديان", "موقع المرفأ", "إذاعة الوادي")
TEXTS = (OLIVES, FERRY, SPRING, WEATHER, REWRITTEN, f"{OLIVES}. {WEATHER}", f"{WEATHER}. {FERRY}", f"{REWRITTEN}. {OLIVES}")


def article(number: int, text: str, day: str | None = None) -> Document:
    return Document(f"d{number:04}", str(number), number, OUTLETS[number % 3], day, None, None, text, None, None, None)


ARTICLES = [article(number, text) for number, text in enumerate(TEXTS)]


def grown(folder: Path, *batches: list[Document]) -> Case:
    """A case to which the batches were added one by one, with a run after each."""
    case = Case.new(folder, Settings())
    engine = LocalEngine(workers=1)
    taken = count()
    for number, batch in enumerate(batches, 1):
        writing = Writing(case, "documents", f"{number:06}", None)
        writing.writer("documents").write([astuple(replace(document, added=next(taken))) for document in batch])
        writing.keep()
        run(case, REUSE, engine, progress=silent)
    engine.close()
    return case


def found(case: Case) -> list[str]:
    return sorted(map(str, [*case.rows("alignments"), *case.rows("candidates"), *case.rows("compared")]))


def test_the_order_of_adding_changes_nothing(tmp_path: Path) -> None:
    whole = found(grown(tmp_path / "whole", ARTICLES))
    assert len(whole) > 10
    assert found(grown(tmp_path / "parts", ARTICLES[:3], ARTICLES[3:5], ARTICLES[5:])) == whole
    assert found(grown(tmp_path / "back", ARTICLES[5:], ARTICLES[:2], ARTICLES[2:5])) == whole


def test_a_text_with_many_clients_gives_the_same_in_one_batch_or_in_several(tmp_path: Path) -> None:
    articles = [article(number, f"{TEXTS[number % 4]}. {SPRING}", f"2031-05-{1 + number % 9:02}") for number in range(30)]
    whole = found(grown(tmp_path / "whole", articles))
    assert found(grown(tmp_path / "parts", articles[:6], articles[6:7], articles[7:21], articles[21:])) == whole


def test_candidates_are_looked_for_among_what_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    proposed: list[int] = []
    write = TableWriter.write_arrow

    def counted(writer: TableWriter, rows: pa.RecordBatch) -> None:
        if "weight" in rows.schema.names:
            proposed.append(len(rows))
        write(writer, rows)

    monkeypatch.setattr(TableWriter, "write_arrow", counted)
    case = grown(tmp_path / "case", ARTICLES[:6], ARTICLES[6:])
    first, kept, new = proposed
    assert first == kept > 0 < new == len(case.rows("candidates")) - kept


def test_shingles_made_anew_are_joined_anew(tmp_path: Path) -> None:
    case = grown(tmp_path / "case", ARTICLES[:5], ARTICLES[5:])
    before = found(case)
    case.file_of("shingles", "000001").unlink()
    engine = LocalEngine(workers=1)
    run(case, REUSE, engine, progress=silent)
    engine.close()
    assert found(case) == before


def test_pairs_that_were_compared_are_not_compared_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def counted(pair: str, left: Document, right: Document) -> list[object]:
        compared.append(pair)
        return []

    monkeypatch.setattr("takhrij.reuse_steps.passages_between", counted)
    case = grown(tmp_path / "case", ARTICLES[:6], ARTICLES[6:])
    assert len(compared) == len(set(compared)) == len(case.rows("candidates")) > 5


def test_a_statement_in_three_hundred_articles_is_one_group_and_no_explosion(tmp_path: Path) -> None:
    words = [f"لفظ{number}" for number in range(300 * 30)]
    texts = (f"{' '.join(words[30 * number : 30 * number + 30])}. {SPRING}" for number in range(300))
    case = grown(tmp_path / "case", [article(number, text) for number, text in enumerate(texts)])
    rows = case.rows("alignments")
    assert len(rows) <= 4 * 300
    groups = {f"d{number:04}": {f"d{number:04}"} for number in range(300)}
    for row in rows:
        if groups[row.left] is not groups[row.right]:
            joined = groups[row.left] | groups[row.right]
            groups.update(dict.fromkeys(joined, joined))
    assert len(groups["d0000"]) == 300


CONTACT = "للإعلان في صحيفة السنديان راسلوا مكتب القراء على العنوان البريدي في شارع المعصرة أو زوروا كشك المرفأ صباحا"
SUBJECTS = ("سوق الفخار", "مدرج البلوط", "حديقة الأقحوان", "متحف الشمع", "مصنع السلال", "نبع الرمان", "جسر الخشب", "مرصد النجوم")


def contact_lines(tmp_path: Path, days: int) -> set[str]:
    filler = (" ".join(f"{subject.split()[1]}{number}" for number in range(40)) for subject in SUBJECTS)
    articles = [article(number, f"{text}. {CONTACT}", f"2031-05-{1 + number % days:02}") for number, text in enumerate(filler)]
    return {row.kind for row in grown(tmp_path / "case", articles).rows("alignments")}


def test_a_line_that_comes_back_on_many_days_is_learned_as_a_formula(tmp_path: Path) -> None:
    assert contact_lines(tmp_path, 8) == {"formula"}


def test_a_line_that_many_have_on_one_day_is_reuse(tmp_path: Path) -> None:
    assert "formula" not in contact_lines(tmp_path, 1)


def test_another_version_of_the_step_compares_all_pairs_again(tmp_path: Path) -> None:
    case = grown(tmp_path / "case", ARTICLES)
    newer = tuple(replace(step, version=step.version + 1) if step.name == "passages" else step for step in REUSE)
    engine = LocalEngine(workers=1)
    assert run(case, newer, engine, progress=silent)[0] == "passages"
    engine.close()
    assert len(case.rows("compared")) == len(case.rows("candidates"))


def test_a_translation_that_is_added_later_is_met_as_if_all_had_come_at_once(tmp_path: Path) -> None:
    told, translated = article(20, FLOOD, "2031-05-02"), article(21, ENGLISH, "2031-05-03")
    cases = grown(tmp_path / "whole", [told, *ARTICLES, translated]), grown(tmp_path / "parts", [told, *ARTICLES], [translated])
    met = [[(row.left, row.right, row.shared) for row in case.rows("encounters")] for case in cases]
    assert met[0] == met[1] != []
    assert [row.kind for case in cases for row in case.rows("retellings")] == ["translated", "translated"]
