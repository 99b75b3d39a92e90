"""Tellings of a document: where they begin and end, who tells them, through whom, and how surely."""

from __future__ import annotations

import pytest

from takhrij.annotate.attributions import attributions_of
from takhrij.annotate.entities import mentions_of
from takhrij.annotate.expressions import expressions_of
from takhrij.claims.parting import clauses_of
from takhrij.claims.tellings import Row, tellings_of
from takhrij.model.annotation import Attribution, AttributionSpan
from takhrij.model.chain import Credit
from takhrij.model.claim import ChainStep, Fact, Telling
from takhrij.model.document import Document
from takhrij.model.identity import identity
from takhrij.model.span import Span
from takhrij.text.sentences import sentences_of

BRIDGE = "انهار جسر السنديان في مدينة نهروان صباح الأحد."  # the Sindian bridge in Nahrawan collapsed on Sunday morning
SAID = "قال الناطق سليم الوادي إن جسر السنديان انهار بسبب الفيضان."  # the spokesman said the bridge collapsed because of the flood


def rows_of(text: str, *, title: str | None = None, credits: tuple[Credit, ...] = ()) -> list[Row]:
    document = Document("d", "d", 0, "صحيفة الغيم", "2021-03-01", None, title, text, None, None, None)
    sentences, mentions = sentences_of(document), mentions_of(document)
    times, quantities = expressions_of(document)
    found = attributions_of(document, sentences, mentions)
    attributions = [row for row in found if isinstance(row, Attribution)]
    spans = [row for row in found if isinstance(row, AttributionSpan)]
    return tellings_of(document, sentences, attributions, spans, mentions, quantities, times, credits)


def tellings(text: str, title: str | None = None) -> list[Telling]:
    return [row for row in rows_of(text, title=title) if isinstance(row, Telling)]


def chain(text: str, *credits: Credit) -> list[tuple[str, str]]:
    steps = [row for row in rows_of(text, credits=credits) if isinstance(row, ChainStep)]
    return [(step.kind, step.name) for step in sorted(steps, key=lambda step: step.position)]


def test_a_sentence_in_the_articles_own_voice_is_asserted_and_has_no_chain() -> None:
    (row,) = tellings(BRIDGE)
    assert (row.words, row.attribution, row.certainty) == (BRIDGE, None, "asserted")
    assert row.telling == identity("t", "d", "text", 0, len(BRIDGE))
    assert chain(BRIDGE) == []


def test_a_report_has_its_speaker_as_chain() -> None:
    (row,) = tellings(SAID)
    assert (row.attribution, row.certainty) == ("a1", "reported")
    ((kind, name),) = chain(SAID)
    assert kind == "source"
    assert "سليم" in name


def test_a_carrier_comes_before_the_source() -> None:
    text = "نقلت إذاعة سمران عن الناطق سليم الوادي قوله إن جسر السنديان انهار بسبب الفيضان."  # Radio Samran quoted the spokesman
    assert [kind for kind, _ in chain(text)] == ["carrier", "source"]


def test_a_carrier_is_named_without_its_preposition() -> None:
    text = "قال شاهد لرويترز إن جسر السنديان انهار بسبب الفيضان."  # a witness told Reuters that the bridge collapsed
    assert chain(text) == [("carrier", "رويترز"), ("source", "شاهد")]


def test_who_speaks_inside_of_his_own_words_stands_in_the_chain_once() -> None:
    text = "قال سليم إن الجسر انهار وإن ترميمه يبدأ غدا"  # Salim said the bridge collapsed and its repair begins tomorrow
    document = Document("d", "d", 0, None, None, None, None, text, None, None, None)
    outer, inner = (
        Attribution("d", name, "text", "سليم", "indirect", "person", "neutral", parent, "test")
        for name, parent in (("a1", None), ("a2", "a1"))
    )
    contents = [AttributionSpan("d", name, "content", 0, start, len(text)) for name, start in (("a1", 12), ("a2", 13))]
    rows = tellings_of(document, sentences_of(document), [outer, inner], contents, [], [], [], [])
    assert [row.name for row in rows if isinstance(row, ChainStep)] == ["سليم"]


def test_a_long_way_from_the_speaker_to_short_words_hides_him_not() -> None:
    # Salim said, during a meeting at the operations centre with the governor and the notables of the town: "the bridge is closed to trucks"
    text = "وقال سليم خلال اجتماع في مركز العمليات المشتركة بحضور المحافظ ووجهاء المدينة إن الجسر مغلق أمام الشاحنات."
    start = text.index("الجسر مغلق")
    attribution = Attribution("d", "a1", "text", "سليم", "indirect", "person", "neutral", None, "test")
    spans = [
        AttributionSpan("d", "a1", role, 0, *span)
        for role, span in (("cue", (0, 4)), ("source", (5, 9)), ("content", (start, len(text) - 1)))
    ]
    document = Document("d", "d", 0, None, None, None, None, text, None, None, None)
    rows = tellings_of(document, sentences_of(document), [attribution], spans, [], [], [], [])
    assert [row.name for row in rows if isinstance(row, ChainStep)] == ["سليم"]


def test_a_carrier_of_what_he_also_vouches_for_stands_in_the_chain_once() -> None:
    text = "قال الناطق حسب ما نشرت إذاعة سمران إن الجسر انهار صباح الأحد"  # the spokesman said, as Radio Samran published, it collapsed
    document = Document("d", "d", 0, None, None, None, None, text, None, None, None)
    outer = Attribution("d", "a1", "text", "إذاعة سمران", "indirect", "outlet", "neutral", None, "test")
    inner = Attribution("d", "a2", "text", "الناطق", "indirect", "person", "neutral", "a1", "test")
    carrier = text.index("إذاعة"), text.index(" إن الجسر")
    spans = [AttributionSpan("d", name, "content", 0, text.index("الجسر"), len(text)) for name in ("a1", "a2")]
    spans.append(AttributionSpan("d", "a2", "via", 0, *carrier))
    rows = tellings_of(document, sentences_of(document), [outer, inner], spans, [], [], [], [])
    assert [row.name for row in rows if isinstance(row, ChainStep)] == ["إذاعة سمران", "الناطق"]


def test_an_agency_credit_comes_first() -> None:
    credit = Credit("d", "k1", "وكالة المدار", "agency", "foot", "text", 0, 4, None)
    assert chain(SAID, credit)[0] == ("agency-credit", "وكالة المدار")


def test_an_outlet_named_in_the_text_is_no_agency_credit() -> None:
    credit = Credit("d", "k1", "وكالة المدار", "agency", "text", "text", 0, 4, None)
    assert chain(BRIDGE, credit) == []


def test_stances_give_certainties() -> None:
    assert tellings("زعم التاجر أن جسر السنديان انهار بسبب الفيضان.")[0].certainty == "doubted"  # the merchant alleged
    assert tellings("نفى الناطق سليم أن يكون جسر السنديان انهار بسبب الفيضان.")[0].certainty == "denied"  # denied


def test_a_hedge_makes_a_doubt() -> None:
    assert tellings("ربما انهار جسر السنديان في مدينة نهروان بسبب الفيضان.")[0].certainty == "doubted"  # perhaps it collapsed


def test_a_first_count_is_no_doubt() -> None:
    assert tellings("انهار جسر السنديان وقتل سبعة، وفق حصيلة أولية للدفاع المدني.")[0].certainty != "doubted"  # by a preliminary count


def test_the_title_is_a_telling_of_its_own_field() -> None:
    row = next(row for row in tellings(BRIDGE, "انهيار جسر السنديان") if row.field == "title")
    assert (row.start, row.end, row.words) == (0, 19, "انهيار جسر السنديان")


def test_facts_lie_in_their_telling() -> None:
    rows = rows_of("قتل 12 شخصا في انهيار جسر السنديان. وأنقذ رجال الإطفاء 9 أشخاص من مياه النهر.")  # 12 died; 9 were saved
    first = next(row for row in rows if isinstance(row, Telling))
    numbers = [fact for fact in rows if isinstance(fact, Fact) and fact.slot == "number"]
    assert [fact.low for fact in numbers if fact.telling == first.telling] == ["12"]
    assert [fact.low for fact in numbers if fact.telling != first.telling] == ["9"]


def test_questions_scraps_and_service_lines_tell_nothing() -> None:
    assert tellings("هل انهار جسر السنديان في مدينة نهروان صباح الأحد؟") == []  # did the bridge collapse?
    assert tellings("انتهى.") == []
    assert tellings("اقرأ أيضا: انهيار جسر السنديان في مدينة نهروان") == []  # read also


def parts(text: str) -> list[str]:
    return [span.of(text) for span in clauses_of(text, Span(0, len(text)), [])]


def test_a_connective_after_a_comma_begins_a_telling() -> None:
    one, other = "قتل خمسة عمال في انهيار الجسر", "فيما أغلقت الشرطة الطريق المؤدي إليه"  # five died, while police closed the road
    assert parts(f"{one}، {other}") == [one, other]


def test_a_short_piece_is_not_cut_off() -> None:
    text = "قتل خمسة عمال في انهيار الجسر، كما أصيب عشرون"  # as well, twenty were hurt
    assert parts(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "ومعالي وزير النقل الدكتور سليم السدري، وسعادة مدير البلدية",  # part of a list of guests
        "الأخ العزيز الشيخ سليم السدري المحترم",  # a letter's salutation
        "الأخ العزيز الشيخ سليم آل سعود",  # «آل سعود» is a family, though «سعود» may be read as a verb
        "وكان في استقبال الوزير لدى وصوله إلى مطار سمران مدير البلدية وعدد من الأهالي",  # those who met the minister at the airport
        "بسم الله الرحمن الرحيم",
    ],
)
def test_names_alone_tell_nothing(text: str) -> None:
    assert tellings(text) == []


def test_a_reception_of_goods_tells() -> None:
    assert len(tellings("بدأ ميناء سمران في استقبال سفن القمح الجديدة صباح أمس")) == 1  # the port began to receive the wheat ships


def test_a_title_with_a_verb_tells() -> None:
    assert len(tellings("معالي وزير النقل سليم السدري افتتح جسر السنديان في سمران")) == 1


def test_a_prayer_and_a_standing_warning_tell_nothing() -> None:
    prayer = "سائلين الله العلي القدير أن يتغمد الفقيد بواسع رحمته وأن يلهم أهله وذويه الصبر والسلوان."  # may God comfort his family
    assert [row.words for row in tellings(f"{BRIDGE} {prayer}")] == [BRIDGE]


def test_what_follows_the_source_up_to_a_comma_only_says_where_he_said_it() -> None:
    text = "The toll stands at 22, Health Minister Layla Naddaf said on Wednesday at a news conference at the city's central hospital."
    assert chain(text) == [("source", "Layla Naddaf")]
    assert chain("Three ships sank off Nahrawan on Monday, and the harbour was closed until further notice.") == []
