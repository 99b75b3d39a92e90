"""Numbers that texts of one claim give for one thing: which of them cannot all be meant."""

from __future__ import annotations

from collections import defaultdict

from takhrij.claims.changes import HeldClaim
from takhrij.claims.counts import counts_of
from takhrij.model.claim import Fact, Telling
from takhrij.model.document import Document

Given = tuple[str, str, str | None, str | None]  # the number as told, its value, its unit, what it counts


def kinds(*texts: tuple[str, Given], places: tuple[str, ...] = ()) -> list[str]:
    """The kinds of the variations of number among tellings that each give one number, and name a place each or none."""
    tellings, documents = {}, {}
    facts: defaultdict[str, list[Fact]] = defaultdict(list)
    for place, (words, (value, low, unit, role)) in enumerate(texts):
        name, start = f"t{place}", words.index(value)
        tellings[name] = Telling(name, f"d{place}", "text", 0, len(words), words, None, "asserted")
        documents[f"d{place}"] = Document(f"d{place}", f"d{place}", place, f"صحيفة {place}", None, None, None, words, None, None, None)
        facts[name].append(Fact(name, "number", value, low, None, unit, "exact", role, start, start + len(value)))
        if places:
            at = words.index(places[place])
            facts[name].append(Fact(name, "place", places[place], None, None, None, None, None, at, at + len(places[place])))
    return [kind for _, (kind, _), _ in counts_of(HeldClaim(tellings, documents, facts, defaultdict(list)))]


BEDS = "تجهز بلدية نهروان مستشفى بسعة {} سرير"  # the town fits out a hospital of so many beds


def beds(value: str, low: str) -> tuple[str, Given]:
    return BEDS.format(value), (value, low, None, "سرير")


def test_a_number_rounded_for_a_title_is_no_other_number() -> None:
    assert kinds(beds("10454", "10454"), beds("10 آلاف", "10000")) == []
    assert kinds(beds("0.76%", "0.76"), beds("0.8%", "0.8")) == []


def test_another_number_of_as_many_digits_or_far_from_it_is_one() -> None:
    assert "unclear" in kinds(beds("5706", "5706"), beds("5760", "5760"))
    assert kinds(beds("10454", "10454"), beds("20 ألفا", "20000")) == ["unclear"]
    assert kinds(beds("50", "50"), beds("48", "48")) == ["unclear"]  # 48 beds are counted


def test_one_size_in_two_units_is_no_difference() -> None:
    seized = "ضبطت الجمارك {} من الشاي الفاسد في ميناء نهروان"  # customs seized so much spoilt tea
    tons = (seized.format("1.5 ألف طن"), ("1.5 ألف طن", "1500", "t", "شاي"))
    kilograms = (seized.format("1.5 مليون كيلوغرام"), ("1.5 مليون كيلوغرام", "1500000", "kg", "شاي"))
    assert kinds(tons, kilograms) == []
    assert kinds(tons, (seized.format("9 أطنان"), ("9 أطنان", "2200", "t", "شاي"))) == ["unclear"]


def test_a_fall_and_the_level_it_led_to_are_two_things() -> None:
    fall = ("تراجع مؤشر سوق نهروان للأوراق المالية 71 نقطة", ("71 نقطة", "71", "point", None))
    level = ("أغلق مؤشر سوق نهروان للأوراق المالية في نهاية جلسة أمس الأول القصيرة عند 9302 نقطة", ("9302 نقطة", "9302", "point", None))
    assert kinds(fall, level) == []


def test_the_same_digits_parted_otherwise_are_one_number() -> None:
    paid = "دفعت بلدية نهروان تعويضا قدره {} لأصحاب المتاجر"  # the town paid so much to the shopkeepers
    told = [(paid.format(value), (value, low, "ريال", None)) for value, low in (("973,092", "973092"), ("973.092", "973.092"))]
    assert kinds(*told) == []


def test_tolls_of_two_places_are_of_two_events_and_of_one_place_differ() -> None:
    north = ("قتل 3 جنود في اشتباك قرب أبها", ("3", "3", "person", "قتيل"))
    south = ("سقوط 12 من المسلحين خلال مواجهات في تبوك", ("12", "12", "person", "قتيل"))
    assert kinds(north, south, places=("أبها", "تبوك")) == []
    assert kinds(north, ("سقوط 12 من المسلحين خلال مواجهات في أبها", ("12", "12", "person", "قتيل")), places=("أبها", "أبها")) == [
        "unclear"
    ]


def test_those_beside_somebody_told_of_before_are_not_all() -> None:
    six = ("سجن ستة متهمين في قضية مصنع نهروان", ("ستة", "6", "person", "متهم"))
    five = ("سجن مدير مصنع نهروان وخمسة متهمين آخرين في القضية", ("خمسة", "5", "person", "متهم"))
    assert kinds(six, five) == []


def test_figures_that_were_read_otherwise_are_one_number_where_either_telling_has_those_of_the_other() -> None:
    level = "بلغ مؤشر سوق نهروان أعلى إغلاق له خلال الشهر عند مستوى{} نقطة"  # the index closed highest at …
    read = (level.format(" 9,381.01"), ("9,381.01 نقطة", "9381.01", "point", None))
    assert kinds(read, (level.format("9,381.01"), ("381.01 نقطة", "381.01", "point", None))) == []
    assert kinds(read, (level.format(" 9,831.01"), ("9,831.01 نقطة", "9831.01", "point", None))) != []


def test_a_street_named_after_a_preacher_corrects_nothing() -> None:
    one = "نزع ملكية 87 متجرا في شارع سليم الخطاب و61 متجرا في الميناء"  # الخطاب is no خطأ
    tellings = {"t0": Telling("t0", "d0", "text", 0, len(one), one, None, "asserted")}
    facts = defaultdict(list)
    facts["t0"] = [
        Fact("t0", "number", value, value, None, None, "exact", "متجر", one.index(value), one.index(value) + 2) for value in ("87", "61")
    ]
    documents = {"d0": Document("d0", "d0", 0, "صحيفة", None, None, None, one, None, None, None)}
    assert list(counts_of(HeldClaim(tellings, documents, facts, defaultdict(list)))) == []


def test_one_digit_altered_is_told_however_few_the_words_beside_it() -> None:
    aged = "ولا يزيد عمره عن {} عاما"  # and he is not older than …
    told = [(aged.format(value), (value, value, "year", None)) for value in ("25", "55")]
    assert kinds(*told) == ["unclear", "copy_error"]
    said = "حيث بلغت {} مليون ريال"  # where they came to … million riyals
    assert kinds(*((said.format(value), (value, value, "ريال", None)) for value in ("190", "710"))) == []
