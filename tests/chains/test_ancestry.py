"""Links of a claim: who took it from whom, what tells the direction, and what is never said."""

from __future__ import annotations

import random

from takhrij.annotate.credits import credits_of
from takhrij.annotate.outlets import outlet_key
from takhrij.chains.ancestry import links_of
from takhrij.model.annotation import AttributionSpan
from takhrij.model.chain import CreditedArticles, Finding, LinkEvidence
from takhrij.model.claim import Telling

from .builders import FIRE, FIRE_AGAIN, MORE, document, same_words, source, telling, traced

OTHER = (
    "تحدث المدير إلى الصحفيين في مكتبه المطل على الخليج بينما كانت الجرافات ترفع الركام من الساحة وتوقفت الحركة في الطرق المؤدية إلى السوق "
    "القديمة حيث تجمع أهالي الحي ينتظرون أخبار أقاربهم الذين نقلوا إلى المشفى المركزي ثم خرجوا منه قبل الغروب سالمين مع أولادهم"
)
AGENCY = document("d1", "وكالة الزيزفون", f"{FIRE}. {MORE}.", "2020-03-05T08:00:00Z")


def test_a_copy_that_credits_the_agency_is_linked_to_it() -> None:
    copy = document("d2", "صحيفة المدار", f"وادي الزيتون - وكالة الزيزفون: {FIRE}. {MORE}.", "2020-03-05T11:00:00Z")
    links, evidence, findings, _ = traced([AGENCY, copy], alignments=[same_words(AGENCY, copy)])
    assert [(row.later, row.earlier, row.direction) for row in links] == [("t-d2", "t-d1", "dated")]
    assert {row.kind for row in evidence} == {"credited", "reused"}
    credit = next(row for row in evidence if row.kind == "credited")
    assert copy.text[credit.start : credit.end] == "وكالة الزيزفون"
    assert findings == []


def test_a_copy_without_a_credit_is_linked_and_reported() -> None:
    copy = document("d2", "صحيفة المدار", f"{FIRE}.", "2020-03-05T11:00:00Z")
    links, evidence, findings, _ = traced([AGENCY, copy], alignments=[same_words(AGENCY, copy)])
    assert [(row.later, row.earlier) for row in links] == [("t-d2", "t-d1")]
    assert [row.kind for row in evidence] == ["reused"]
    assert [(row.telling, row.kind) for row in findings] == [("t-d2", "copied_not_credited")]


def test_the_same_fact_in_other_words_is_no_copy() -> None:
    other = document("d2", "صحيفة المدار", f"{FIRE_AGAIN}.", "2020-03-05T11:00:00Z")
    links, evidence, findings, _ = traced([AGENCY, other])
    assert (links, evidence, findings) == ([], [], [])


def test_a_crawl_date_never_proves_the_direction() -> None:
    first = document("d1", "صحيفة المدار", f"{FIRE}.", "2020-03-05T08:00:00Z", date_kind="crawled")
    second = document("d2", "قناة سهيل", f"{FIRE}.", "2020-03-06T08:00:00Z", date_kind="crawled")
    links, _, findings, _ = traced([first, second], alignments=[same_words(first, second)])
    assert [row.direction for row in links] == ["unknown"]
    assert findings == []


def test_a_day_without_a_time_proves_nothing_within_the_day() -> None:
    first = document("d1", "صحيفة المدار", f"{FIRE}.", "2020-03-05")
    second = document("d2", "قناة سهيل", f"{FIRE}.", "2020-03-05T23:00:00Z")
    links, _, _, _ = traced([first, second], alignments=[same_words(first, second)])
    assert [row.direction for row in links] == ["unknown"]


def test_what_was_cut_from_the_bottom_is_the_later() -> None:
    whole = document("d2", "صحيفة المدار", f"{FIRE}. {MORE}.")
    cut = document("d1", "قناة سهيل", f"{FIRE}.")
    third = document("d3", "موقع الفلك", f"{FIRE}. {MORE}.")
    links, _, _, _ = traced([whole, cut, third], alignments=[same_words(whole, cut), same_words(cut, third), same_words(whole, third)])
    assert "t-d1" not in {row.earlier for row in links}
    assert "t-d1" in {row.later for row in links}


def test_who_has_the_slip_of_a_copy_copied_the_copy() -> None:
    """The first paper types four workers for three; the second has four too, so it is not from the agency."""
    slip = document("d2", "صحيفة المدار", f"{FIRE}. {MORE}.".replace("ثلاثة", "أربعة"), "2020-03-05T11:00:00Z")
    again = document("d3", "قناة سهيل", f"{FIRE}. {MORE}.".replace("ثلاثة", "أربعة"), "2020-03-05T13:00:00Z")
    documents = [AGENCY, slip, again]
    alignments = [same_words(one, other) for n, one in enumerate(documents) for other in documents[:n]]
    links, _, _, _ = traced(documents, alignments=alignments)
    assert [(row.later, row.earlier) for row in links] == [("t-d2", "t-d1"), ("t-d3", "t-d2")]


def test_an_agency_that_is_not_in_the_pile_is_an_unseen_parent() -> None:
    first = document("d1", "صحيفة المدار", f"{FIRE}. (أ ف ب)", "2020-03-05")
    second = document("d2", "قناة سهيل", f"وادي الزيتون - فرانس برس: {FIRE}.", "2020-03-05")
    links, evidence, _, _ = traced([first, second], alignments=[same_words(first, second)])
    best = {row.later: max((link for link in links if link.later == row.later), key=lambda link: link.strength).earlier for row in links}
    assert best == {"t-d1": "unseen:فرانس برس", "t-d2": "unseen:فرانس برس"}
    beside = {row.link for row in links if not row.earlier.startswith("unseen:")}
    assert {row.kind for row in evidence if row.link in beside} == {"same_attribution"}  # one wire: neither is a copy


def test_the_second_of_two_names_is_whom_the_first_had_it_from() -> None:
    """«نقلا عن المدار عن رويترز»: taken from the paper, not from the agency."""
    paper = document("d1", "صحيفة المدار", f"{FIRE}.", "2020-03-05T08:00:00Z")
    copy = document("d2", "قناة سهيل", f"{FIRE}، نقلا عن صحيفة المدار نقلا عن رويترز.", "2020-03-05T09:00:00Z")
    links, _, _, _ = traced([paper, copy], alignments=[same_words(paper, copy)])
    assert [(row.later, row.earlier) for row in links] == [("t-d2", "t-d1")]


def test_wire_words_that_one_paper_does_not_credit_lead_to_the_agency_that_others_credit() -> None:
    """Each has stretches of the wire that the other cut, by turns: neither can be the other's source, nor both together the third's."""
    crane = "وقال مدير المرفأ إن الرافعة الثانية عادت إلى العمل بعد فحص المحرك والكوابل مرتين متتاليتين"
    ferry = "وتأخرت العبارة المتجهة إلى الجزيرة الصغرى ساعتين كاملتين وانتظر ركابها في القاعة القديمة"
    papers = (("d1", f"{FIRE}. {MORE}. {ferry}. (أ ف ب)"), ("d2", f"{FIRE}. {crane}. {OTHER}. (أ ف ب)"))
    papers = (*papers, ("d3", f"{FIRE}. {MORE}. {crane}. {ferry}. {OTHER}."))
    documents = [document(name, f"صحيفة {name}", text, "2020-03-05") for name, text in papers]
    alignments = [same_words(one, other) for n, one in enumerate(documents) for other in documents[:n]]
    links, _, _, _ = traced(documents, alignments=alignments)
    best = {row.later: max((link for link in links if link.later == row.later), key=lambda link: link.strength).earlier for row in links}
    assert best == dict.fromkeys(("t-d1", "t-d2", "t-d3"), "unseen:فرانس برس")


def test_one_speaker_quoted_twice_is_no_copy() -> None:
    """Only the quoted words are shared, and both name who said them: same attribution, not reuse."""
    quoted = "سنعيد بناء المستودع قبل نهاية الشتاء ولن نترك عاملا واحدا بلا أجر"
    first = document("d1", "صحيفة المدار", f"{quoted}. {FIRE}. {MORE}. {FIRE}", "2020-03-05T08:00:00Z")
    second = document("d2", "قناة سهيل", f"{quoted}. {OTHER}", "2020-03-05T09:00:00Z")
    steps = [source(first, "رامي السهيلي"), source(second, "رامي السهيلي")]
    tellings = [Telling(f"t-{row.document}", row.document, "text", 0, len(quoted), quoted, "a1", "reported") for row in (first, second)]
    rows = links_of("c1", tellings, [first, second], steps, [], [same_words(first, second)], [])
    assert {row.kind for row in rows if isinstance(row, LinkEvidence)} == {"same_attribution"}


def test_a_paper_that_has_its_own_older_words_copied_nobody() -> None:
    first = document("d1", "صحيفة المدار", f"{FIRE}.", "2020-03-05T08:00:00Z")
    again = document("d2", "صحيفة المدار", f"{FIRE}. {MORE}.", "2020-03-05T20:00:00Z")
    links, evidence, findings, _ = traced([first, again], alignments=[same_words(first, again)])
    assert [(row.later, row.earlier) for row in links] == [("t-d2", "t-d1")]
    assert [row.kind for row in evidence] == ["reused"]
    assert findings == []


def test_a_copy_that_credits_agencies_without_saying_which_is_not_reported() -> None:
    first = document("d1", "صحيفة المدار", f"{FIRE}. {MORE}.", "2020-03-05T08:00:00Z")
    for author, kinds in (("وادي الزيتون - وكالات", []), ("وادي الزيتون - سامي", ["copied_not_credited"])):
        copy = document("d2", "قناة سهيل", f"{FIRE}. {MORE}.", "2020-03-05T20:00:00Z", author=author)
        assert [row.kind for row in traced([first, copy], alignments=[same_words(first, copy)])[2]] == kinds


def test_what_two_papers_share_of_one_statement_is_the_speakers() -> None:
    """Each paper frames the minister's statement with words of its own: the same words, and no copy."""
    first = document("d1", "صحيفة المدار", f"أصدر الوزير بيانا ظهر اليوم جاء فيه: {FIRE}. {MORE}", "2020-03-05T08:00:00Z")
    second = document("d2", "قناة سهيل", f"وفي كلمة متلفزة قال الوزير مساء: {FIRE}. {MORE}", "2020-03-05T19:00:00Z")
    spans = [AttributionSpan(row.document, "a1", "content", 0, row.text.index(FIRE), len(row.text)) for row in (first, second)]
    for said, kinds in ((spans, {"same_attribution"}), ([], {"reused"})):
        tellings = [telling(first), telling(second)]
        rows = links_of("c1", tellings, [first, second], [], [], [same_words(first, second)], [], (), said)
        assert {row.kind for row in rows if isinstance(row, LinkEvidence)} == kinds
        assert any(isinstance(row, Finding) for row in rows) == (not said)


def test_two_that_credit_one_agency_share_its_words() -> None:
    pair = [
        document(f"d{n}", name, f"(أ ف ب) - {FIRE}. {MORE}", f"2020-03-05T0{n}:00:00Z")
        for n, name in ((4, "صحيفة المدار"), (5, "قناة سهيل"))
    ]
    _, evidence, findings, _ = traced(pair, alignments=[same_words(*pair)])
    assert "reused" not in {row.kind for row in evidence}
    assert findings == []


def test_a_credit_to_an_outlet_that_published_later_is_reported() -> None:
    copy = document("d1", "صحيفة المدار", f"{FIRE}، نقلا عن قناة سهيل.", "2020-03-04T08:00:00Z")
    late = document("d2", "قناة سهيل", f"{FIRE}.", "2020-03-05T08:00:00Z")
    _, _, findings, _ = traced([copy, late], alignments=[same_words(copy, late)])
    assert ("t-d1", "credited_later") in {(row.telling, row.kind) for row in findings}


def test_a_credit_to_an_outlet_whose_articles_of_the_day_say_nothing_of_it_is_reported() -> None:
    copy = document("d1", "صحيفة المدار", f"{FIRE}، نقلا عن قناة سهيل.", "2020-03-04T08:00:00Z")
    credits = credits_of(copy, [], [])
    for articles, kinds in ((40, ["credited_does_not_say"]), (1, [])):
        published = [CreditedArticles("d1", outlet_key("قناة سهيل"), articles)]
        rows = links_of("c1", [telling(copy)], [copy], [], credits, [], [], credited_articles=published)
        assert [row.kind for row in rows if isinstance(row, Finding)] == kinds


def test_a_credit_without_the_words_is_reported() -> None:
    other = document("d2", "صحيفة المدار", f"{FIRE_AGAIN}، نقلا عن وكالة الزيزفون.", "2020-03-05T11:00:00Z")
    links, evidence, findings, _ = traced([AGENCY, other])
    assert [(row.later, row.earlier) for row in links] == [("t-d2", "t-d1")]
    assert [row.kind for row in evidence] == ["credited"]
    assert [row.kind for row in findings] == ["credited_not_copied"]


def test_nothing_is_derived_from_itself_and_the_order_of_rows_does_not_matter() -> None:
    names = ("المدار", "سهيل", "الفلك", "الخابور", "الغدير")
    documents = [document(f"d{n}", f"صحيفة {name}", f"{FIRE}. {MORE[: 30 + 9 * n]}.") for n, name in enumerate(names)]
    alignments = [same_words(one, other) for n, one in enumerate(documents) for other in documents[:n]]
    tellings = [telling(row) for row in documents]
    credits = [credit for row in documents for credit in credits_of(row, [], [])]
    rows = links_of("c1", tellings, documents, [], credits, alignments, [])
    for seed in range(3):
        shuffled = [list(table) for table in (tellings, documents, credits, alignments)]
        for table in shuffled:
            random.Random(seed).shuffle(table)
        assert links_of("c1", shuffled[0], shuffled[1], [], shuffled[2], shuffled[3], []) == rows
    up = {row.later: row.earlier for row in rows if hasattr(row, "earlier")}
    for start in up:
        name, steps = start, 0
        while name in up:
            name, steps = up[name], steps + 1
            assert steps <= len(up)


def test_a_claim_without_tellings_gives_nothing() -> None:
    assert links_of("c1", [], [], [], [], [], []) == []
