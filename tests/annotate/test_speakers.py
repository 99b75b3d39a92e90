"""Whom a source means."""

from __future__ import annotations

import pytest
from test_attributions import told
from test_refusing import speakers as with_people


def speakers(text: str) -> list[object]:
    return [item["speaker"] for item in told(text)]


def test_a_last_name_is_the_person_named_in_full_before() -> None:
    # "Minister Sami al-Ghaim said … Al-Ghaim stressed …"
    assert speakers("قال وزير النقل سامي الغيم إن الجسر آمن. وشدد الغيم على أن العمل مستمر.") == ["سامي الغيم", "سامي الغيم"]


def test_a_role_is_the_person_who_has_it() -> None:
    # "The military expert, Sami al-Ghaim, said … The military expert pointed out …"
    text = "قال الخبير العسكري، سامي الغيم، إن الجسر آمن. ولفت الخبير العسكري إلى أن العمل مستمر."
    assert speakers(text) == ["سامي الغيم", "سامي الغيم"]


def test_the_source_is_the_one_described_before() -> None:
    # "A medical source said … according to the same source"
    text = "قال مصدر طبي إن الجرحى بخير. وأغلق المستشفى أبوابه، بحسب المصدر نفسه."
    assert speakers(text) == ["مصدر طبي", "مصدر طبي"]


def test_the_statement_is_its_author() -> None:
    # "The ministry said in a statement … The statement added …"
    found = told("قالت وزارة النقل في بيان إن الجسر آمن. وأضاف البيان أن العمل مستمر.")
    assert [(item["speaker"], item["kind"]) for item in found] == [("وزارة النقل", "organization"), ("وزارة النقل", "document")]


def test_nobody_can_be_told_for_fears_without_a_holder() -> None:
    # "amid fears that the valley be flooded"
    (found,) = told("أغلقت الطرق وسط مخاوف من غرق الوادي.")
    assert (found["speaker"], found["source"]) == (None, [])


def test_a_feminine_verb_is_not_the_man_who_spoke_last() -> None:
    # "The ministry said … The mayor said … and she [the ministry] added …"
    text = "قالت وزارة النقل إن الجسر آمن. وقال رئيس البلدية سامي الغيم إن الطريق مقطوع. وأضافت أن العمل مستمر."
    assert speakers(text) == ["وزارة النقل", "سامي الغيم", "وزارة النقل"]


def test_a_title_and_its_adjective_are_no_part_of_the_name() -> None:
    # "The northern ambassador Sami al-Ghaim said …"
    assert speakers("قال السفير الشمالي سامي الغيم إن الجسر آمن.") == ["سامي الغيم"]


def test_a_last_name_is_the_person_named_in_full_anywhere() -> None:
    # "Al-Qanadili said: … The teacher Raja al-Qanadili was brought to the hospital."
    quoted = 'قالت القناديلي: "نجوت من النار بأعجوبة".'
    named = "نقلت المعلمة رجاء القناديلي إلى المستشفى."
    assert speakers(f"{quoted} {named}") == ["رجاء القناديلي"]
    assert speakers(f"{named} {quoted}") == ["رجاء القناديلي"]


def test_a_last_name_that_two_persons_share_stays_as_it_is() -> None:
    # "The teachers Raja al-Qanadili and Salma al-Qanadili … Al-Qanadili said …"
    text = 'وصلت المعلمة رجاء القناديلي والطبيبة نهاد القناديلي. قالت القناديلي: "نجوت من النار بأعجوبة".'
    assert speakers(text) == ["القناديلي"]


def test_a_role_is_the_person_named_with_it_who_has_not_spoken_yet() -> None:
    # "The official in the town of Tell, Kamal al-Husri, visited the site. Sami al-Fahham, a doctor, said … The official confirmed …"
    text = "زار المسؤول في بلدية التل كمال الحصري الموقع. وقال الطبيب سامي الفحام إن الجرحى بخير. وأكد المسؤول أن الطريق مفتوح."
    assert with_people(text) == ["سامي الفحام", "كمال الحصري"]


def test_the_man_is_the_one_named_before() -> None:
    # "Kamal al-Husri survived the fire. The man, aged 40, said that he jumped."
    assert with_people("نجا كمال الحصري من الحريق. وقال الرجل البالغ 40 عاما إنه قفز من النافذة.") == ["كمال الحصري"]
    assert with_people("احترق البيت. وقال الرجل البالغ 40 عاما إنه قفز من النافذة.") == ["الرجل البالغ 40 عاما"]


def test_a_last_name_with_a_relative_clause_is_the_person_too() -> None:
    # "Minister Sami al-Ghaim said … Al-Ghaim, who came back yesterday, added …"
    text = "قال وزير النقل سامي الغيم إن الجسر آمن. وقال الغيم الذي عاد من المرفأ إن العمل مستمر."
    assert speakers(text) == ["سامي الغيم", "سامي الغيم"]


def test_a_state_is_called_by_the_full_name_that_the_article_gives() -> None:
    # "America announced that the road is open. The ambassador of the United States left."
    assert speakers("أعلنت أمريكا أن الممر مفتوح. وغادر سفير الولايات المتحدة المرفأ.") == ["الولايات المتحدة"]
    assert speakers("أعلنت أمريكا أن الممر مفتوح. وغادر السفير المرفأ.") == ["أمريكا"]


def test_a_role_of_several_words_is_the_person_who_has_it() -> None:
    # "The northern minister of transport, Sami al-Ghaim, said … The northern minister stressed … The southern minister denied …"
    first = "قال وزير النقل الشمالي سامي الغيم إن الجسر آمن."
    assert with_people(f"{first} وأكد الوزير الشمالي أن العمل مستمر.") == ["سامي الغيم", "سامي الغيم"]
    assert with_people(f"{first} وأكد الوزير الجنوبي أن العمل مستمر.") == ["سامي الغيم", "الوزير الجنوبي"]


def test_who_acted_right_before_speaks_where_nobody_is_named() -> None:
    # "The mayor Sami al-Ghaim praised the bridge … and added …"; "the protesters raised banners and they considered …"
    text = "قال المهندس كمال الحصري إن الجسر آمن. وأشاد رئيس البلدية سامي الغيم بالعمل. وأضاف أن الطريق مفتوح."
    assert with_people(text) == ["كمال الحصري", "سامي الغيم"]
    assert with_people("قال المهندس كمال الحصري إن الجسر آمن. ورفع المحتجون لافتات، واعتبروا أن الجسر خطر.") == ["كمال الحصري", "المحتجون"]


def test_nobody_believes_where_a_belief_is_told_without_a_subject() -> None:
    # "The engineer said … It is believed that …"; "he said that he believes …"
    assert with_people("قال المهندس كمال الحصري إن الجسر آمن. ويعتقد أن الأمطار سبب الحادث.") == ["كمال الحصري", None]
    assert with_people("قال المهندس كمال الحصري إنه يعتقد أن الأمطار سبب الحادث.") == ["كمال الحصري", "كمال الحصري"]


def test_a_last_name_is_told_in_full_behind_a_role() -> None:
    # "The archaeologist Rima Ghaimani arrived. Ghaimani says … The archaeologist points out …"
    text = "وصلت عالمة الآثار ريما غيماني. وتقول غيماني إن الموقع قديم. وتشير الباحثة إلى أن العمل مستمر."
    assert speakers(text) == ["ريما غيماني", "ريما غيماني"]


def test_a_verb_for_many_is_said_by_many() -> None:
    # "Representatives criticized the road, and they pointed out … The government estimates … And they said …"
    text = "انتقد نواب معارضون حال الطريق، ونبهوا إلى أن الجسر خطر. وقالت الحكومة إن الجسر آمن. وقالوا إن العمل متوقف."
    assert speakers(text) == ["نواب معارضون", "الحكومة", "نواب معارضون"]


def test_his_highness_is_who_spoke() -> None:
    # "Prince Sami al-Ghaim stressed … his highness expressing his hope …"
    assert speakers("أكد الأمير سامي الغيم أن الجسر آمن، معربا سموه عن أمله في اكتماله.") == ["سامي الغيم", "سامي الغيم"]


def test_a_second_phrase_behind_a_name_is_what_is_described() -> None:
    # "The guard Sami al-Ghaim described the camp of the team as beautiful."
    assert with_people("وصف الحارس سامي الغيم معسكر الفريق بالجميل.") == ["سامي الغيم"]


def test_a_role_with_a_nationality_is_whose_role_has_none() -> None:
    # "The technical director of the club, Kamal al-Husri, said … The Tunisian technical director added …"
    text = "قال المدير الفني للنادي، كمال الحصري، إن اللاعبين بخير. وأضاف المدير الفني التونسي أن المباراة صعبة."
    assert with_people(text) == ["كمال الحصري", "كمال الحصري"]


def test_his_highness_is_who_was_named_where_nobody_has_spoken() -> None:
    # "Prince Kamal al-Husri sponsored the ceremony. And his highness explained …"
    assert with_people("رعى الأمير كمال الحصري الحفل. وأوضح سموه أن العمل مستمر.") == ["كمال الحصري"]


def test_who_acts_behind_an_occasion_speaks() -> None:
    # "The bank held a meeting. On this occasion the engineer Kamal al-Husri offered congratulations, stressing …"
    text = "أقام المصرف لقاء لموظفيه. وبهذه المناسبة رفع المهندس كمال الحصري التهاني، مؤكدا أن العمل مستمر."
    assert with_people(text) == ["كمال الحصري"]


def test_of_him_is_who_was_named_last() -> None:
    # "Minister Sami al-Ghaim arrived … Media reported … The agency quoted him as saying …"
    text = "قال وزير النقل سامي الغيم إن الجسر آمن. وذكرت وسائل إعلام أن الطريق مفتوح. ونقلت وكالة التل عنه قوله إن العمل مستمر."
    assert with_people(text) == ["سامي الغيم", "وسائل إعلام", "سامي الغيم"]
    found = told(text)
    assert (found[2]["source"], found[2]["via"], found[2]["cue"]) == ([], ["وكالة التل"], ["ونقلت", "عنه", "قوله"])


def test_who_acts_in_what_is_said_does_not_speak() -> None:
    # "Al-Ghaim said that the council wishes it, and the number of the deputies has risen, pointing out …"
    text = "قال سامي الغيم إن المجلس يرغب في ذلك، وقد ارتفع عدد النواب الموقعين، لافتا إلى أن القانون مهم."
    assert with_people(text) == ["سامي الغيم", "سامي الغيم"]


def test_one_who_is_turned_to_speaks() -> None:
    # "Kamal Sadiq welcomed the ruling. As for Mulu Lee, he said …, pointing out …"
    text = "رحب كمال صادق بالقرار. أما ملولو خزام فقال إن القضية متعبة، مشيرا إلى أنه قلق."
    assert with_people(text) == ["ملولو خزام", "ملولو خزام"]
    assert speakers("قال الوزير إن السد آمن. أما الجسر فقال المدير إنه مغلق.") == ["الوزير", "المدير"]


def test_the_man_of_a_king_is_not_the_king() -> None:
    # "The envoy of the king Kamal bin Saad, the counsellor Sami al-Ghaim, assured the officials …"
    text = "أكد موفد الملك كمال بن سعد، المستشار في الديوان سامي الغيم، للمسؤولين الذين التقاهم، أن البلد آمن."
    assert with_people(text) == ["سامي الغيم"]


def test_a_name_goes_on_behind_son_of_and_ends_before_a_noun_with_for() -> None:
    # "Prince Sami bin Kamal bin Musaid" — musaid is "assistant", too. "The director of the market of Ghayam said …"
    assert with_people("أكد الأمير سامي بن كمال بن مساعد، أمير التل، أن السد آمن.") == ["سامي بن كمال بن مساعد"]
    assert with_people("قال المدير التنفيذي لسوق غيام إن السوق مفتوح.") == ["المدير التنفيذي لسوق غيام"]


def test_words_before_a_role_are_a_name_though_no_list_has_them() -> None:
    # "Iqbal Saada, the chief of police of the hill, said …"
    assert with_people("قال إقبال سعادة، قائد شرطة التل، إن الطريق مغلق.") == ["إقبال سعادة"]


def test_the_latter_is_who_was_named_last() -> None:
    # "Sami Khuzami was examined, as the latter said."
    assert with_people("خضع سامي خزامي لفحص طبي، بحسب ما ذكر الأخير.") == ["سامي خزامي"]


def test_a_name_in_the_circumstances_is_not_the_speaker() -> None:
    # "The president Sami al-Ghaim visited the port. During his meeting with the minister, Khalid Kamal, he stressed …"
    text = "زار الرئيس سامي الغيم المرفأ. وشدد خلال لقائه وزير النقل، خالد كمال، على أن السد آمن."
    assert with_people(text) == ["سامي الغيم"]


def test_who_acts_before_his_verb_behind_but_goes_on_speaking() -> None:
    # "Sami al-Ghaim said … But the supreme court sent back the file and held that …"
    text = "قال الوزير سامي الغيم إن الملف أغلق. لكن المحكمة العليا أعادت الملف، واعتبرت أن الأمر خطير."
    assert with_people(text) == ["سامي الغيم", "المحكمة العليا"]


def test_a_last_name_has_the_first_name_told_beside_it_though_no_list_has_it() -> None:
    # "Mulko Fanegh, the minister of defence, arrived. Fanegh said …" "The Italian Wandi Takh …, Takh said …"
    assert with_people("وصل ملكو فانيغ وزير الدفاع اليوم. وقال فانيغ إن القوات قوية.") == ["ملكو فانيغ"]
    assert with_people("أصبحت الإيطالية وندي تاخ أول فائزة. وقالت تاخ إن السباق صعب.") == ["وندي تاخ"]


def test_an_actor_is_read_to_the_end_of_a_long_role() -> None:
    # "The Secretary-General of the Council of Springs, Kamal Rashid, condemned …, affirming …"
    text = "استنكر الأمين العام لمجلس الينابيع الدكتور كمال بن راشد تصريحات الوفد، مؤكدا أن السد آمن."
    assert with_people(text) == ["كمال بن راشد"]
    assert with_people('ونشرت وكالة "غيمة" للأنباء صورا. وأوضحت أن الطريق مغلق.') == ['وكالة "غيمة" للأنباء']


def test_the_assistant_of_a_director_is_not_the_director() -> None:
    # "… attended by the assistant of the hospital's director, Kamal Said. The director of the hospital said …"
    text = "أقيم الحفل بحضور مساعد مدير المستشفى الأستاذ كمال سعيد. وقال مدير المستشفى إن العمل مستمر."
    assert with_people(text) == ["مدير المستشفى"]


def test_one_man_is_not_they() -> None:
    # "Sami al-Ghaim said … They said that the dam is open."
    assert with_people("قال سامي الغيم إن السد مغلق. ورحل الناس بعيدا، وقالوا إن السد مفتوح.")[1] != "سامي الغيم"


def test_a_speaker_is_named_without_the_l_of_the_cue() -> None:
    # "According to the institute of springs … The institute explained that …"
    text = "جف النهر، وفقا لمعهد الينابيع الزيتوني. وأوضح المعهد أن المطر قليل."
    assert with_people(text) == ["معهد الينابيع الزيتوني", "معهد الينابيع الزيتوني"]


def test_a_spokesman_is_not_whom_he_speaks_for() -> None:
    # "Kali Bari, the spokesman of president Sami al-Ghaim, said …"
    assert with_people("وقال كالي بري، المتحدث باسم الرئيس سامي الغيم، إن السد آمن.") == ["كالي بري"]


def test_a_state_does_not_take_in_the_one_it_criticizes() -> None:
    # "Zaytunia's minister … A military spokesman refused to comment, saying …"
    assert with_people("ورفض متحدث عسكري التعليق على التقارير، قائلا إن الأمر سري.") == ["متحدث عسكري"]
    assert with_people("انتقدت تركيا الولايات المتحدة بشدة، قائلة إن الأمر خطير.") == ["تركيا"]


def test_the_same_sources_are_those_before() -> None:
    # "Informed sources in the port said … The same sources affirmed …"
    text = "قالت مصادر مطلعة في المرفأ إن السد آمن. وأكدت ذات المصادر المطلعة أن الجسر مغلق."
    assert with_people(text) == ["مصادر مطلعة في المرفأ", "مصادر مطلعة في المرفأ"]


def test_ali_is_no_preposition_where_the_text_writes_the_preposition_otherwise() -> None:
    # "Ali Gharib, one of the elders on the border, said … Ali explained …"
    text = "وقال علي غريب، أحد كبار المشايخ على الحدود، إن السد آمن. وأوضح علي أن النهر مرتفع."
    assert with_people(text) == ["علي غريب", "علي غريب"]


def test_a_name_between_commas_behind_a_role_is_the_actors() -> None:
    # "The Zaytuni delegate to the council, Niki Hali, criticized the government, accusing it of neglect."
    text = "وجهت المندوبة الزيتونية في المجلس، نيكي هالي، انتقادات إلى الحكومة، متهمة إياها بالتقصير."
    assert with_people(text) == ["نيكي هالي"]


def test_an_agency_called_by_its_name_alone_is_the_one_before() -> None:
    # "The Ghayam official news agency said … Ghayam added …" "His Highness the emir of the hill said …"
    text = "ذكرت وكالة الغيام الرسمية للأنباء أن السد آمن. وأضافت الغيام أن الجسر مغلق."
    assert with_people(text) == ["وكالة الغيام الرسمية للأنباء", "وكالة الغيام الرسمية للأنباء"]
    text = "زار الأمير سامي بن كمال، أمير منطقة التل، السد. وقال سمو أمير منطقة التل إن السد آمن."
    assert with_people(text) == ["سامي بن كمال"]


def test_another_is_turned_to_in_the_midst_of_a_sentence() -> None:
    # "The ministry said it will help, as for the municipality it pledged …"
    text = "وقالت الوزارة إنها ستقدم مساعدات، أما البلدية فتعهدت بمنح الأرض."
    assert with_people(text) == ["الوزارة", "البلدية"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # "the director … of the hospital, Doctor Sami al-Ghaim, who pointed out"
        ("حضر مدير القطاع المشرف على مستشفى التل الدكتور سامي الغيم، الذي أشار إلى أن الدورة مهمة.", "سامي الغيم"),
        # "the businesswoman Najat Aun": a name that is a verbal noun too
        ("وقالت سيدة الأعمال نجاة عون: «صدر المرسوم».", "نجاة عون"),
        # "the Zaytun ambassador, Olof Skog"
        ("وقال السفير السويدي، أولوف سكوغ، إن النص واضح.", "أولوف سكوغ"),
        # "Al-Ghaim told his audience"
        ("وأكد الغيم لجمهوره في الحفل أنه عائد.", "الغيم"),
    ],
)
def test_the_one_who_is_named_speaks(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_several_who_act_together_say_the_next_thing() -> None:
    # "A number of the teachers agreed that the matter is grave, and they (f.) pointed out …"
    text = "أجمع عدد من المعلمات على خطورة الأمر. وأشرن إلى أن اللجنة غابت."
    assert speakers(text)[-1] == "عدد من المعلمات"


def test_a_medium_is_known_by_its_nation() -> None:
    # "the Zaytun paper 'al-Tall' revealed, quoting sources, … The Zaytun paper added …"
    text = 'كشفت صحيفة "التل" السويدية نقلا عن مصادر أن الجسر آمن. وأضافت الصحيفة السويدية أن السد مغلق.'
    assert speakers(text)[1] == 'صحيفة "التل" السويدية'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # "one of the women held, and she is called Samia al-Ghaim"
        ("وقالت إحدى المحتجزات وتدعى سامية الغيم إن المجموعة اعتقلت.", "سامية الغيم"),
        # "Professor Walid bin Ali al-Jalal", with Ali written as the preposition
        ("وقال مدير المكتب الأستاذ وليد بن على الجلال إن المشروع انتهى.", "وليد بن على الجلال"),
        # "the general manager of 'Ghaim' Sayyid Hashish": a name that is a title too
        ('وقال المدير العام لشركة "غيم" سيد حشيش إن العمل مستمر.', "سيد حشيش"),
        # "Nazih commented on his leaving"
        ('وعلق نزيه على خروجه "لم أكن خائفا".', "نزيه"),
        # "The army said at a late hour that it saved passengers"
        ("قال الجيش السويدي في ساعة متأخرة من مساء الأحد إنه أنقذ ركابا.", "الجيش السويدي"),
    ],
)
def test_a_source_ends_before_what_is_not_its_name(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_a_man_goes_on_and_not_the_many_who_think_something() -> None:
    # "Minister Sami al-Ghaim said the bridge is safe. Many (men) see that the dam is closed. And he said …"
    text = "قال الوزير سامي الغيم إن الجسر آمن. ويرى كثيرون أن السد مغلق. وقال إن العمل مستمر."
    assert speakers(text)[-1] == "سامي الغيم"


def test_a_participle_has_the_subject_of_its_sentence() -> None:
    # "The authorities said … . The branch of the ministry said …, adding (f.) that a child died."
    text = "قالت السلطات إن الجسر آمن. وقال فرع وزارة الصحة إن الضحايا بخير، مضيفة أن طفلا مات."
    assert speakers(text)[-1] == "فرع وزارة الصحة"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # "His Excellency the adviser …, member of …, Sheikh Doctor Salih bin Abdullah al-Ghaim urged …"
        ("حث معالي المستشار بالديوان الملكي عضو هيئة العلماء الشيخ الدكتور صالح بن عبدالله الغيم على العودة.", "صالح بن عبدالله الغيم"),
        # "Although the numbers are small, the refugees' council said …"
        ("ورغم أن أرقام العام الماضي أقل، فقد قال مجلس اللاجئين إن الخطر قائم.", "مجلس اللاجئين"),
        # "William Sweng, director general of 'the Organization for Springs', which gathered the data, said …"
        ("وقال ويليام سوينغ، المدير العام لـ«منظمة الينابيع»، التي جمعت البيانات، إن الجسر آمن.", "ويليام سوينغ"),
        # "The official in the White House said, asking that his name not be told"
        ("وقال المسؤول في البيت الأبيض طالبا عدم ذكر اسمه إن الجسر آمن.", "المسؤول في البيت الأبيض"),
    ],
)
def test_titles_turns_and_wishes_do_not_hide_who_speaks(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_others_are_unnamed_and_some_are_vague() -> None:
    # "And another says … . Some of those who chirp said …"
    found = told('ويقول آخر: "لم نجد أحدا". وذكر بعض المغردين أن الجسر آمن.')
    assert [item["kind"] for item in found] == ["unnamed", "vague"]


def test_who_is_named_in_part_goes_on_speaking() -> None:
    # "Rima al-Ghaim said … . Reuters quoted a model … . Rima praised the judge, and said …"
    text = "قالت ريما الغيم إن الجسر آمن. ونقلت رويترز عن عارضة أزياء أنها لا توافق. وأشادت ريما بالقاضي، وقالت إنها سعيدة."
    assert with_people(text)[-1] == "ريما الغيم"


@pytest.mark.parametrize("text", ["كما تبين أن الجسر مغلق.", "ويعتبر البنك الدولي المؤسسة الكبرى في المدينة."])
def test_what_turned_out_or_is_held_to_be_is_nobodys(text: str) -> None:
    # "It also turned out that the bridge is closed." "The World Bank is held to be the great institution of the town."
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # "The Zaytun resistance, joined to the forces, announced that it sent men"
        ("وأعلنت المقاومة الوطنية، المنضوية في القوات، أنها دفعت برجالها.", "المقاومة الوطنية"),
        # "the transport minister Nura al-Amir": a last name that is a title too
        ("وقالت نائبة رئيس الائتلاف نورا الأمير إن الجسر آمن.", "نورا الأمير"),
        # "Zayn explained", written with its doubled letter
        ("كما بيّن سامي الغيم أن الجسر آمن.", "سامي الغيم"),
        # "The agency passed on remarks of the spokesman of the ministry, Sami al-Ghaim, in which he affirmed …"
        ("نقلت الوكالة تصريحات للمتحدث باسم الوزارة، سامي الغيم، أكد فيها أن الجسر آمن.", "سامي الغيم"),
        # "Ghaim issued a statement after the accident, saying …"
        ('وأصدرت الوزارة بيانا بعد الحادث قائلة: "نحن نعمل".', "الوزارة"),
    ],
)
def test_more_of_those_who_speak(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_who_was_in_some_state_goes_on_speaking() -> None:
    # "Sami al-Ghaim said … . And Rima al-Rumi was upset by messages, and said …"
    text = "قال سامي الغيم إن الجسر آمن. وكانت ريما الرومي منزعجة من الرسائل، وقالت إن السد مغلق."
    assert with_people(text)[-1] == "ريما الرومي"


def test_the_same_sources_are_the_ones_before() -> None:
    assert speakers("قالت مصادر ميدانية إن الجسر آمن. وأضافت المصادر عينها أن السد مغلق.")[-1] == "مصادر ميدانية"


def test_a_subject_turned_to_stays_one_and_a_second_saying_belongs_to_the_first() -> None:
    assert speakers("أما المؤيدون فقد رأوا أن القرار كان ضروريا.") == ["المؤيدون"]
    (found,) = told('وكان اللاعب سامي الغيم قد علّق على الفوز قائلا: "لا أعرف ما سيحدث".')
    assert (found["cue"], found["speaker"]) == (["علّق", "قائلا"], "سامي الغيم")
    assert speakers("وكانت دراسات سابقة قد توصلت إلى أن المزايا كثيرة.") == ["دراسات سابقة"]


def test_an_office_is_who_alone_is_named_with_it_later() -> None:
    # "the director of the organization for the ban of mines announced … . The director general of the organization, Sami Kamal, said …"
    text = "أعلن مدير منظمة حظر الألغام أن الأمر سيطول. وقال مدير عام المنظمة كمال الحصري إن العينات وصلت."
    assert with_people(text) == ["كمال الحصري", "كمال الحصري"]


def test_an_office_is_nobody_who_has_another_or_shares_it() -> None:
    other = "قال وزير النقل إن الجسر آمن. وقال وزير الصحة كمال الحصري إن المستشفى مفتوح."
    assert with_people(other)[0] == "وزير النقل"
    shared = "قال وزير النقل إن الجسر آمن. والتقى وزير النقل كمال الحصري وزير النقل سامي الفحام."
    assert with_people(shared)[0] == "وزير النقل"


def test_and_before_a_source_is_not_of_its_name() -> None:
    assert speakers("والمدير الذي يرأس اللجنة قال إن الجسر آمن.") == ["المدير"]
