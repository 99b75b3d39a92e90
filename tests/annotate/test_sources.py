"""Who is named as source, where and of what kind."""

from __future__ import annotations

import pytest
from test_attributions import told

from takhrij.annotate.attributions import attributions_of
from takhrij.model.annotation import AttributionSpan
from takhrij.model.document import Document
from takhrij.text.sentences import sentences_of


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("قال وزير النقل سامي الغيم إن الجسر آمن.", "وزير النقل سامي الغيم", "person"),
        ("قالت مصادر محلية إن الجسر آمن.", "مصادر محلية", "vague"),
        ("قال مسؤول عسكري في الميناء إن الجسر آمن.", "مسؤول عسكري في الميناء", "unnamed"),
        ("ذكرت صحيفة «الساحل» أن الجسر آمن.", "صحيفة «الساحل»", "outlet"),
        ("أظهرت دراسة حديثة أن الجسر آمن.", "دراسة حديثة", "document"),
        ("أكدت وزارة النقل مقتل عاملين.", "وزارة النقل", "organization"),
    ],
)
def test_the_phrase_behind_the_verb_is_the_source(text: str, source: str, kind: str) -> None:
    (found,) = told(text)
    assert (found["source"], found["kind"]) == ([source], kind)


def test_the_subject_may_stand_before_the_verb() -> None:
    # "And the mayor, Sami al-Ghaim, had said on Thursday that …"
    (found,) = told("وكان رئيس البلدية، سامي الغيم، قال الخميس إن الجسر آمن.")
    assert (found["source"], found["speaker"]) == (["رئيس البلدية، سامي الغيم"], "سامي الغيم")


def test_a_relative_clause_has_its_head_as_source() -> None:
    # "He met the minister of transport, who announced that …"
    (found,) = told("التقى الوفد أمس مع وزير النقل الذي أعلن أن الجسر آمن.")
    assert found["source"] == ["وزير النقل"]


def test_evidence_is_no_source() -> None:
    # "This points to a wet winter."
    assert told("وقد يشير ذلك إلى شتاء ماطر.") == []


def test_time_and_occasion_are_left_out() -> None:
    # "The ministry announced yesterday in a statement the opening of the tunnel."
    (found,) = told("أعلنت وزارة النقل أمس في بيان افتتاح النفق.")
    assert (found["source"], found["content"]) == (["وزارة النقل"], ["افتتاح النفق"])


def test_the_conjunction_fa_is_no_part_of_a_source() -> None:
    # "…, for the ministry that claimed that the store was empty was absent."
    found = told("خلا الميناء، فالوزارة التي زعمت أن المخزن فارغ غابت.")
    assert [item["source"] for item in found] == [["الوزارة"]]


def test_the_reporters_spoken_to_are_no_part_of_the_source() -> None:
    # "The police spokesman Nawfal al-Zamrani said to the reporters before the gate that the fire was out."
    (found,) = told("قال المتحدث باسم الشرطة نوفل الزمراني للصحفيين أمام البوابة إن الحريق أخمد.")
    assert (found["source"], found["speaker"]) == (["المتحدث باسم الشرطة نوفل الزمراني"], "نوفل الزمراني")


def test_a_body_of_reporters_keeps_its_name() -> None:
    # "The General Union of Journalists said that the hall is open."
    (found,) = told("قال الاتحاد العام للصحفيين إن القاعة مفتوحة.")
    assert found["source"] == ["الاتحاد العام للصحفيين"]


def test_where_a_source_speaks_is_no_part_of_it() -> None:
    # "Al-Qanadili said from her bed in the hospital: …"
    (found,) = told('وقالت القناديلي من سريرها في المستشفى: "نجوت بأعجوبة من النار".')
    assert found["source"] == ["القناديلي"]


def test_a_source_that_hides_its_name_is_called_by_its_description() -> None:
    # "A security source, who asked that his name not be mentioned, revealed that the prisoner fled … The source added …"
    found = told("كشف مصدر أمني مطلع، طلب عدم ذكر اسمه، أن السجين فر. وأضاف المصدر أن الحراس ناموا.")
    assert [item["speaker"] for item in found] == ["مصدر أمني مطلع", "مصدر أمني مطلع"]
    assert found[0]["source"] == ["مصدر أمني مطلع، طلب عدم ذكر اسمه"]


def test_an_agency_that_quotes_another_carries_it() -> None:
    # "Three drowned, according to what the agency said, citing civil defence."
    (found,) = told("غرق ثلاثة في السد وفق ما ذكرت الوكالة نقلا عن الدفاع المدني.")
    assert (found["via"], found["source"], found["content"]) == (["الوكالة"], ["الدفاع المدني"], ["غرق ثلاثة في السد"])


def test_a_count_has_its_maker_in_the_source() -> None:
    # "The number rose to nine according to a first count that civil defence announced."
    (found,) = told("ارتفع العدد إلى تسعة وفق حصيلة أولية أعلنها الدفاع المدني.")
    assert found["source"] == ["حصيلة أولية أعلنها الدفاع المدني"]


def test_the_articles_own_outlet_is_no_carrier() -> None:
    # Outlet al-Ghaim: "The minister said to al-Ghaim newspaper that the bridge is closed."
    for outlet, told_to in (("الغيم", "لصحيفة «الغيم»"), ("صحيفة الغيم", "لموقع الغيم"), ("الغيم الإلكترونية", 'لـ"الغيم"')):
        document = Document("d1", "d1", 0, outlet, None, None, None, f"قال الوزير {told_to} إن الجسر مغلق.", None, None, "ar")
        rows = attributions_of(document, sentences_of(document), [])
        assert [row.role for row in rows if isinstance(row, AttributionSpan)] == ["cue", "source", "content"]


def test_preliminary_information_inside_a_quotation_covers_what_follows() -> None:
    # "… adding: 'according to preliminary information the two guards were hurt.'"
    found = told("قال الحارس إن الجسر مغلق، مضيفا: «حسب المعلومات الأولية أصيب الحارسان».")
    assert (found[-1]["source"], found[-1]["content"]) == (["المعلومات الأولية"], ["أصيب الحارسان"])


def test_the_tape_in_which_it_was_said_is_no_part_of_the_source() -> None:
    # "The guard said in the tape that the gate was open."
    (found,) = told("قال الحارس في التسجيل إن البوابة كانت مفتوحة.")
    assert found["source"] == ["الحارس"]


def test_a_source_ends_at_what_it_published_at_the_part_of_a_time_and_at_the_verb_to_be() -> None:
    # "The agency said in a short item of its own …"; "A local official had assured in early May …"; "According to …"
    assert told("قالت الوكالة في خبر قصير لها إن السد انهار.")[0]["source"] == ["الوكالة"]
    assert told("وكان مسؤول محلي أكد مطلع مايو أن السد انهار.")[0]["source"] == ["مسؤول محلي"]
    assert told("وبحسب مسؤول في الميناء كانت السفينة تحمل 67 راكبا.")[0]["source"] == ["مسؤول في الميناء"]


def sources(text: str) -> list[str]:
    return [" ".join(map(str, item["source"])) for item in told(text) if isinstance(item["source"], list)]


def test_a_listener_and_where_it_was_said_are_no_part_of_the_source() -> None:
    # "Khuzami told the prime minister in front of the cameras: …" "The makers point out in their application that …"
    assert sources("وقال خزامي لرئيس الوزراء أمام الكاميرات: «جئت لأناقش استقالتكم».") == ["خزامي"]
    assert sources("ويشير الصناعيون في طلبهم إلى أن القطاع يحتاج العمال.") == ["الصناعيون"]
    assert sources("وقال المكتب الصحفي دون الخوض في التفاصيل إن الرئيس تلقى الدعوة.") == ["المكتب الصحفي"]
    assert sources("وقال المدير العام للهيئة إن العمل مستمر.") == ["المدير العام للهيئة"]


def test_an_imam_is_no_adverb() -> None:
    # "The imam of the mosque of the hill said …"
    assert sources("قال إمام مسجد التل إن الصبر نعمة.") == ["إمام مسجد التل"]


def test_a_statement_is_no_noun_with_a_preposition() -> None:
    # bayan begins like bi-, "with": "A statement of the staff reported that …" "The Kurds announced that …" "The poll pointed out that …"
    assert sources("وأفاد بيان لهيئة الأركان أن الهجوم انتهى.") == ["بيان لهيئة الأركان"]
    assert sources("أعلن الأكراد أنه تم الاتفاق.") == ["الأكراد"]
    assert sources("وأشار الاستبيان إلى أن الناس يحبون السفر.") == ["الاستبيان"]


def test_who_calls_out_a_demand_and_of_whom_it_is_demanded() -> None:
    # "Demonstrators chanted slogans that demand of the government to step in." "The conservatives say that …"
    assert sources("ردد متظاهرون شعارات تطالب الحكومة بالتدخل.") == ["شعارات"]
    assert sources("المحافظون المتحمسون يقولون إن الانتخابات حسمت.") == ["المحافظون المتحمسون"]
    assert sources("وتعتبر الحكومة الزيتونية مسيرات العودة خطرا.") == ["الحكومة الزيتونية"]


def test_a_body_announces_any_common_noun() -> None:
    # "The Zaytuni body announced the setting aside of a sum." but "the toll that Civil Defence announced was nine dead"
    assert sources("أعلنت هيئة الينابيع الزيتونية رصد مبلغ كبير لعملياتها.") == ["هيئة الينابيع الزيتونية"]
    assert sources("والصحيح أن الحصيلة التي أعلنتها وزارة النقل كانت كبيرة.") == []


def test_what_is_told_by_a_medium_ends_its_name() -> None:
    # "According to the newspaper 'The Hill', the ministry of transport said …": the paper carries what the ministry says
    assert sources('ووفقا لصحيفة "التل" قالت وزارة النقل إن الجسر آمن.') == ["وزارة النقل"]


def test_the_head_of_a_relative_clause_with_its_pronoun_is_what_was_said() -> None:
    # "Among the good steps that the ministry announced yesterday is the opening of a bridge."
    assert sources("ولعل من الخطوات الجيدة التي أعلنتها الوزارة أمس، افتتاح الجسر.") == ["الوزارة"]


def test_a_year_ends_the_source() -> None:
    # "The ministry in the year 2017 affirmed that …"
    assert sources("أكدت وزارة النقل عام 2017 أن الجسر آمن.") == ["وزارة النقل"]
