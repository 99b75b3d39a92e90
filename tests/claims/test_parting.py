"""Where a sentence is parted into clauses that can be told one without the other."""

from __future__ import annotations

import pytest

from takhrij.claims.parting import clauses_of
from takhrij.model.span import Span


def clauses(text: str, *frames: Span) -> list[str]:
    return [span.of(text) for span in clauses_of(text, Span(0, len(text)), frames)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("قتل خمسة عمال في الانهيار", "وأصيب عشرون من سكان الحي بجروح"),  # five workers were killed …, and twenty … were hurt
        ("انهار جسر السنديان صباح الأحد", "ولم تعرف أسباب الحادث بعد"),  # the bridge collapsed …, and the causes are not yet known
        ("أغلقت البلدية الطريق الساحلي أمس", "كما أخلت السكان من بيوتهم"),  # the council closed the road …, it also moved people out
        ("وصلت القافلة إلى سمران ليلا", "لكن السكان رفضوا استلام المعونات"),  # the convoy arrived …, but people refused the aid
        ("نجم حريق المصنع عن تماس كهربائي", "وأسفر عن 17 قتيلا بين العمال"),  # the fire came of a short circuit, and left 17 dead
        ("صدم القطار حافلة عند معبر نهروان", "فقتل تسعة من ركاب الحافلة"),  # the train struck a bus …, and killed nine of …
        ("أنقذت الفرق 13 سباحا في سمران", "وبميناء نهروان أنقذت طفلا من الغرق"),  # … and in the port of … they saved a child
        ("بدأ العمل في السد قبل عام", "وفي نهروان افتتحت الشركة طريقا جديدا"),  # … and in … the company opened a new road
        ("بلغ عدد القتلى المؤكد تسعة اليوم", "ومن المتوقع ارتفاع هذا العدد غدا"),  # … and it is expected to rise
        ("زعم الحارس أن الأبواب كانت مقفلة", "من دون أن يقدم دليلا واحدا"),  # the guard claimed …, without giving a single proof
    ],
)
def test_a_verb_or_connective_after_a_comma_begins_a_clause(first: str, second: str) -> None:
    assert clauses(f"{first}، {second}") == [first, second]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("أعلنت البلدية إخلاء الحي القديم", "بعد أن غمرت مياه الفيضان شوارعه"),  # the council cleared … after …
        ("نجا ركاب السفينة جميعهم تقريبا", "فيما لا يزال بحاران في عداد المفقودين"),  # all were saved, while …
        ("أطلق رجل النار على حراس المتحف", "ثم انتحر داخل قاعة العرض الكبرى"),  # a man shot at the guards …, then killed himself
        ("قصفت المدفعية أطراف نهروان ليلا", "ردا على هجوم استهدف موقعا لها"),  # … in reply to …
        ("سقطت الحافلة في نهر السدر فجرا", "ولا يزال مصير سائقها مجهولا"),  # … and what became of its driver is still unknown
        ("وافق الوزير أمس على فتح المطارين في نهروان", "بعد استجابة السلطات المحلية لشروط الحكومة المركزية كلها"),  # … after … complied
        ("توفي اثنان من جرحى حريق المصنع", "ليرتفع عدد القتلى إلى 15 عاملا"),  # two of the injured died, so that the toll is 15
        ("شمل الحجز بيت المدير في نهروان", "بالإضافة إلى 30 شاحنة من شاحنات المصنع"),  # the house was seized, and 30 lorries
        ("ستبيع البلدية أرضها لسداد العجز الكبير", "والذي يقدره المصرف بمليوني دينار"),  # … the deficit, which the bank puts at …
    ],
)
def test_some_links_need_no_comma(first: str, second: str) -> None:
    assert clauses(f"{first} {second}") == [first, second]


def test_a_source_that_begins_to_speak_begins_a_clause() -> None:
    text = "انهار الجسر فجر الأحد الماضي وقال الناطق إن التحقيق بدأ أمس"  # the bridge fell … and the spokesman said the inquiry began
    start = text.index("وقال")
    assert clauses(text, Span(start, len(text))) == [text[: start - 1], text[start:]]


def test_a_source_inside_what_another_says_parts_nothing() -> None:
    text = "ذكرت الصحيفة أن الوزير أكد للنواب أمس وقال الناطق إن التحقيق بدأ"
    start = text.index("وقال")
    assert clauses(text, Span(0, len(text)), Span(start, len(text))) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "تحسنت الشركات الصغيرة التي أسست العام الماضي والتي توسعت هذا العام في سمران",  # which were founded and which grew
        "أوضح المدير أن المصنع القديم لا يلوث الماء ولا يضر بصحة السكان",  # neither … nor …
        "قال المدير إن نادي السدر الرياضي كان ولا يزال أول أندية سمران",  # was and still is
        "قالت مصادر البلدية إن اجتماعا مقررا سيعقد في سمران بعد يومين بين الجانبين لمحاولة التوصل إلى اتفاق",  # two days later
        "أوضح المدير أن الأطفال الذين عادوا إلى البلدة بعد مقتل عشرات من سكان القرى المجاورة بخير",  # who came back after …
        "ضمت القائمة تجار الحبوب والزيوت في المدينة، وغرف التجارة والصناعة في الأقاليم",  # nouns, not clauses
        "قتل خمسة عمال وأصيب عشرون من السكان في انهيار الجسر",  # no comma
        "أودى الحريق بحياة عشرة من الحراس إضافة إلى ثلاثة من عمال المصنع",  # ten guards and three workers: one toll
        "سافر الوفد إلى نهروان أمس ليصل إلى مقر القمة قبل بدئها بساعة",  # «to arrive», no total
        "ينظر الخبراء إلى الجسر الجديد من حيث المتانة والكلفة معا",  # «in respect of»
        "سيربح الفريق الكأس هذا العام فيما لو تم الاتفاق مع المدرب",  # «if»
        "انهار الجسر، ولم يمت أحد",  # too short to part
        "أما سكان القرى القريبة من السد، فغادروا بيوتهم منذ الفجر",  # «as for …»
        "تراجعت أرباح المصانع هذا العام، فهي تشتري القطن بأسعار أعلى",  # a comment
        "تنقل الشاحنات التمور إلى سمران ومن ثم تباع في أسواق نهروان",  # «and from there»
    ],
)
def test_what_is_one_statement_stays_whole(text: str) -> None:
    assert clauses(text) == [text]


@pytest.mark.parametrize("dateline", ["نهروان 3 مايو (سدر) - ", "سمران - وكالات: ", "نهروان (سمران): "])
def test_a_dateline_belongs_to_no_clause(dateline: str) -> None:
    news = "أعلنت البلدية إغلاق الطريق الساحلي حتى نهاية الأسبوع"  # the council announced the closing of the coast road
    assert clauses(dateline + news) == [news]


def test_a_dash_inside_a_sentence_is_no_dateline() -> None:
    text = "قال رئيس البلدية الجديد الذي انتخب قبل شهرين - وهو مهندس سابق في المرفأ - إن العمل سيبدأ قريبا"
    assert clauses(text) == [text]


def test_hostile_text_is_parted_in_no_time() -> None:
    text = "(" * 50_000 + "، وقال" * 50_000 + "-" * 50_000
    assert "".join(clauses(text)).replace(" ", "").startswith("((((")
