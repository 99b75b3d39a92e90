"""The referees are the originals, gold is found in a folder laid out like gold/, and a perfect answer scores 1."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from takhrij.errors import UsageError
from takhrij.evaluation import baselines
from takhrij.evaluation.gold import ATTRIBUTIONS, CLAIMS, NORMALIZE, PAIRS, gold_in
from takhrij.evaluation.tables import evaluated, referee
from takhrij.runs import silent

REFEREES = Path(__file__).parents[2] / "src" / "takhrij" / "evaluation" / "referees"
ORIGINALS = Path(__file__).parents[3] / "shared" / "scoring"

ARTICLE = "قالت وزيرة الأشغال ليان السروي إن الجسر سليم."  # "Works minister Layan al-Sarwi said the bridge is sound."
GOLD_ATTRIBUTION = {
    "id": "a1",
    "cue": [[0, 4]],
    "source": [5, 30],
    "speaker": "ليان السروي",
    "via": [],
    "content": [[34, 44]],
    "mode": "indirect",
    "source_kind": "person",
    "stance": "neutral",
    "parent": None,
}


def write(file: Path, *records: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), "utf-8")


@pytest.mark.skipif(not ORIGINALS.exists(), reason="the originals are not at hand")
@pytest.mark.parametrize("file", sorted(REFEREES.glob("*.py")), ids=lambda file: file.name)
def test_a_referee_is_its_original(file: Path) -> None:
    assert file.read_bytes() == (ORIGINALS / file.name).read_bytes()


def test_gold_is_found_by_task_and_training_parts_are_left_out(tmp_path: Path) -> None:
    files = ("attributions/dev", "pairs/twins", "pairs/ans_train", "claims/dev", "claims/dev_articles", "claims/lonely", "normalize/dev")
    for name in files:
        write(tmp_path / f"{name}.jsonl", {})
    found = [(gold.task, gold.name) for gold in gold_in(tmp_path)]
    assert found == [(ATTRIBUTIONS, "dev"), (PAIRS, "twins"), (CLAIMS, "dev"), (NORMALIZE, "dev")]


def test_a_folder_without_gold_is_refused_and_says_what_is_expected(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="attributions"):
        gold_in(tmp_path)


def test_the_referee_gives_a_perfect_answer_full_marks(tmp_path: Path) -> None:
    record = {"id": "x", "text": ARTICLE, "attributions": [GOLD_ATTRIBUTION]}
    write(tmp_path / "gold.jsonl", record)
    result = referee(ATTRIBUTIONS, tmp_path / "gold.jsonl", tmp_path / "gold.jsonl")
    assert result["cue"]["f1"] == result["attribution"]["f1"] == result["chain"] == 1.0


def test_each_task_is_scored_beside_its_baseline(tmp_path: Path) -> None:
    write(tmp_path / "attributions" / "small.jsonl", {"id": "x", "text": ARTICLE, "attributions": [GOLD_ATTRIBUTION]})
    number = {"kind": "quantity", "value": "12", "span": [5, 7]}
    text = {"id": "n", "set": "own", "text": "وصل  12 قطارا", "reference": None, "expected": [number]}  # "12 trains arrived"
    write(tmp_path / "normalize" / "small.jsonl", text)
    pair = {"id": "p", "a": "أغلق جسر الوادي", "b": "أغلق جسر الوادي", "verdict": "same", "slot": None, "set": "own"}
    write(tmp_path / "pairs" / "small.jsonl", pair)
    rows = evaluated(tmp_path, encoder="none", workers=1, progress=silent)
    assert [(row["task"], row["n"]) for row in rows] == [(ATTRIBUTIONS, 1), (PAIRS, 1), (NORMALIZE, 1)]
    assert rows[0]["takhrij"]["cue F1"] == 1.0
    assert rows[1]["takhrij"]["own macro-F1"] == rows[1]["baseline"]["own macro-F1"] == 1.0
    assert rows[2]["takhrij"]["found"] == rows[2]["baseline"]["found"] == 1.0


def test_the_baseline_never_says_contrary() -> None:
    pair = {"id": "p", "a": "فتح الجسر الكبير", "b": "ما فتح الجسر الكبير"}  # "the great bridge was opened", "was not opened"
    assert [answer["verdict"] for answer in baselines.verdicts([pair])] == ["same"]
