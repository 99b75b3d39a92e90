"""Who speaks where the words around the verb lead astray: asked, accused, acting before, named behind a comma."""

from __future__ import annotations

import pytest
from tests.annotate.test_attributions import told
from tests.annotate.test_speakers import speakers, with_people


def parts(text: str) -> list[tuple[object, object]]:
    return [(item["source"], item["content"]) for item in told(text)]


def test_a_clause_before_the_verb_is_no_subject() -> None:
    # "The company takes part in the race, Mullar said": تشارك is a verb behind a whole phrase
    assert parts("الشركة تشارك في تطوير القوارب الجديدة، قال الوزير إن العمل مستمر.") == [(["الوزير"], ["العمل مستمر"])]


def test_a_source_in_marks_ends_at_the_verb() -> None:
    # "According to 'Ghaim' the index of the market settled": استقر could be no noun here
    assert parts('وبحسب "الغيم" استقر مؤشر السوق في التل.') == [(["الغيم"], ["استقر مؤشر السوق في التل"])]


@pytest.mark.parametrize("role", ["المتحدث باسم شرطة زيتونيا", "قائد الشرطة في التل", "رئيس الوزراء الزيتوني"])
def test_a_name_behind_a_role_and_a_comma_is_who_speaks(role: str) -> None:
    assert speakers(f"وقال {role}، برناس فلزير، إن الجسر آمن.") == ["برناس فلزير"]


def test_where_an_envoy_serves_is_none_of_his_name() -> None:
    assert with_people("وقال السفير الفرنسي في هولندا سامي الغيم إن الجسر آمن.") == ["سامي الغيم"]


def test_a_quarter_is_no_name() -> None:
    # "the head of the committee in the quarter of al-Rawda, Sami al-Ghaim"
    assert with_people("قال رئيس لجنة التل بحي الروضة، سامي الغيم، إن الجسر آمن.") == ["سامي الغيم"]


def test_a_people_is_asked() -> None:
    # "Sami al-Ghaim said … And he called on the Zaytuni people to be calm, stressing …"
    text = "قال سامي الغيم إن الجسر آمن. ودعا الشعب الزيتوني إلى الهدوء، مشددا على أهمية الصبر."
    assert with_people(text) == ["سامي الغيم"] * 3


def test_a_man_right_behind_a_womans_verb_is_asked() -> None:
    text = "قالت ريما الغيم إن الجسر آمن. ودعت رئيس البلدية إلى التراجع عن القرار."
    assert with_people(text) == ["ريما الغيم", "ريما الغيم"]


def test_god_is_asked() -> None:
    assert parts("ودعا أمير منطقة التل الله أن يحفظ البلاد.") == [(["أمير منطقة التل"], ["الله أن يحفظ البلاد"])]


@pytest.mark.parametrize("aims", ["للسدود والأنهار", "للري والزراعة", "للموانئ والسفن"])
def test_a_name_of_a_body_goes_on_over_what_it_is_for(aims: str) -> None:
    assert parts(f"دعت الهيئة العامة {aims} إلى خفض السقي.") == [([f"الهيئة العامة {aims}"], ["خفض السقي"])]


def test_a_participle_in_which_something_is_told_describes_a_thing() -> None:
    # "the certificate, in which the grade is made clear"
    assert told("تطلب الوزارة وثيقة التخرج، موضحا فيها التقدير العام والمعدل.") == []


def test_a_verb_of_the_other_gender_has_nobody_before_it() -> None:
    # "The group, it is thought likely, is near": يرجح does not agree with المجموعة
    found = told("وأضاف المدير أن المجموعة الجديدة يرجح أن تكون قريبة.")
    assert found[1]["source"] == []


def test_an_adjective_is_nobodys_name() -> None:
    # "formal accusations against al-Ghaimi", "full conviction that"
    assert told("ووجه المجلس اتهامات رسمية للغيمي بالاختلاس.")[0]["source"] == []
    assert told("كانوا على قناعة تامة بأن الجسر متين.")[0]["source"] == []


def test_a_preposition_that_looks_like_a_verb_says_nothing() -> None:
    # "And after that visit Zaytunia declared …", "through a network"
    assert speakers("وعقب تلك الزيارة، صرحت وزارة النقل بأن الجسر آمن.") == ["وزارة النقل"]


def test_made_clear_before_a_name_is_no_between() -> None:
    assert speakers("وبين رجاء سفر الغيمي أن الطريق مغلق، مضيفا أن الجسر آمن.") == ["رجاء سفر الغيمي"] * 2


def test_many_speak_who_acted_before() -> None:
    # "The police said … The investigators managed to measure the distance. And they said …"
    text = "قالت الشرطة إن الجسر آمن. وتمكن المحققون من قياس المسافة. وقالوا إن السيارة مسرعة."
    assert speakers(text) == ["الشرطة", "المحققون"]


def test_who_gave_testimony_says_it() -> None:
    # "And one of the drivers gave his testimony, saying …"
    assert speakers("وأدلى أحد السائقين بشهادته قائلا إن الجسر آمن.") == ["أحد السائقين"]


def test_a_site_with_brackets_in_its_name_acts() -> None:
    text = "وكان موقع شبكة (غيم تي في) الزيتونية قد نشر تقريرا عن النادي، وأشار إلى احتمال تأجيل المباراة."
    assert speakers(text) == ["موقع شبكة (غيم تي في) الزيتونية"]


def test_a_trade_means_who_spoke_last() -> None:
    # "Sami al-Ghaim said … The former player added …"
    text = "قال سامي الغيم إن المباراة صعبة. وأضاف اللاعب السابق للفريق الأحمر أن الملعب جاهز."
    assert with_people(text) == ["سامي الغيم", "سامي الغيم"]


def test_a_trade_means_nobody_of_another_office() -> None:
    text = "قال وزير النقل سامي الغيم إن الجسر آمن. وأكد المدرب الزيتوني أن المباراة صعبة."
    assert with_people(text) == ["سامي الغيم", "المدرب الزيتوني"]


def test_a_site_of_an_outlet_ends_no_sentence() -> None:
    # "said in an interview with Ghaim.net that": the point stands within the name
    found = told('من جهته قال كمال الغيم نائب وزير النقل في حديث لـ"المدار.نت" إن الجسر آمن.')
    assert [(item["source"], item["content"]) for item in found] == [(["كمال الغيم نائب وزير النقل"], ["الجسر آمن"])]


def test_a_short_quotation_at_a_press_conference_is_no_name_of_an_outlet() -> None:
    assert parts('وقال المدرب في مؤتمر صحفي "إنه إعصار شديد الخطورة".') == [(["المدرب"], ["إنه إعصار شديد الخطورة"])]


@pytest.mark.parametrize("source", ["", "الغيم "])
def test_what_the_words_are_about_is_no_source(source: str) -> None:
    found = parts(f'وقال {source}عن ذلك: "لا أحد من البحارة يظن أن هذه العاصفة انتهت".')
    assert found == [([source.strip()] if source else [], ["لا أحد من البحارة يظن أن هذه العاصفة انتهت"])]


def test_later_on_hides_no_that() -> None:
    assert parts("غادر الوفد، لكن الوزارة أكدت فيما بعد أن الجسر آمن.")[0][1] == ["الجسر آمن"]


def test_as_the_ministry_said_stands_behind_what_is_said() -> None:
    assert parts("الجسر الجديد في المدينة آمن، على ما أعلنت وزارة النقل.") == [(["وزارة النقل"], ["الجسر الجديد في المدينة آمن"])]


def test_asides_before_the_source_are_passed_over() -> None:
    found = parts("بلغ احتياطي المدينة مئة سفينة، وفقا لما صرح به، أمس، وزير النقل.")
    assert found == [(["وزير النقل"], ["بلغ احتياطي المدينة مئة سفينة"])]


def test_an_attack_is_threatened_with() -> None:
    assert parts("وهدد تنظيم الغيم، الذي سيطر على التل، بشن هجمات جديدة.")[0][1] == ["بشن هجمات جديدة"]


def test_a_company_of_one_name_is_no_man() -> None:
    assert with_people("قال الرئيس التنفيذي لشركة زين إن العرض جديد.") == ["الرئيس التنفيذي لشركة زين"]


def test_officials_keep_their_nation() -> None:
    assert parts("وكان مسؤولون أميركيون أكدوا أن الجسر آمن.")[0][0] == ["مسؤولون أميركيون"]


def test_a_nation_is_no_verbal_noun() -> None:
    assert parts("وأشارت تقارير إعلامية تركية إلى سقوط الجسر.") == [(["تقارير إعلامية تركية"], ["سقوط الجسر"])]


def test_what_she_calls_stands_behind_her_ministry() -> None:
    assert parts("ووصفت وزارة خارجيتها الطلب بأنه خطوة مثيرة.") == [(["وزارة خارجيتها"], ["الطلب بأنه خطوة مثيرة"])]


def test_last_week_is_no_content() -> None:
    found = parts("وكان تقرير للمجلس قد أشار الأسبوع الماضي إلى تأخير في ترميم الجسر.")
    assert found == [(["تقرير للمجلس"], ["تأخير في ترميم الجسر"])]


def test_the_paper_s_report_is_the_report_of_the_paper() -> None:
    text = 'وكان تقرير لصحيفة "الغيم" قد أشار إلى تأخير في ترميم الجسر. وذكر تقرير الصحيفة أن الأشغال متعثرة.'
    assert speakers(text) == ['تقرير لصحيفة "الغيم"'] * 2


def test_what_a_report_points_at_is_not_what_follows() -> None:
    # "the flaw at which the paper pointed is great"
    assert told("الخلل الذي أشار إليه موقع المدار في الشمال كبير.") == []


def test_a_clause_that_describes_the_speaker_is_no_content() -> None:
    found = parts("أكد كمال الغيم الذي يعمل في أحد البنوك على وجود بعض الأمور.")
    assert found[0][1] == ["وجود بعض الأمور"]


def test_who_has_opened_an_inquiry_points_out() -> None:
    text = "وكان الاتحاد الزيتوني قد فتح تحقيقا بشأن النادي، مشيرا إلى أن العمل مستمر."
    assert speakers(text) == ["الاتحاد الزيتوني"]


def test_what_is_written_in_a_language_is_not_by_it() -> None:
    found = parts('كتب سامي الغيم على صفحته أنه باق. وكتب بالتركية: "نحن هنا ولن نغادر هذه المدينة".')
    assert found[1][0] == []


def test_what_an_agency_carried_of_his_words_is_his() -> None:
    found = told('قال سامي الغيم إن الجسر آمن. ونقلت "المدار" قوله إن الطريق مفتوح.')
    assert (found[1]["speaker"], found[1]["source"], found[1]["via"]) == ("سامي الغيم", [], ["المدار"])


def test_a_true_name_is_the_name() -> None:
    assert speakers("قالت دانيال، واسمها الحقيقي ريما برناس، إن الجسر آمن.") == ["ريما برناس"]


def test_a_deed_says_nothing() -> None:
    # "the freeing of the town laid bare crimes" is the writer's own
    assert told("وكانت عملية تحرير المدينة كشفت عن أنماط الجرائم.") == []


def test_a_verb_behind_a_conjunction_begins_no_subject() -> None:
    assert parts("وبث التلفزيون الزيتوني حفلا قصيرا قال إنه في الميناء.")[0][0] == []


def test_of_whom_it_is_thought_thinks_nothing() -> None:
    found = told("ووصلت الممثلة ريما الغيم التي يعتقد أن كمال يعرفها.")
    assert found[0]["source"] == []


def test_who_thanks_somebody_goes_on_speaking() -> None:
    # "The president thanked Kamal and said": وجه begins with its own و
    assert with_people("وجه الرئيس الزيتوني سامي الغيم الشكر لكمال المرفئي، وقال إنه سعيد.") == ["سامي الغيم"]


def test_who_is_told_does_not_tell() -> None:
    assert parts("اعترف باجور بالخطأ، وقال للمحققين إنه تعمد ذلك.")[-1][0] == []


def test_a_name_that_looks_like_a_verb_is_of_the_role_before_it() -> None:
    assert parts('وقال رئيس الجهاز يوسي كوهينو: "لن ننسى الحارس أبدا".')[0][0] == ["رئيس الجهاز يوسي كوهينو"]


def test_whose_announcement_it_is_stays_told() -> None:
    assert told("رغم إعلان أجهزة المخابرات أن زيتونيا تدخلت.")[0]["source"] == ["أجهزة المخابرات"]
