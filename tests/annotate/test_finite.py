"""Verbs that end a noun phrase: sources do not run on over them, and what is said may begin there without أن."""

from __future__ import annotations

import pytest
from tests.annotate.test_attributions import told

from takhrij.annotate.clauses import is_content_noun
from takhrij.annotate.finite import is_finite


@pytest.mark.parametrize("form", ["بلغت", "ارتفعت", "يحتاج", "لن", "تم"])
def test_a_form_that_is_a_verb_anywhere_is_finite(form: str) -> None:
    assert is_finite(form)


@pytest.mark.parametrize("form", ["تقرير", "بيوت", "الوقت", "يوسف", "وزاره", "تعاون"])
def test_a_noun_or_a_name_is_not(form: str) -> None:
    assert not is_finite(form)


def parts(text: str) -> list[tuple[object, object]]:
    return [(attribution["source"], attribution["content"]) for attribution in told(text)]


def test_what_is_said_begins_at_a_verb_behind_the_speaker_without_an() -> None:
    # "The director said we do not need more time": no complementizer
    assert parts("وأضاف المدير لا نحتاج إلى مزيد من الوقت.") == [(["المدير"], ["لا نحتاج إلى مزيد من الوقت"])]


def test_a_thing_before_the_verb_is_no_speaker() -> None:
    # "and he said: the market does not need a study"
    assert parts("وقال السوق لا تحتاج إلى دراسة جديدة.") == [([], ["السوق لا تحتاج إلى دراسة جديدة"])]


def test_a_source_behind_a_preposition_ends_at_the_verb() -> None:
    # "According to the ministry the number reached a hundred"
    found = parts("ووفقا لوزارة النقل بلغ عدد الجسور المغلقة مئة.")
    assert found == [(["لوزارة النقل"], ["بلغ عدد الجسور المغلقة مئة"])]


def test_a_verb_that_describes_an_indefinite_document_stays_with_it() -> None:
    found = parts("أغلق الجسر أمس وفقا لبيان رسمي أصدره المجلس.")
    assert found == [(["لبيان رسمي أصدره المجلس"], ["أغلق الجسر أمس"])]


def test_a_surname_of_the_pattern_of_a_verbal_noun_is_a_name() -> None:
    # Trump has the pattern of تعاون, and every «أعلن ترامب أن» was lost
    assert not is_content_noun("ترامب")
    assert is_content_noun("تعاون")
    assert parts("أعلن الرئيس ترامب أن القمة ستعقد غدا.") == [(["الرئيس ترامب"], ["القمة ستعقد غدا"])]


def test_what_somebody_writes_is_not_of_the_writer() -> None:
    assert parts('وكتب سامي الغيم تغريدة قائلا: "إنها كارثة لا توصف".') == [(["سامي الغيم"], ["إنها كارثة لا توصف"])]


def test_the_body_that_issued_a_statement_is_of_the_source() -> None:
    # أفاد governs عن too, but not the عن of صادر
    assert parts("وأفاد بيان صادر عن قيادة الشرطة بأن الطريق مغلق.") == [(["بيان صادر عن قيادة الشرطة"], ["الطريق مغلق"])]


def test_specific_sources_are_not_especially() -> None:
    # خاصة before إن may be an adjective of the sources
    assert parts("وقالت مصادر خاصة إن المهلة تنتهي مساء اليوم.") == [(["مصادر خاصة"], ["المهلة تنتهي مساء اليوم"])]


def test_what_goes_unsaid_is_no_attribution() -> None:
    assert parts("غادر الوفد دون أن تفصح المصادر عن مدة المهلة.") == []


def test_a_student_who_says_something_makes_no_demand() -> None:
    # طالب is "student" and "demanded"
    assert parts('وقال طالب آخر يدعى بيلي "سمعت ما يشبه الرعد ونظرت إلى صديقي".') == [
        (["طالب آخر يدعى بيلي"], ["سمعت ما يشبه الرعد ونظرت إلى صديقي"])
    ]


def test_a_source_between_dashes_covers_both_sides() -> None:
    assert parts("وكان الغيم - بحسب ما ذكرته منظمة التل - محتجزا منذ الشتاء.") == [
        (["منظمة التل"], ["وكان الغيم", "محتجزا منذ الشتاء"])
    ]


def test_who_stands_behind_the_verb_of_a_report_is_accused() -> None:
    assert parts("وصدر تقرير يتهم سلطات المدينة بالإهمال.") == [(["تقرير"], ["سلطات المدينة بالإهمال"])]


def test_a_transfer_is_no_report() -> None:
    # نقل is a noun here: "likewise the moving of the quarters to the third centre"
    assert parts('وكذلك نقل أحياء الميناء والنورس إلى المركز الثامن: "مدرسة الغيم".') == []


def test_a_clause_before_the_verb_is_no_subject() -> None:
    # "asked whether the gas is the same, the expert confirmed …"
    found = parts("وردا على سؤال بشأن ما إذا كان الغاز المستخدم هو نفسه، أكد الخبير أنه لا يعرف.")
    assert found == [(["الخبير"], ["لا يعرف"])]


def test_a_report_that_somebody_prepares_speaks_itself() -> None:
    found = parts("وقال مصدران إن الموظفين يحضرون تقريرا يفيد بأن الجسر آمن.")
    assert found[1] == (["تقريرا"], ["الجسر آمن"])


def test_a_report_in_which_something_came_is_the_source() -> None:
    assert parts("أغلق الجسر أمس بحسب ما جاء في بيان للوزارة.") == [(["بيان للوزارة"], ["أغلق الجسر أمس"])]


def test_a_given_name_behind_a_rank_is_no_verbal_noun() -> None:
    # إيهاب has the pattern of إعلان, and عبدالله ends like a noun with "his"
    assert parts("أكد رئيس هيئة القناة الفريق إيهاب الغيم أهمية المشروع.") == [
        (["رئيس هيئة القناة الفريق إيهاب الغيم"], ["أهمية المشروع"])
    ]


def test_warnings_from_people_tell_whose_they_are() -> None:
    assert parts("سقط المتسلق رغم تحذيرات من خبراء الجبال في المدينة.") == []


def test_what_an_outlet_learned_comes_through_it() -> None:
    found = told('أغلق الجسر أمس، حسبما علمت "الغيم" من مصدر خاص.')
    assert (found[0]["source"], found[0]["via"]) == (["مصدر خاص"], ['"الغيم"'])


def test_initials_that_begin_with_o_are_a_name() -> None:
    # "O. P. Singh": أو is "or" elsewhere
    assert parts("وقال أو بي سينغ، المسؤول بالشرطة، إن خمسة مصابين في حالة حرجة.") == [
        (["أو بي سينغ، المسؤول بالشرطة"], ["خمسة مصابين في حالة حرجة"])
    ]


def test_a_wave_to_a_driver_says_nothing() -> None:
    assert len(parts("وقال المسؤول إن حارسا كان عند المعبر وأشار لسائق الحافلة بالتوقف، لكنه مضى.")) == 1
