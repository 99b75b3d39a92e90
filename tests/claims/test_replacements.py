"""Words in each other's place: a changed copy, another agent, another of the family, before and after."""

from __future__ import annotations

import pytest
from statement_texts import told as stated

from takhrij.claims.compare import compare_pair
from takhrij.claims.matches import matching_of
from takhrij.claims.replacements import other_ranks

Slots = set[tuple[str, str, str]]


def compared(left: str, right: str) -> tuple[str, Slots]:
    told = compare_pair({"id": "1", "a": left, "b": right})
    return told["verdict"], {(row["slot"], row["a"], row["b"]) for row in told["differences"]}


def test_one_word_changed_in_a_copy_changes_what_is_told() -> None:
    verdict, slots = compared(  # a cargo of dates, of onions
        "وصلت إلى مرفأ سمران صباح الثلاثاء سفينة محملة بالبصل قادمة من موانئ نهروان البعيدة بعد رحلة استمرت أسبوعين في البحر",
        "وصلت إلى مرفأ سمران صباح الثلاثاء سفينة محملة بالتمور قادمة من موانئ نهروان البعيدة بعد رحلة استمرت أسبوعين في البحر",
    )
    assert verdict == "contrary"
    assert ("wording", "بالبصل", "بالتمور") in slots


def test_who_writes_it_anew_changes_words_without_another_meaning() -> None:
    verdict, _ = compared(  # a boat from the ports of Nahrawan reached Samran two weeks after sailing
        "وصلت إلى مرفأ سمران صباح الثلاثاء سفينة محملة بالتمور قادمة من موانئ نهروان البعيدة بعد رحلة استمرت أسبوعين في البحر",
        "بعد أسبوعين من الإبحار رست باخرة تنقل التمور من نهروان البعيدة في ميناء سمران صباح الثلاثاء",
    )
    assert verdict == "same"


def test_another_agent_of_one_deed_is_another_actor() -> None:
    verdict, slots = compared(  # the court ordered, the minister ordered
        "قررت المحكمة إغلاق مصنع الأسمدة في ضاحية المرج لمدة شهرين بعد شكاوى كثيرة من سكان الضاحية المجاورة",
        "قرر الوزير أن يغلق مصنع الأسمدة بضاحية المرج شهرين لكثرة شكاوى سكان الضاحية",
    )
    assert verdict == "contrary"
    assert ("actor", "المحكمة", "الوزير") in slots


def test_the_police_and_the_authorities_may_be_one() -> None:
    verdict, slots = compared(
        "أغلقت الشرطة طريق الميناء في ضاحية المرج صباح الأربعاء بعد انهيار جدار قديم على الرصيف",
        "أغلقت السلطات صباح الأربعاء طريق الميناء بضاحية المرج إثر انهيار جدار قديم على رصيف الطريق",
    )
    assert verdict == "same"
    assert not any(slot == "actor" for slot, _, _ in slots)


@pytest.mark.parametrize(
    ("left", "right"),
    [("بشير الدالي", "وسيم الدالي"), ("كريم الدالي", "كريم الصابوني")],
)
def test_two_of_one_family_or_of_one_given_name_are_two(left: str, right: str) -> None:
    told = "عين مجلس إدارة نادي المرج المدرب {} مديرا فنيا للفريق الأول لكرة السلة حتى نهاية الموسم المقبل"
    verdict, slots = compared(told.format(left), told.format(right))
    assert verdict == "contrary"
    assert "person" in {slot for slot, _, _ in slots}


def test_the_rest_of_one_name_is_no_other_person() -> None:
    told = "عين مجلس إدارة نادي المرج المدرب {} مديرا فنيا للفريق الأول لكرة السلة حتى نهاية الموسم المقبل"
    assert compared(told.format("كريم الدالي"), told.format("كريم سعد الدالي"))[0] == "same"


def test_before_and_after_one_event_cannot_both_hold() -> None:
    told = "انسحب وفد سمران من القاعة {} ساعات من توقيع الاتفاق مع نهروان وعاد أعضاؤه إلى الفندق"
    verdict, slots = compared(told.format("قبل"), told.format("بعد"))
    assert verdict == "contrary"
    assert "date" in {slot for slot, _, _ in slots}


def test_after_the_one_is_before_the_other() -> None:
    verdict, _ = compared(  # left after the speech ended; the speech ended before they left
        "انسحب وفد سمران من القاعة بعد ساعات من خطاب الأمين وعاد أعضاؤه إلى الفندق",
        "ألقى الأمين خطابه قبل ساعات من انسحاب وفد سمران من القاعة وعودة أعضائه إلى الفندق",
    )
    assert verdict == "same"


def test_where_from_and_where_to_that_changed_places_contradict() -> None:
    told = "وافق الاتحاد على نقل مباراة سمران من ملعب {} إلى ملعب {} لأسباب أمنية"
    assert compared(told.format("النسور", "المرج"), told.format("المرج", "النسور"))[0] == "contrary"


def test_less_than_and_more_than_one_number_contradict() -> None:
    told = "اختلس مدير المصرف {} من ثلاثة ملايين دينار من أموال المودعين في سمران بين عامي 2012 و2015"
    verdict, slots = compared(told.format("أكثر"), told.format("أقل"))
    assert verdict == "contrary"
    assert "number" in {slot for slot, _, _ in slots}


def test_the_night_of_yesterday_is_yesterday() -> None:
    _, slots = compared(
        "أغلقت البلدية سوق السمك في سمران ليل أمس بعد شكاوى الجيران من الروائح",
        "أغلقت البلدية أمس سوق السمك في سمران بعد شكاوى الجيران من الروائح",
    )
    assert not any(slot == "date" for slot, _, _ in slots)


def test_the_only_noun_replaced_may_tell_little_where_both_meanings_are_known() -> None:
    told = "عثر غواصون على حطام سفينة {} غرقت قبل قرنين قبالة ساحل زهران وعلى متنها آلاف القطع الفضية"  # a merchant ship / a warship
    assert compared(told.format("تجارية"), told.format("حربية"))[0] == "contrary"


@pytest.mark.parametrize(
    ("told", "one", "other", "slot"),
    [
        ("أرسلت حكومة نهروان خمسة آلاف طن من الدقيق إلى ضحايا الفيضانات في {} سمران", "شمال", "جنوب", "place"),
        ("طالب اتحاد الخبازين في سمران البلدية بصرف الرواتب المتأخرة {} قبل العيد", "منذ شهرين", "منذ أربعة أشهر", "number"),
        ("{} البلدية في سمران منح نادي البحر رخصة ملعب جديد قرب السوق القديم", "أقرت", "رفضت", "negation"),
        ("نظمت بلدية {} سباقا للدراجات شارك فيه مئات الشبان من القرى المجاورة", "تاروين", "زمرانة", "place"),
    ],
)
def test_what_replaces_a_word_names_the_slot(told: str, one: str, other: str, slot: str) -> None:
    verdict, slots = compared(told.format(one), told.format(other))
    assert verdict == "contrary"
    assert slot in {name for name, _, _ in slots}


@pytest.mark.parametrize(
    ("left", "right", "slot"),
    [
        (  # planes of Samran against the army of Nahrawan, and the other way round
            "شنت طائرات حربية سمرانية فجر الثلاثاء سلسلة غارات على مواقع للجيش النهرواني قرب مدينة زهران الحدودية",
            "شنت طائرات حربية نهروانية فجر الثلاثاء سلسلة غارات على مواقع للجيش السمراني قرب مدينة زهران الحدودية",
            "actor",
        ),
        (  # two drones, five
            "أسقطت دفاعات سمران طائرتين فوق قرية العنبر كانتا في طريقهما إلى محطة الكهرباء",
            "أسقطت دفاعات سمران خمس طائرات فوق قرية العنبر كانت في طريقها إلى محطة الكهرباء",
            "number",
        ),
        (  # there is no truth in it
            "تستعد شركة الفنار لإغلاق مصنع الزجاج القديم في سمران نهاية الشهر",
            "لا صحة لما قيل عن أن شركة الفنار تستعد لإغلاق مصنع الزجاج القديم في سمران نهاية الشهر",
            "negation",
        ),
        (  # denied, where the other negates a mere detail
            "استدعت وزارة الزراعة المزارعين وأبلغتهم اعتراضها على تقارير وصفتها بغير المقبولة",
            "نفت وزارة الزراعة أن تكون استدعت المزارعين لإبلاغهم اعتراضها على تقارير",
            "negation",
        ),
    ],
)
def test_who_how_many_and_whether_at_all_are_told_apart(left: str, right: str, slot: str) -> None:
    for one, other in ((left, right), (right, left)):
        verdict, slots = compared(one, other)
        assert verdict == "contrary"
        assert slot in {name for name, _, _ in slots}


def test_what_is_told_in_another_order_is_no_exchange() -> None:
    verdict, slots = compared(
        "رفعت شركة الفنار للاتصالات دعوى قضائية ضد هيئة المنافسة أمام محكمة الاستئناف في سمران لإلغاء غرامة قدرها 40 مليون دينار",
        "أقامت شركة الفنار للاتصالات أمام محكمة استئناف سمران دعوى على هيئة المنافسة لإلغاء غرامة قدرها 40 مليون دينار",
    )
    assert verdict == "same"
    assert "actor" not in {name for name, _, _ in slots}


def test_two_planes_are_a_dual() -> None:
    left, right = "أسقط الجيش طائرتين فوق قرية العنبر في سمران أمس", "أسقط الجيش 2 طائرة فوق قرية العنبر في سمران أمس"
    assert compared(left, right)[0] == "same"


def test_all_of_them_are_not_some() -> None:
    told = "شارك {} نواب حزب السنبلة في جلسة التصويت على قانون المياه التي عقدها مجلس زهران مساء الأحد وامتدت حتى الفجر"
    assert compared(told.format("جميع"), told.format("بعض"))[0] == "contrary"
    assert compared(told.format("جميع"), told.format("كل"))[0] == "same"


def test_two_who_are_asked_for_two_things_do_not_change_places() -> None:
    told = "طلبت إدارة المستشفى من {} إنهاء الإضراب ومن {} دفع الرواتب المتأخرة"  # of the doctors, of the ministry
    verdict, slots = compared(told.format("الأطباء", "وزارة الصحة"), told.format("وزارة الصحة", "الأطباء"))
    assert verdict == "contrary"
    assert "actor" in {name for name, _, _ in slots}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # it was stressed that the support for the people of Samran be stepped up
        (
            "وتم التأكيد على تكثيف الدعم الدولي للسمرانيين في جهودهم المتعلقة باستقبال النازحين",
            "هذا وقد تم تأكيد تكثيف الدعم الدولي للسمرانيين في جهودهم المتعلقة باستقبال النازحين",
        ),
        # all who work there were sent to the doctor, and the town was asked
        (
            "وأحالت كافة العاملين فيه للفحص الطبي، والتنسيق العاجل مع البلدية، لعمل فحص شامل للمطعم",
            "وأحالت كل العاملين فيه للفحص الطبي، والتنسيق العاجل مع البلدية لعمل فحص شامل للمطعم",
        ),
        # Abdullah the adviser at the court; the adviser at the court, Dr. Abdullah
        (
            "وسيشهد عبدالله السدري المستشار بالديوان الملكي المشرف العام على المركز، تدشين القوافل الإغاثية بالتعاون مع هيئة التنمية",
            "وسيشهد معالي المستشار بالديوان الملكي المشرف العام على المركز الدكتور عبدالله بن عبدالعزيز السدري، تدشين القوافل الإغاثية",
        ),
    ],
)
def test_deeds_and_titles_that_change_places_do_nothing_to_one_another(left: str, right: str) -> None:
    assert compared(left, right)[0] == "same"


def test_who_stands_under_an_office_is_another_than_who_holds_it() -> None:
    tail = "متحف الخزف في بلدة نبعة مساء السبت"  # the museum of pottery in the town of Nab'a on Saturday evening
    matching = matching_of(stated(f"افتتح نائب الوزير {tail}"), stated(f"افتتح الوزير {tail}"))  # the vice minister, the minister opened
    assert [(matching.left.units[place].form, matching.right.units[partner].form) for place, partner in other_ranks(matching)] == [
        ("نايب", "الوزير")
    ]
    both = stated(f"افتتح الوزير {tail} ورافقه نائب الوزير")  # the minister opened it, and the vice minister was with him
    assert list(other_ranks(matching_of(stated(f"افتتح نائب الوزير {tail}"), both))) == []


def test_an_editors_verb_in_a_long_copy_is_no_other_deed() -> None:
    verdict, _ = compared(  # the keeper of a lighthouse begins, enters his second year alone
        "يبدأ حارس منارة سمران القديمة نزار الدالي الذي رفض مغادرة الجزيرة مع الصيادين عامه الثاني وحيدا بينما يرسل أهل نهروان خبزه",
        "دخل حارس منارة سمران القديمة نزار الدالي الذي رفض مغادرة الجزيرة مع الصيادين عامه الثاني وحيدا فيما يرسل أهل نهروان خبزه",
    )
    assert verdict == "same"
