"""Mentions: names by lists and by what stands before them; the people and places here are invented or world-known."""

from __future__ import annotations

import pytest

from takhrij.annotate.entities import mentions_of
from takhrij.annotate.gazetteer import coordinates_of
from takhrij.annotate.name_words import name_key
from takhrij.model.annotation import Mention
from takhrij.model.document import Document


def _mentions(text: str, title: str | None = None) -> list[Mention]:
    return mentions_of(Document("d1", "d1", 1, None, None, None, title, text, None, None, "ar"))


def _named(text: str) -> list[tuple[str, str]]:
    return [(mention.kind, mention.name) for mention in _mentions(text) if mention.kind != "OTHER"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال الرئيس سالم الفارقي إن الجسر آمن", "سالم الفارقي"),  # President Salim al-Fariqi
        ("وصلت الدكتورة ريم الكوثري أمس", "ريم الكوثري"),
        ("أعلن وزير الخارجية زاهر المرواني أن", "زاهر المرواني"),
        ("أكد المتحدث باسم الجيش غسان البرداوي أن", "غسان البرداوي"),
        ("التقى عبد الله التلحاني أهالي القرية", "عبدالله التلحاني"),
    ],
)
def test_a_person_is_found_by_title_role_or_given_name(text: str, name: str) -> None:
    assert ("PERSON", name) in _named(text)


def test_a_surname_alone_stands_for_the_full_name_told_earlier() -> None:
    mentions = [mention for mention in _mentions("قال الرئيس سالم الفارقي إنه باق. وأضاف الفارقي أنه بخير") if mention.kind == "PERSON"]
    assert [mention.name for mention in mentions] == ["سالم الفارقي", "سالم الفارقي"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أمر سامر بحاح نائب الوزير بفتح الجسر", "سامر بحاح"),  # a surname that is a common word too, before an office
        ("قال طارق دياب وزير النقل إن الجسر مغلق", "طارق دياب"),
        ("وصلت زينب حداد مديرة المصنع", "زينب حداد"),
        ("سلم سامر جائزة أفضل لاعب", None),
        ("نال سامر لقب رئيس النادي", None),
        ("فاز طارق بلقب هداف الدوري", None),
        ("كان سامر أفضل لاعب في النادي", None),
    ],
)
def test_a_person_is_found_before_his_office(text: str, name: str | None) -> None:
    assert [found for kind, found in _named(text) if kind == "PERSON"] == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("في بلدة سمرينا", "سمرينا"),
        ("في محافظة القاروش", "القاروش"),
        ("وصل إلى بغداد", "بغداد"),
        ("في سورية", "سوريا"),
        ("للعراق", "العراق"),
    ],
)
def test_a_place_is_found_by_its_head_or_by_a_list(text: str, name: str) -> None:
    assert _named(text) == [("PLACE", name)]


@pytest.mark.parametrize("text", ["تنظيم داعش", "داعش", "تنظيم الدولة الإسلامية", "تنظيم «الدولة الإسلامية»"])
def test_all_names_of_one_organization_are_one(text: str) -> None:
    assert _named(text) == [("ORGANIZATION", "تنظيم الدولة الإسلامية")]


@pytest.mark.parametrize("text", ["وزارة الصحة", "جامعة الزهراء", "الجيش الليبي", "شركة نورسانتا"])
def test_an_organization_is_found_by_its_head(text: str) -> None:
    [(kind, _)] = _named(text)
    assert kind == "ORGANIZATION"


def test_spellings_of_a_foreign_name_are_one() -> None:
    assert {name for _, name in _named("نتنياهو ونتانياهو")} == {"بنيامين نتنياهو"}
    assert name_key("نتانياهو") == name_key("نتنياهو")


def test_a_known_person_in_a_spelling_of_no_list_is_the_same_person() -> None:
    assert _named("فلاديمير بوتن") == [("PERSON", "فلاديمير بوتين")]


def test_an_island_is_the_listed_place_and_an_airport_is_a_place_of_its_own() -> None:
    assert [name for _, name in _named("في جزيرة بالي ومطار عدن")] == ["بالي", "مطار عدن"]


def test_a_name_ends_where_another_is_joined() -> None:
    assert _named("التقى سالم الفارقي وليد المرواني")[0] == ("PERSON", "سالم الفارقي")
    assert [name for _, name in _named("السيدة ريم الكوثري والسيد سالم الفارقي")] == ["ريم الكوثري", "سالم الفارقي"]


def test_an_adjective_of_nationality_tells_its_country() -> None:
    [mention] = _mentions("مصادر أميركية")  # American sources
    assert (mention.kind, mention.name) == ("OTHER", "الولايات المتحدة")


def test_financial_is_no_adjective_of_nationality() -> None:
    assert [mention.name for mention in _mentions("السوق المالي مغلق، وقالت وزارة المالية إنه سيفتح غدا")] == ["وزاره الماليه"]


def test_titles_have_mentions_too_and_spans_are_in_the_field() -> None:
    [mention] = _mentions("لا شيء هنا", title="حريق في بغداد")
    assert (mention.field, mention.start, mention.end) == ("title", 8, 13)


@pytest.mark.parametrize("text", ["على الحدود", "كل الأطراف", "شركة كبيرة", "مدينة جديدة", "الرئيس الجديد", "وصل إلى هناك", ""])
def test_common_words_are_no_names(text: str) -> None:
    assert _mentions(text) == []


def test_a_short_form_that_the_text_explains_stands_for_the_body() -> None:
    text = "أعلنت منظمة الزهور (مزو) أنها باقية. وأضافت مزو أن المكتب مفتوح (اليوم)"  # the organization of Flowers (MZW)
    named = [(mention.kind, mention.name) for mention in _mentions(text)]
    assert named == [("ORGANIZATION", "منظمه الزهور")] * 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قالت ميلانيا ترامب إنها عائدة", ["ميلانيا ترامب"]),  # not the president
        ("وقلص علي مرخوت الفارق على ملعب فريقه", ["علي مرخوت"]),  # Ali, told apart from «on»
        ("احتفل خالد على ضفة النهر", []),
        ("أعرب النجم المكسيكي، هيرفو لوزانتو، عن سعادته", ["هيرفو لوزانتو"]),
        ("قال السويسري جاني أورفانتو إنه سعيد", ["جاني اورفانتو"]),
        ("شكر راشد بن خليفة العطية الحضور", ["راشد بن خليفه العطيه"]),
        ("وأدى القسم صباحا", []),  # «and led», no valley
        ("أبدى رأيا جماعيا صارما", []),
        ("لمن لايملك أرضا", []),  # «does not own» run together, no al-Maliki
    ],
)
def test_a_name_is_told_from_words_beside_it(text: str, names: list[str]) -> None:
    assert [mention.name for mention in _mentions(text) if mention.kind in ("PERSON", "PLACE")] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلنت الهيئة العامة للسدود والأنهار ذلك", "الهييه العامه للسدود والانهار"),
        ("زار نادي الطيران والجهات المذكورة", "نادي الطيران"),
        ("عبر شبكة «فيسبوك»", "فيسبوك"),
        ("أهملت وزارة الصحة الإهمال كله", "وزاره الصحه"),
    ],
)
def test_a_body_ends_where_its_name_ends(text: str, name: str) -> None:
    assert ("ORGANIZATION", name) in _named(text)


def test_a_city_has_coordinates_and_a_country_has_none() -> None:
    assert coordinates_of("طنجة") == (35.767, -5.8)
    assert coordinates_of("المغرب") is None


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("قال الأمير عبدالحكيم بن مساعد إن الملعب جاهز", "عبدالحكيم بن مساعد", "PERSON"),  # مساعد is an assistant elsewhere
        ("قال الدكتور عزام الدخيل إن الدراسة منتظمة", "عزام الدخيل", "PERSON"),
        ("وصل حافظ الأسد إلى المطار", "حافظ الأسد", "PERSON"),  # not the one whom the list has under الأسد
        ("ذكرت شركة زيلمانوف أن الأرباح زادت", "زيلمانوف", "ORGANIZATION"),  # the head is no part of the name
        ("تغلب ليون على ضيفه", "ليون", "ORGANIZATION"),  # a city that plays is its club
        ("وصل الوفد إلى ليون", "ليون", "PLACE"),
        ("وقف أمام زيلمان ستريت", "زيلمان ستريت", "PLACE"),
    ],
)
def test_a_name_is_told_by_the_words_around_it(text: str, words: str, kind: str) -> None:
    assert (words, kind) in [(text[row.start : row.end], row.kind) for row in _mentions(text)]


@pytest.mark.parametrize(
    "text",
    [
        "ستمنحنا هذه الخطوة فرصة",  # will give us
        "وعيد سعيد على الجميع",  # a greeting
        "قرار غير محمود العواقب",
        "شكرنا متابعتكم للبرنامج",
        "تأتي بفضل متابعتكم المستمرة",
    ],
)
def test_words_of_a_sentence_are_no_names_of_people(text: str) -> None:
    assert [row.name for row in _mentions(text) if row.kind == "PERSON"] == []
