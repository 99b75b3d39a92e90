"""One hand-made claim, with hostile text in it, for all the tests of reports."""

from __future__ import annotations

from takhrij.model.chain import Ancestry, CircleStep, Finding, Independence, Link, LinkEvidence, Origin
from takhrij.model.claim import ChainStep, Claim, Telling, Variation, VariationValue
from takhrij.model.document import Document
from takhrij.report.page import CaseFacts
from takhrij.report.views import ClaimView, LinkView, TellingView

ATTACK = "<script>alert(1)</script>\u202eخبر"  # markup, and an override that turns the rest of the line round
TEXT = "قال الناطق إن الجسر سقط وقتل 18 عاملا."  # "the spokesman said that the bridge fell and 18 workers were killed"
FACTS = CaseFacts("case", 3, 2, "2031-02-01", "2031-02-03", 1, 1, {"empty": 1})


def document(number: int, outlet: str | None, text: str = TEXT) -> Document:
    return Document(f"d{number}", f"article {number}", number, outlet, f"2031-02-0{number}", "published", ATTACK, text, None, None, "ar")


def telling(number: int, outlet: str | None, chain: list[ChainStep], text: str = TEXT) -> TellingView:
    start = text.index("الجسر") if "الجسر" in text else 0
    row = Telling(f"t{number}x", f"d{number}", "text", start, len(text), text[start:], "a1", "reported")
    return TellingView(f"t{number}", row, document(number, outlet, text), chain)


def link(later: int, earlier: str, *, strength: float = 0.9, direction: str = "dated", kinds: tuple[str, ...] = ()) -> LinkView:
    """A link from the telling `later` to a label or an unseen name, with evidence of these kinds."""
    row = Link("c1", f"l{later}{earlier}", f"t{later}x", earlier, strength, direction)
    evidence = [LinkEvidence("c1", row.link, kind, "السبب", "text", 0, 10) for kind in kinds]
    return LinkView(row, f"t{later}", earlier, evidence)


def values(slot: str, kind: str, told: dict[str, tuple[str, int, int]]) -> tuple[Variation, dict[str, VariationValue]]:
    """A variation: label -> (value, start, end)."""
    name = f"v{slot}"
    rows = {label: VariationValue("c1", name, f"{label}x", *where) for label, where in told.items()}
    return Variation("c1", name, slot, kind, "تزيد مع الوقت"), rows


def claim_view(tellings: list[TellingView], links: list[LinkView], **more: object) -> ClaimView:
    """A claim of these tellings, with nothing else unless given."""
    documents = len({view.telling.document for view in tellings})
    known: dict[str, object] = {
        "claim": Claim("c1", "t1x", "سقط الجسر", len(tellings), documents),
        "origins": [], "independence": [], "ancestry": None, "common_link_label": None,
        "bypassed_by": [], "circles": [], "variations": [], "findings": [],
    }  # fmt: skip
    return ClaimView(tellings=tellings, links=links, **(known | more))  # type: ignore[arg-type]


def bridge() -> ClaimView:
    """A fallen bridge: t2 copied t1, t3 names an agency that is not in the pile; 18 killed in t1, 81 (so its writer says) in none."""
    speaker = ChainStep("t1x", "d1", 0, "source", "الناطق", "unnamed", "text", 4, 10)
    credit = ChainStep("t2x", "d2", 0, "agency-credit", "وكالة سدرة", "outlet", "text", 0, 3)
    place = TEXT.index("18")
    return claim_view(
        [telling(1, "صحيفة المرفأ", [speaker]), telling(2, ATTACK, [credit, speaker]), telling(3, None, [])],
        [link(2, "t1", kinds=("reused",)), link(3, "unseen:وكالة سدرة", strength=0.5, direction="unknown")],
        origins=[(Origin("c1", "o1", "الناطق", "unnamed_source"), ["t1", "t2"]), (Origin("c1", "o2", ATTACK, "unknown"), ["t3"])],
        independence=[Independence("c1", "o1", "o2", "not_established", "لا يُعرف")],
        ancestry=Ancestry("c1", 1, 2, 1, 2, "صحيفة المرفأ", "outlet", "t1x"),
        common_link_label="t1",
        bypassed_by=["t3"],
        circles=[[(CircleStep("c1", "k1", 0, "أ", "t1x"), "t1"), (CircleStep("c1", "k1", 1, "ب", "t2x"), "t2")]],
        variations=[values("number", "update", {"t1": ("18", place, place + 2), "t3": ("", 0, 0)})],
        findings=[(Finding("c1", "t2x", "copied_not_credited", "نقل ولم يسند"), "t2")] * 2,
    )
