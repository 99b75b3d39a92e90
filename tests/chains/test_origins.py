"""Origins, independence in three states, ranges, the common link and circles."""

from __future__ import annotations

from dataclasses import replace

from takhrij.chains.origins import origins_of
from takhrij.chains.sources import ends_of
from takhrij.model.chain import Ancestry, Bypass, CircleStep, Independence, Link, LinkEvidence, Origin, OriginTelling
from takhrij.model.claim import ChainStep, Telling

from .builders import FIRE, FIRE_AGAIN, MORE, document, same_words, source, telling, traced

PAPER = document("d1", "صحيفة المدار", f"{FIRE}.", "2020-03-05T08:00:00Z")
CHANNEL = document("d2", "قناة سهيل", f"{FIRE_AGAIN}.", "2020-03-05T09:00:00Z")


def of(kind: type, rows: list[object]) -> list[object]:
    return [row for row in rows if isinstance(row, kind)]


def ranges(rows: list[object]) -> tuple[int, int, int, int]:
    row = next(row for row in rows if isinstance(row, Ancestry))
    return row.origin_low, row.origin_high, row.text_low, row.text_high


def test_two_named_witnesses_in_two_texts_are_independent() -> None:
    steps = [source(PAPER, "رامي السهيلي"), source(CHANNEL, "ناديا القطامي")]
    rows = list[object](traced([PAPER, CHANNEL], steps=steps)[3])
    assert [row.verdict for row in rows if isinstance(row, Independence)] == ["independent"]
    assert ranges(rows) == (2, 2, 2, 2)


def test_one_named_speaker_in_two_papers_is_one_origin() -> None:
    steps = [source(PAPER, "المهندس رامي السهيلي"), source(CHANNEL, "السهيلي")]
    rows = list[object](traced([PAPER, CHANNEL], steps=steps)[3])
    assert [(row.name, row.kind) for row in rows if isinstance(row, Origin)] == [("المهندس رامي السهيلي", "named_source")]
    assert len(of(OriginTelling, rows)) == 2
    assert ranges(rows) == (1, 1, 2, 2)


def test_a_name_written_with_and_without_a_space_is_one() -> None:
    steps = [source(PAPER, "مكتب محافظ زيت نهر", "organization"), source(CHANNEL, "مكتب محافظ زيتنهر", "organization")]
    rows = list[object](traced([PAPER, CHANNEL], steps=steps)[3])
    assert len([row for row in rows if isinstance(row, Origin)]) == 1


def test_a_body_and_its_document_are_told_under_the_body() -> None:
    steps = [source(PAPER, "حصيلة أولية أعلنها الدفاع المدني", "document"), source(CHANNEL, "الدفاع المدني", "organization")]
    rows = list[object](traced([PAPER, CHANNEL], steps=steps)[3])
    assert [(row.name, row.kind) for row in rows if isinstance(row, Origin)] == [("الدفاع المدني", "named_source")]


def test_an_anonymous_source_in_two_papers_is_neither_one_nor_two() -> None:
    steps = [source(PAPER, "مصدر في المرفأ", "unnamed"), source(CHANNEL, "مصدر مطلع", "unnamed")]
    rows = list[object](traced([PAPER, CHANNEL], steps=steps)[3])
    assert [row.verdict for row in rows if isinstance(row, Independence)] == ["not_established"]
    assert ranges(rows)[:2] == (1, 2)


def test_a_witness_whom_two_papers_have_from_one_agency_is_one() -> None:
    told = (("صحيفة المدار", FIRE), ("قناة سهيل", FIRE_AGAIN))
    pair = [document(f"d{n}", name, f"{words}. (أ ف ب)", "2020-03-05") for n, (name, words) in enumerate(told)]
    rows = list[object](traced(pair, steps=[source(row, "شاهد على الرصيف", "unnamed") for row in pair])[3])
    assert [(row.name, row.kind) for row in rows if isinstance(row, Origin)] == [("شاهد على الرصيف", "unnamed_source")]
    assert ranges(rows)[:2] == (1, 1)


def test_an_anonymous_source_beside_the_words_of_a_named_one_stays_anonymous() -> None:
    """The copy has dropped the name; the other report only quotes «مصدر» among words that both have from one statement."""
    named, other = document("d1", "صحيفة المدار", FIRE, "2020-03-05"), document("d2", "قناة سهيل", FIRE, "2020-03-06")
    steps = [source(named, "رامي السهيلي"), source(other, "مصدر في المرفأ", "unnamed")]
    tellings = [telling(row) for row in (named, other)]
    link = Link("c1", "l1", "t-d2", "t-d1", 0.8, "dated")
    for kind, found in (("reused", {"named_source"}), ("same_attribution", {"named_source", "unnamed_source"})):
        evidence = [LinkEvidence("c1", "l1", kind, "", "text", 0, 1)]
        rows = origins_of("c1", tellings, [named, other], steps, [link], evidence, [])
        assert {row.kind for row in rows if isinstance(row, Origin)} == found


def test_two_outlets_own_words_are_not_shown_to_be_independent() -> None:
    rows = list[object](traced([PAPER, CHANNEL])[3])
    assert {row.kind for row in rows if isinstance(row, Origin)} == {"outlet"}
    assert [row.verdict for row in rows if isinstance(row, Independence)] == ["not_established"]
    assert ranges(rows) == (1, 2, 2, 2)


def test_two_witnesses_known_from_one_text_are_not_established() -> None:
    copy = document("d3", "موقع الفلك", f"{FIRE}.", "2020-03-05T12:00:00Z")
    steps = [source(PAPER, "رامي السهيلي"), source(copy, "ناديا القطامي")]
    rows = list[object](traced([PAPER, copy], steps=steps, alignments=[same_words(PAPER, copy)])[3])
    assert [row.verdict for row in rows if isinstance(row, Independence)] == ["not_established"]


def test_the_head_of_a_body_and_the_body_are_not_two_independent_sources() -> None:
    """Both names stand in one breath: the observatory and its director."""
    text = f"{FIRE}، بحسب مدير مرصد الأودية رامي السهيلي."
    director = document("d3", "موقع الفلك", text, "2020-03-05T12:00:00Z")
    steps = [source(director, "رامي السهيلي"), source(CHANNEL, "مرصد الأودية", "organization")]
    rows = list[object](traced([director, CHANNEL], steps=steps)[3])
    assert [row.verdict for row in rows if isinstance(row, Independence)] == ["not_established"]


def test_a_statement_without_an_owner_is_not_independent_of_anybody() -> None:
    steps = [source(PAPER, "البيان", "document"), source(CHANNEL, "ناديا القطامي")]
    rows = list[object](traced([PAPER, CHANNEL], steps=steps)[3])
    assert [row.verdict for row in rows if isinstance(row, Independence)] == ["not_established"]


def test_unnamed_agencies_may_be_one_or_two() -> None:
    first = document("d1", "صحيفة المدار", f"وادي الزيتون - وكالات: {FIRE}.", "2020-03-05")
    second = document("d2", "قناة سهيل", f"وادي الزيتون - وكالات: {FIRE_AGAIN}.", "2020-03-05")
    rows = list[object](traced([first, second])[3])
    assert [row.kind for row in rows if isinstance(row, Origin)] == ["agency", "agency"]
    assert ranges(rows)[:2] == (1, 2)


def test_a_headline_rests_on_whom_the_article_names() -> None:
    title = Telling("t-title", "d1", "title", 0, 5, "حريق", None, "asserted")
    article = document("d1", "صحيفة المدار", f"{FIRE}.", None, title="حريق في المرفأ")
    rows = origins_of("c1", [telling(article), title], [article], [source(article, "رامي السهيلي")], [], [], [])
    assert [(row.name, row.kind) for row in rows if isinstance(row, Origin)] == [("رامي السهيلي", "named_source")]


def test_a_copy_shares_the_origin_of_what_it_copied() -> None:
    copy = document("d3", "موقع الفلك", f"{FIRE}.", "2020-03-05T12:00:00Z")
    rows = list[object](traced([PAPER, copy], steps=[source(PAPER, "رامي السهيلي")], alignments=[same_words(PAPER, copy)])[3])
    assert [(row.name, row.kind) for row in rows if isinstance(row, Origin)] == [("رامي السهيلي", "named_source")]
    assert ranges(rows) == (1, 1, 1, 1)


def test_an_unseen_agency_is_the_origin_and_the_common_link() -> None:
    names = enumerate(("المدار", "سهيل", "الفلك"))
    documents = [document(f"d{n}", f"صحيفة {name}", f"{FIRE}{MORE[: 20 * n]}. (أ ف ب)", "2020-03-05") for n, name in names]
    alignments = [same_words(one, other) for n, one in enumerate(documents) for other in documents[:n]]
    rows = list[object](traced(documents, alignments=alignments)[3])
    assert [(row.name, row.kind) for row in rows if isinstance(row, Origin)] == [("فرانس برس", "agency")]
    whole = next(row for row in rows if isinstance(row, Ancestry))
    assert (whole.common_link, whole.common_link_kind, whole.common_link_telling) == ("فرانس برس", "agency", None)


def test_the_common_link_names_those_who_bypass_it() -> None:
    words = f"{FIRE}، نقلا عن صحيفة المدار."
    copies = [document(f"d{n}", name, words, f"2020-03-06T0{n}:00:00Z") for n, name in ((4, "موقع الفلك"), (5, "إذاعة الغدير"))]
    alignments = [same_words(PAPER, copy) for copy in copies] + [same_words(*copies)]
    rows = list[object](traced([PAPER, CHANNEL, *copies], alignments=alignments)[3])
    whole = next(row for row in rows if isinstance(row, Ancestry))
    assert (whole.common_link, whole.common_link_telling) == ("صحيفة المدار", "t-d1")
    assert [row.telling for row in rows if isinstance(row, Bypass)] == ["t-d2"]


def test_two_texts_that_others_took_up_have_no_common_link() -> None:
    """A report with two copies, and another of the same fire with one: there is no text through which all have it."""
    firsts = [document("d1", "صحيفة المدار", FIRE, "2020-03-05"), document("d2", "قناة سهيل", FIRE_AGAIN, "2020-03-05")]
    outlets = (("موقع الفلك", 0), ("إذاعة الغدير", 0), ("شبكة السدرة", 1))
    copies = [
        document(f"d{n}", name, f"{firsts[of].text}، نقلا عن {firsts[of].outlet}.", f"2020-03-06T0{n}:00:00Z")
        for n, (name, of) in enumerate(outlets, 3)
    ]
    pairs = [(firsts[0], copies[0]), (firsts[0], copies[1]), (copies[0], copies[1]), (firsts[1], copies[2])]
    rows = list[object](traced([*firsts, *copies], alignments=[same_words(*pair) for pair in pairs])[3])
    whole = next(row for row in rows if isinstance(row, Ancestry))
    assert (whole.text_low, whole.text_high, whole.common_link) == (2, 2, None)


def test_a_circle_of_outlets_is_found() -> None:
    """The paper reports, the channel names the paper, and the paper's follow-up names the channel."""
    channel = document("d2", "قناة سهيل", f"{FIRE}، نقلا عن صحيفة المدار.", "2020-03-05T10:00:00Z")
    again = document("d3", "صحيفة المدار", f"{FIRE}، بحسب ما ذكرت قناة سهيل.", "2020-03-05T12:00:00Z")
    alignments = [same_words(PAPER, channel), same_words(channel, again), same_words(PAPER, again)]
    rows = list[object](traced([PAPER, channel, again], alignments=alignments)[3])
    steps = [row for row in rows if isinstance(row, CircleStep)]
    assert [(row.position, row.outlet, row.telling) for row in steps] == [(0, "قناة سهيل", "t-d2"), (1, "صحيفة المدار", "t-d3")]


def test_one_credit_is_no_circle() -> None:
    channel = document("d2", "قناة سهيل", f"{FIRE}، نقلا عن صحيفة المدار.", "2020-03-05T10:00:00Z")
    rows = list[object](traced([PAPER, channel], alignments=[same_words(PAPER, channel)])[3])
    assert of(CircleStep, rows) == []


def test_an_article_without_an_outlet_has_an_unknown_origin() -> None:
    rows = list[object](traced([document("d1", None, f"{FIRE}.")])[3])
    assert [(row.name, row.kind) for row in rows if isinstance(row, Origin)] == [("", "unknown")]
    assert ranges(rows) == (1, 1, 1, 1)


def test_no_tellings_no_origins() -> None:
    rows = list[object](origins_of("c1", [], [], [], [], [], []))
    assert ranges(rows) == (0, 0, 0, 0)
    assert of(Origin, rows) == []


def test_who_is_called_by_the_office_alone_is_whom_the_article_introduces_by_it() -> None:
    """The headline has «the minister of health», the text her name too; another article's minister may be another."""
    words = "قالت وزيرة الصحة سعاد الغيم إن الحصيلة استقرت"
    one, other = (document(name, "صحيفة المدار", words, title="وزيرة الصحة في نهروان: الحصيلة استقرت") for name in ("d1", "d2"))
    title = Telling("t-title", "d1", "title", 0, 9, "الحصيلة استقرت", "h1", "reported")
    else_where = replace(title, telling="t-else", document="d2")
    steps = [
        ChainStep("t-d1", "d1", 0, "source", "سعاد الغيم", "person", "text", 5, words.index(" إن")),
        ChainStep("t-title", "d1", 0, "source", "وزيرة الصحة في نهروان", "unnamed", "title", 0, 11),
        ChainStep("t-else", "d2", 0, "source", "وزيرة الصحة", "unnamed", "title", 0, 11),
    ]
    ends = ends_of([telling(one), title, else_where], {"d1": one, "d2": other}, steps, [], [], [])
    assert ends["t-title"] == ends["t-d1"]
    assert ends["t-else"].kind == "unnamed_source"
