"""Attributions of whole articles: who is said to have said what."""

from __future__ import annotations

from tests.conftest import spans_by_role

from takhrij.annotate.attributions import attributions_of
from takhrij.model.annotation import Attribution, AttributionSpan
from takhrij.model.document import Document
from takhrij.text.sentences import sentences_of

Row = Attribution | AttributionSpan


def rows_of(text: str, title: str | None = None) -> tuple[Document, list[Row]]:
    document = Document("d1", "d1", 0, None, None, None, title, text, None, None, "ar")
    return document, attributions_of(document, sentences_of(document), [])


def told(text: str, title: str | None = None) -> list[dict[str, object]]:
    """Each attribution with the words of its spans."""
    document, rows = rows_of(text, title)
    out: list[dict[str, object]] = []
    for row in rows:
        if isinstance(row, Attribution):
            words = {
                role: [span.of(document.field(row.field)) for span in spans] for role, spans in spans_by_role(rows, row.attribution).items()
            }
            out.append(
                {"id": row.attribution, "speaker": row.speaker, "mode": row.mode, "kind": row.source_kind, "parent": row.parent, **words}
            )
    return out


def test_a_verb_its_subject_and_its_clause() -> None:
    # "The ministry of Tell said that the dam is safe."
    found = told("قالت وزارة التل إن السد آمن.")
    assert [(item["cue"], item["source"], item["content"]) for item in found] == [(["قالت"], ["وزارة التل"], ["السد آمن"])]


def test_a_text_in_its_own_voice_has_none() -> None:
    # "Rain fell on the valley and the market was closed."
    assert told("هطل المطر على الوادي وأغلقت السوق أبوابها.") == []


def test_a_verb_without_subject_is_the_speakers_before() -> None:
    # "Sami al-Ghaim, the mayor, confirmed ... and he added ..."
    found = told("أكد رئيس البلدية سامي الغيم أن الجسر آمن. وأضاف أن العمل مستمر.")
    assert [item["speaker"] for item in found] == ["سامي الغيم", "سامي الغيم"]
    assert found[1]["source"] == []


def test_a_final_according_to_covers_its_sentence() -> None:
    # "Three boats sank off the harbour, according to a medical source."
    found = told("غرقت ثلاثة قوارب قبالة المرفأ، بحسب مصدر طبي.")
    assert [(item["cue"], item["source"], item["content"]) for item in found] == [
        (["بحسب"], ["مصدر طبي"], ["غرقت ثلاثة قوارب قبالة المرفأ"])
    ]


def test_according_to_the_rules_names_no_source() -> None:
    # "The tickets are sold according to the conditions."
    assert told("تباع التذاكر وفق الشروط المعلنة.") == []


def test_an_agency_that_reports_what_a_source_said_is_a_carrier() -> None:
    # "The Ghaim agency reported from a witness his saying that the road was cut, adding that …"
    found = told("نقلت وكالة الغيم عن شاهد عيان قوله إن الطريق مقطوع، مضيفا أن المطر مستمر.")
    assert found[0]["cue"] == ["نقلت", "عن", "قوله"]
    assert [(item["speaker"], item["via"]) for item in found] == [("شاهد عيان", ["وكالة الغيم"])] * 2


def test_a_medium_that_was_spoken_to_is_a_carrier_there_only() -> None:
    # "The mayor told the Sahil radio that the bridge is safe. He added that work goes on."
    found = told("قال رئيس البلدية لإذاعة الساحل إن الجسر آمن. وأضاف أن العمل مستمر.")
    assert [item["via"] for item in found] == [["لإذاعة الساحل"], []]


def test_the_articles_own_outlet_is_no_carrier() -> None:
    document = Document("d1", "d1", 0, "الساحل", None, None, None, "قال رئيس البلدية لـ«الساحل» إن الجسر آمن.", None, None, "ar")
    rows = attributions_of(document, sentences_of(document), [])
    assert spans_by_role(rows, "a1")["via"] == []
    assert len(spans_by_role(rows, "a1")["content"]) == 1


def test_a_further_verb_of_the_same_sentence_ends_the_content_before() -> None:
    # "The ministry announced the opening of the tunnel, pointing out that it is free, while the union denied …"
    found = told("أعلنت الوزارة افتتاح النفق، مشيرة إلى أن المرور مجاني، فيما نفت النقابة وجود اتفاق.")
    assert [item["content"] for item in found] == [["افتتاح النفق"], ["المرور مجاني"], ["وجود اتفاق"]]
    assert [item["speaker"] for item in found] == ["الوزارة", "الوزارة", "النقابة"]


def test_an_attribution_inside_another_has_it_as_parent() -> None:
    # "The expert said that a report that claimed that the store was empty had not been published."
    found = told("قال الخبير إن التقرير الذي زعم أن المخزن فارغ لم ينشر.")
    assert [(item["id"], item["parent"]) for item in found] == [("a1", None), ("a2", "a1")]


def test_a_demand_begins_at_the_one_who_is_to_act() -> None:
    # "And the council called on the residents to leave the valley."
    found = told("وكان المجلس المحلي دعا سكان الوادي إلى مغادرة بيوتهم.")
    assert [(item["source"], item["content"]) for item in found] == [(["المجلس المحلي"], ["سكان الوادي إلى مغادرة بيوتهم"])]


def test_a_headline_attributes_by_its_colon() -> None:
    # "Minister of transport: the bridge is safe"
    found = told("فتح الجسر اليوم.", "وزير النقل: الجسر آمن")
    assert [(item["id"], item["source"], item["content"]) for item in found] == [("h1", ["وزير النقل"], ["الجسر آمن"])]


def test_a_headline_that_names_a_topic_attributes_nothing() -> None:
    # "Weather: rain on the coast tomorrow"
    assert told("فتح الجسر اليوم.", "الطقس: أمطار على الساحل غدا") == []


def test_spans_count_in_the_text_as_given() -> None:
    # Marks and tatwīl stay where they are.
    text = "قــال وزيرُ النقلِ إنّ الجسرَ آمنٌ."
    document, rows = rows_of(text)
    assert [span.of(document.text) for span in spans_by_role(rows, "a1")["content"]] == ["الجسرَ آمنٌ"]


def test_an_empty_text_has_none() -> None:
    assert told("") == []


def test_a_quotation_broken_by_its_cue_is_one_attribution_in_two_pieces() -> None:
    # "'The bridge is quite safe', said the engineer Sami al-Ghaim, 'and it opens tomorrow'."
    (found,) = told("«الجسر آمن تماما»، قال المهندس سامي الغيم، «وسيفتح غدا».")
    assert (found["content"], found["speaker"], found["mode"]) == (["الجسر آمن تماما", "وسيفتح غدا"], "سامي الغيم", "direct")


def test_a_quotation_may_stand_before_its_cue() -> None:
    # "'We shall never go back to the village', says the teacher."
    (found,) = told('"لن نعود إلى القرية أبدا"، تقول المعلمة.')
    assert (found["content"], found["source"]) == (["لن نعود إلى القرية أبدا"], ["المعلمة"])


def test_a_verb_that_describes_an_indefinite_noun_says_so_much_as_its_clause() -> None:
    # "An official was seized at the gate who claimed that he carried a message, and the harbour was closed."
    (found,) = told("اعتقل عند البوابة مسؤول زعم أنه يحمل رسالة، وأغلق المرفأ.")
    assert (found["source"], found["content"]) == (["مسؤول"], ["يحمل رسالة"])


def test_a_lone_letter_behind_a_demand_is_no_verbal_noun() -> None:
    # "He called for - opening the road": the preposition stands alone.
    assert told("ودعا المدير ل فتح الممر.") == []


def test_a_bracket_that_never_closes_ends_the_medium() -> None:
    # "The agency Ghaim (of Tell quoted a guard as saying that the bridge is safe."
    (found,) = told("نقلت وكالة الغيم (التل عن حارس قوله إن الجسر آمن.")
    assert (found["source"], found["content"]) == (["حارس"], ["الجسر آمن"])


def summary(text: str) -> list[tuple[object, object, object]]:
    return [(item["cue"], item["source"], item["content"]) for item in told(text)]


def test_a_participle_ends_the_content_before_it_without_a_comma() -> None:
    # "The mayor said that the bridge is safe pointing out that the road is open": two beside each other
    found = told("قال رئيس البلدية إن الجسر آمن مشيرا إلى أن الطريق مفتوح.")
    assert [(item["content"], item["parent"]) for item in found] == [(["الجسر آمن"], None), (["الطريق مفتوح"], None)]


def test_a_turn_of_speakers_ends_the_content_in_a_run_on_text() -> None:
    # "The mayor said that the bridge is safe, for its part the ministry said that the road is cut"
    found = summary("قال رئيس البلدية إن الجسر آمن، من جهتها قالت وزارة النقل إن الطريق مقطوع.")
    assert [item[2] for item in found] == [["الجسر آمن"], ["الطريق مقطوع"]]


def test_the_phrase_behind_an_accusation_with_a_pronoun_accuses() -> None:
    # "They arrested a man whom the prosecution accuses of forgery."
    assert summary("اعتقلوا رجلا تتهمه النيابة العامة بتزوير وثائق.") == [(["تتهمه"], ["النيابة العامة"], ["بتزوير وثائق"])]


def test_a_demand_without_subject_begins_with_whom_it_asks() -> None:
    # "The police closed the road. And it called on the drivers to be careful."
    found = summary("قالت الشرطة إن الطريق مغلق. وطالبت السائقين بتوخي الحذر.")
    assert found[1] == (["وطالبت"], [], ["السائقين بتوخي الحذر"])


def test_a_verb_behind_what_was_said_closes_it() -> None:
    # "The bridge was closed yesterday, as the director Sami al-Ghaim announced."
    assert summary("أغلق الجسر الكبير أمس، كما أعلن المدير سامي الغيم.") == [
        (["كما أعلن"], ["المدير سامي الغيم"], ["أغلق الجسر الكبير أمس"])
    ]
    assert summary("ارتفع سعر القمح، كما زاد سعر الزيت.") == []


def test_what_came_in_a_paper_is_told_by_it() -> None:
    # "It came in the newspaper of Tell that nine men travelled."
    assert summary("وجاء في صحيفة التل أن تسعة رجال سافروا.") == [(["وجاء في"], ["صحيفة التل"], ["تسعة رجال سافروا"])]


def test_a_carrier_between_verb_and_content_is_told_with_them() -> None:
    # "Al-Ghaim said, according to what the channel al-Tall carried, that the bridge is safe": one attribution
    (found,) = told('قال سامي الغيم وفقا لما نقلته قناة "التل"، إن الجسر آمن.')
    assert (found["source"], found["via"], found["content"]) == (["سامي الغيم"], ['قناة "التل"'], ["الجسر آمن"])


def test_the_newsroom_recalls_nothing_from_anybody() -> None:
    # "It is recalled that …", "the fire devoured the house"
    assert told("ويذكر أن الجسر بني قبل مئة عام. والتهمت النار البيت بأكمله.") == []


def test_a_question_is_what_was_asked() -> None:
    # "The member asked why the bridge was closed."
    assert summary("تساءل النائب سامي الغيم لماذا أغلق الجسر.") == [(["تساءل"], ["النائب سامي الغيم"], ["لماذا أغلق الجسر"])]


def test_an_estimate_without_a_subject_is_nobodys() -> None:
    # "People gathered in the square, their number is estimated at tens of thousands."
    (found,) = told("تجمع في الساحة أناس يقدر عددهم بعشرات الآلاف.")
    assert (found["cue"], found["source"], found["speaker"], found["content"]) == (["يقدر"], [], None, ["عددهم بعشرات الآلاف"])


def test_a_label_is_no_attribution() -> None:
    # "The minister attacked what he described as a shameful campaign."
    assert told("هاجم الوزير ما وصفه بالحملة المشينة.") == []


def test_the_sum_of_what_can_be_said_is_the_writers() -> None:
    # "In sum it can be said that the bridge is old."
    assert told("يمكن القول إن الجسر قديم.") == []


def test_what_is_held_to_be_something_is_held_so_by_nobody() -> None:
    # "Darna is considered the last stronghold.": a description, not an attribution
    assert told("وتعتبر درنة الزيتون آخر معقل للصيادين في الساحل.") == []


def test_a_noun_whose_first_letters_look_like_the_article_opens_a_content() -> None:
    # "The network documented the dropping of nine barrels."
    assert summary("وثقت الشبكة الزيتونية إلقاء تسعة براميل.") == [(["وثقت"], ["الشبكة الزيتونية"], ["إلقاء تسعة براميل"])]


def test_many_who_claim_are_named_right_before_their_verb() -> None:
    # "in favour of parties that claim that they built it"
    (found,) = told("وهذا مكسب لأطراف تدعي أنها بنت الجسر.")
    assert (found["speaker"], found["content"]) == ("لأطراف", ["بنت الجسر"])


def test_a_name_told_before_may_demand() -> None:
    # "Peter Murar, head of the committee, said … And Murar demanded the opening of the road."
    found = told("قال بيتر مورار رئيس اللجنة إن الجسر آمن. وطالب مورار بفتح الطريق.")
    assert [(item["speaker"], item["content"]) for item in found] == [("بيتر مورار", ["الجسر آمن"]), ("بيتر مورار", ["بفتح الطريق"])]


def test_a_likeness_is_drawn_by_somebody() -> None:
    # "The ministry likened the violence to a disease."; "the Arabian peninsula" is none
    assert summary("وشبّهت وزارة النقل العنف بالمرض الخطير.")[0][0] == ["وشبّهت"]
    assert told("يسكنون شبه الجزيرة الزيتونية بسلام.") == []


def test_circumstances_behind_a_verb_without_subject_are_no_source() -> None:
    # "The ministry set the conditions. And it explained in the amendments … that the range is wide."
    found = told("حددت وزارة العمل شروطا. وأوضحت في التعديلات التي نشرت أمس أن النطاق واسع.")
    assert [(item["speaker"], item["source"], item["content"]) for item in found] == [("وزارة العمل", [], ["النطاق واسع"])]


def test_the_paper_that_was_told_is_no_part_of_who_told_it() -> None:
    (told_to,) = told("انهار الجسر صباح الأحد، وفق ما قال السكان لـ«المدار».")  # according to what residents told «al-Madar»
    assert (told_to["source"], told_to["via"]) == (["السكان"], ["المدار"])
    (reporter,) = told("وقال لمندوبتنا إن البحر أخطر من القطن.")  # he told our reporter
    assert (reporter["source"], reporter["speaker"]) == ([], None)
