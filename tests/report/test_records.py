"""The JSON of one claim."""

from __future__ import annotations

from takhrij.report.records import claim_record
from takhrij.report.views import ClaimView


def test_the_json_has_the_shape_of_the_formats(view: ClaimView) -> None:
    record = claim_record(view)
    assert record["tellings"][1]["chain"] == ["agency-credit:وكالة سدرة", "الناطق"]
    assert record["links"][1] == {"later": "t3", "earlier": "unseen:وكالة سدرة", "evidence": [], "strength": 0.5}
    assert record["origin_range"] == [1, 2]
    assert record["common_link"] == {"name": "صحيفة المرفأ", "kind": "outlet", "telling": "t1", "bypassed_by": ["t3"]}
    assert record["circular"] == [["أ", "ب"]]
    assert record["variations"] == [{"slot": "number", "values": {"t1": "18", "t3": ""}, "kind": "update"}]
    assert record["independence"][0]["a"] == "الناطق"
