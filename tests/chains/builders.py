"""Rows built by hand for the tests of chains: short documents of invented outlets, one telling each."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.annotate.credits import credits_of
from takhrij.chains.ancestry import links_of
from takhrij.chains.origins import Row as OriginRow
from takhrij.chains.origins import origins_of
from takhrij.model.chain import Finding, Link, LinkEvidence
from takhrij.model.claim import ChainStep, Resemblance, Telling
from takhrij.model.document import Document
from takhrij.model.reuse import Alignment

# "Three workers were injured in a fire at a timber store in the port of Wadi al-Zaytun, put out after four hours."
FIRE = (
    "أصيب ثلاثة عمال في حريق شب بمستودع للأخشاب في مرفأ وادي الزيتون فجر الخميس قبل أن تخمده فرق الإطفاء بعد أربع ساعات من "
    "العمل المتواصل وسط رياح شديدة أعاقت وصول الزوارق إلى الرصيف الشمالي"
)
# The same told in other words.
FIRE_AGAIN = "جرح ثلاثة من عمال الميناء عندما التهمت النيران مخزن الخشب القديم في وادي الزيتون يوم الخميس"
MORE = "وأغلقت سلطات الميناء البوابة الشرقية أمام الشاحنات حتى مساء اليوم التالي ريثما تنتهي لجنة المعاينة من حصر الخسائر"


def document(name: str, outlet: str | None, text: str, date: str | None = None, **more: str | None) -> Document:
    fields = {"date_kind": "published", "author": None, "language": "ar", "title": None} | more
    return Document(name, name, 1, outlet, date, fields["date_kind"], fields["title"], text, None, fields["author"], fields["language"])


def telling(of: Document, attribution: str | None = None) -> Telling:
    """One telling that is the whole text of a document; it is named t-DOCUMENT."""
    return Telling(f"t-{of.document}", of.document, "text", 0, len(of.text), of.text, attribution, "asserted")


def source(of: Document, name: str, kind: str = "person") -> ChainStep:
    return ChainStep(f"t-{of.document}", of.document, 0, "source", name, kind, "text", 0, 1)


def same_words(left: Document, right: Document) -> Alignment:
    """The whole of both as one passage."""
    one, other = sorted((left, right), key=lambda row: row.document)
    words = len(one.text.split())
    return Alignment(
        f"x-{one.document}-{other.document}", f"p-{one.document}-{other.document}", one.document, 0, len(one.text),
        other.document, 0, len(other.text), words, 0, 0.9, "edited", 1.0, 1.0, "test",
    )  # fmt: skip


def traced(
    documents: Sequence[Document],
    *,
    steps: Sequence[ChainStep] = (),
    alignments: Sequence[Alignment] = (),
    resemblances: Sequence[Resemblance] = (),
) -> tuple[list[Link], list[LinkEvidence], list[Finding], list[OriginRow]]:
    """Links, their evidence, findings and the rows of origins of one claim told by all `documents`."""
    tellings = [telling(row) for row in documents]
    credits = [credit for row in documents for credit in credits_of(row, [], [])]
    rows = links_of("c1", tellings, documents, steps, credits, alignments, resemblances)
    links = [row for row in rows if isinstance(row, Link)]
    evidence = [row for row in rows if isinstance(row, LinkEvidence)]
    findings = [row for row in rows if isinstance(row, Finding)]
    return links, evidence, findings, origins_of("c1", tellings, documents, steps, links, evidence, credits)
