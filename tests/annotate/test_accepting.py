"""Which cues are cues and whose; the sentences are about invented people."""

from __future__ import annotations

import pytest
from test_attributions import told
from test_refusing import speakers


@pytest.mark.parametrize(
    "text",
    [
        "وكانت شركة الغيم أول شركة توقع اتفاقية إنتاج مع المرفأ عام 2012.",  # signs an agreement
        "والحالة لا يمكن وصفها سوى أن الجيلين يعيشان في جزيرتين.",  # cannot be described
        "الجدير ذكره أن اللاعب سيلتحق غدا بالفريق.",  # worth mentioning
        "وأطلع مدير المرفأ فايز الغيمي ومدير السد على كافة الأصناف المعروضة.",  # was shown the goods
        "وعد الأمين العام نبيل الغيم نتائج الزيارة خطوة ستنعكس بدورها على العمل.",  # counted as
        "وباب علي بن أبي طالب رضي الله عنه، وباب التل بعدد 1600 حافلة.",  # Abi Talib
        "وبالسجن 3 سنوات على 6 متهمين، وبرأت المحكمة الباقين.",  # six accused
        "وظهر مبتسما ملوحا بقطعة معدنية.",  # waving a piece of metal
    ],
)
def test_no_cue_that_tells_of_no_words(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("زار صالح بن حمد القطني المهرجان. وبين القطني أن المهرجان كبير.", "صالح بن حمد القطني"),  # and he made clear
        ("وبين مدير السد المهندس سالم القطني إلى أن السد كبير.", "سالم القطني"),  # «to that», as newsrooms write
        ("واندلعت المواجهات مع انطلاق المسيرة التي قالت الشرطة إن عدد المشاركين فيها ألف.", "الشرطة"),
        ("ونفى روماريو الاتهامات الموجهة إليه.", "روماريو"),
        ("ودعت موغيريني إيران إلى الهدوء.", "موغيريني"),
        ("وصف سامي الغيم الوزير بأنه خطير.", "سامي الغيم"),
        ("يعتبر بنيامين فوكس أن الوقت ضيق.", "بنيامين فوكس"),
        ("وقال تركي شبانة رئيس شبكة الغيم: لدينا أرشيف كبير.", "تركي شبانة"),
        ("وقالت ياعيل فايه (45 عاما) وهي تحمل العلم: أنا هنا.", "ياعيل فايه"),
        ("شدد سامي الغيم، رئيس مجلس إدارة الاتحاد، على حرص الاتحاد على أن تكون المشاركة كبيرة.", "سامي الغيم"),
        ("قال أغنى رجل في التل، جاك فوكس، إنه يخطط للسفر.", "جاك فوكس"),
    ],
)
def test_who_says_it(text: str, speaker: str) -> None:
    assert speakers(text)[-1:] == [speaker]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # "a film, published on Sunday, showed people who jump"
        ("وأظهر فيديو، نشر على المواقع الأحد، أشخاصا يقفزون من النوافذ.", "أشخاصا يقفزون من النوافذ"),
        # "television pictures showed the referee"
        ("وأظهرت لقطات تلفزيونية الحكم وهو يركض.", "الحكم وهو يركض"),
        # "by a paper that was published in a journal, the researchers managed …"
        ("فوفقا لورقة بحثية نشرت في دورية علمية، تمكن الباحثون من بناء السد.", "تمكن الباحثون من بناء السد"),
        # "the army clearly announces the bombing of the hill"
        ("وهي المرة الأولى التي يعلن فيها الجيش الزيتوني بشكل واضح قصف التل.", "قصف التل"),
        # "a citizen's firmness"
        ("عبر المواطنون عن فرحهم، مؤكدين ثبات موقفهم من العمل.", "ثبات موقفهم من العمل"),
        # "added … to that the company works"
        ("وأضاف الغيم، في مؤتمر عقد أمس، إلى أن الشركة تعمل.", "الشركة تعمل"),
    ],
)
def test_what_is_said(text: str, content: str) -> None:
    assert told(text)[-1]["content"] == [content]


def test_the_first_person_goes_on_with_what_another_says() -> None:
    # "The doctor said: he was ill, and I think that the bed …"
    found = told("وقال طبيب المنتخب: تعرض سامي إلى تشنج، وأعتقد أن السبب هو السرير.")
    assert [item["parent"] for item in found] == [None, "a1"]


def test_a_cue_in_a_quotation_governs_nothing_outside_it() -> None:
    # "… "we have made our expectations clear in this matter", which is a long one"
    found = told('وقال الوزير "لقد أوضحنا توقعاتنا من الحكومة في الحرب"، وهي حرب طويلة.')
    assert [item["cue"] for item in found] == [["وقال"]]


def test_whom_he_asked_is_told_by_a_pronoun() -> None:
    # "The mayor arrived … and asked him: did you know this?"
    found = told('قال رئيس البلدية إن الجسر آمن. وسأله "هل تعرفت على هذا الجسر الطويل؟".')
    assert [item["cue"] for item in found] == [["قال"], ["وسأله"]]


def test_an_outlet_before_what_somebody_says_carries_it() -> None:
    # "According to the channel 'The Cloud', the minister said …"; "in an interview with the channel 'The Cloud', she said …"
    (found,) = told('وحسب قناة "الغيم"، قال وزير النقل إن الجسر آمن.')
    assert (found["cue"], found["via"], found["content"]) == (["وحسب", "قال"], ['قناة "الغيم"'], ["الجسر آمن"])
    (found,) = told('في مقابلة مع قناة "الغيم"، قالت وزارة النقل إن الجسر آمن.')
    assert found["via"] == ['قناة "الغيم"']


def test_a_verb_in_the_clause_that_describes_a_source_is_no_second_cue() -> None:
    # "The observatory, which follows the fighting, said …"
    found = told("قال المرصد الزيتوني الذي يتابع القتال في التل إن الجسر مقطوع.")
    assert [item["cue"] for item in found] == [["قال"]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # whom the one told of in a clause of its own is not
        ('وقال المتحدث باسم شركة "سبورت"، وهي شركة يملكها سامي الغيم، إن الجسر آمن.', 'المتحدث باسم شركة "سبورت"'),
        ("ووصف وزير الخارجية الزيتوني، بوريس جونسون، الاتفاق بالخطير.", "بوريس جونسون"),
        ("قالت المندوبة الزيتونية لدى الأمم المتحدة ريما هيلي إن الجسر آمن.", "ريما هيلي"),
        ("قالت المندوبة ريما هيلي إن الجسر آمن. وحثت هيلي روسيا على السلم.", "ريما هيلي"),
        ("قال سامي الغيم إن الجسر آمن. وأصدرت غوغل بيانا بعد ذلك قائلة: لا نعلق.", "غوغل"),
        ("وتقول زيتونيا إنها تطالب بعقد اجتماع.", "زيتونيا"),
        ("وأصدر الأمين العام، أنطونيو غوتير، تحذيرا من أن الوضع خطير.", "أنطونيو غوتير"),
    ],
)
def test_whose_words_they_are(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_this_according_to_covers_the_sentence_before() -> None:
    # "Half of the voters think that … . This, according to a poll."
    found = told("يعتقد نصف الناخبين أن الجسر قديم. وذلك وفقا لاستطلاع للرأي.")
    assert found[-1]["content"] == ["يعتقد نصف الناخبين أن الجسر قديم"]


def test_an_agreement_on_what_to_do_is_no_attribution() -> None:
    # "They agreed to stop the fire", but "they agreed that the strikes did harm"
    assert told("واتفق الطرفان على وقف القتال.") == []
    assert told("واتفق الرئيسان على أن القتال خطير.")[0]["content"] == ["القتال خطير"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال المدير سامي الغيم إن الجسر آمن، مستبعدا فرضية أن يكون الحريق مدبرا.", "سامي الغيم"),  # ruling out the hypothesis
        ('وأوضح مدير فرع الجمعية في التل "سياف آل خشيل"، أن السوق كبير.', "سياف آل خشيل"),  # a name in marks
        ('زار محمد بن سعيد بن سبرة التل، ووصف "بن سبرة" السوق بأنه متميز.', "محمد بن سعيد بن سبرة"),
        ("أغلق الجسر وفق ما أعلن وزير الداخلية جيرار كولومب الجمعة.", "جيرار كولومب"),
        ("وأشاد الأمير سعود بما يوليه الوزير من متابعة، مشيرا إلى أن الجسر كبير.", "سعود"),
        ("وكان مارتن غريفيث قد أكد استمرار المفاوضات.", "مارتن غريفيث"),
        ("أثنى وفد من منظمة مرام على الخدمات، مؤكدا أهمية التعليم.", "وفد"),
        ("قال سامي الغيم إن الجسر آمن. ومضى يقول: سأجري محادثات.", "سامي الغيم"),
    ],
)
def test_who_says_it_in_longer_sentences(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        # "the movement claimed the operation, saying …"
        ("لكن حركة الغيم تبنت العملية قائلة إنها أسقطت المروحية.", [["العملية"], ["أسقطت المروحية"]]),
        # "experts warned users of phones of a new technique"
        ('حذر خبراء، مستخدمي هواتف "غيمو"، من تقنية جديدة.', [["تقنية جديدة"]]),
        # "he pointed, at his taking part in the forum, to its weight"
        ("وأشار الوزير لدى مشاركته بجلسات المنتدى، إلى أهمية النهج.", [["أهمية النهج"]]),
        # "staff confirmed … stressing the need"
        (
            'أكد عدد من العاملين لـ"الغيم" رصدهم لوجود مغالاة عن المعتاد مؤكدين ضرورة الرقابة.',
            [["رصدهم لوجود مغالاة عن المعتاد"], ["ضرورة الرقابة"]],
        ),
        # "the memorandum has, according to the agency, a new centre"
        ("وتضمنت المذكرة بحسب وكالة الغيم، إنشاء مركز جديد.", [["وتضمنت المذكرة", "إنشاء مركز جديد"]]),
        # nobody says anything
        ("ورصدت الوزارة مكافأة لقاء أي معلومات يمكن أن تقود إلى الهارب.", []),
        ('كما أضافت "غيمو" إلى الجهاز كاميرا من نوع "غيم 615" وذاكرة.', []),
    ],
)
def test_what_each_says(text: str, contents: list[list[str]]) -> None:
    assert [item["content"] for item in told(text)] == contents


def test_whom_nobody_suspects_by_name() -> None:
    # "The minister said … Two were held, suspected of …"
    assert told("قال الوزير إن الجسر آمن. وأوقف شخصان، يشتبه في أنهما كانا هناك.")[-1]["speaker"] is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال المنسق الوطني لعمليات الإنقاذ تحت الماء، أنمار ميرزو، إن الغوص خطير.", "أنمار ميرزو"),  # a name behind the comma
        ("اعتذر رئيس السلطة محمود عباس (أبومازن). وقال أبومازن إنه يعتذر.", "محمود عباس"),  # his other name in brackets
        ("قال عباس الغيم إن الأمر قديم. بينما رد الوزير بنيامين فوكس، في بيان، قائلا إن الأمر جديد.", "بنيامين فوكس"),
        ("قال المدرب جوزيه مورينيو إن اللاعب باق. ثم ألمح مورينو إلى أنه يرحل.", "جوزيه مورينيو"),  # spelt otherwise
        ("قال أمين المجلس في دورته الأولى عبدالله آل شهاب إن الجسر آمن.", "عبدالله آل شهاب"),
    ],
)
def test_names_told_late_or_otherwise(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_two_sources_are_people_and_they_are_not_one_man() -> None:
    # "Two sources in the opposition said"; "The director said … They said"
    assert told("قال مصدران بالمعارضة إن الجسر آمن.")[0]["kind"] == "unnamed"
    assert told("قال مدير البلدية إن الجسر آمن. وقالوا: إن المنطقة كبيرة.")[-1]["speaker"] is None


def test_in_his_words_amid_a_clause() -> None:
    # "The task, as he put it, is hard."
    found = told("قال الحارس إن الماء عميق. فالعملية، على حد تعبيره، صعبة جدا.")
    assert found[-1]["content"] == ["فالعملية", "صعبة جدا"]


@pytest.mark.parametrize(
    "text",
    [
        "وعاد السفير بعد هذه التصرفات التي اعتبرت تعديا على القوانين.",  # were taken for
        "وهذا ما نراه حيث قال عليه السلام: (حتى لو دخلوا).",  # scripture
        "وضبط عدد من الأشخاص متهمين بالتورط في الحادثة.",  # accused persons
        "وتعرض القطاع لأزمة، الأمر الذي دعا البنوك إلى تقليل المخاطر.",  # the matter that led
    ],
)
def test_passives_scripture_and_matters_tell_of_no_words(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال الوزير سامي الغيم إن الجسر آمن. وأضاف، مخاطبا السكان الجدد: أنا آسف.", "سامي الغيم"),
        ("قالت ريما هايلي إن الأمر خطير. وأضافت هايلي قولها: يجب أن نعمل.", "ريما هايلي"),
        ("قال الوزير سامي الغيم إن الجسر آمن، مؤكدا حتمية العمل.", "سامي الغيم"),
        ("وأفصح خالد العطية وزير النقل خلال مؤتمر أن الجسر آمن.", "خالد العطية"),
    ],
)
def test_what_stands_behind_a_verb_may_be_no_subject(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_an_agency_in_marks_behind_a_lone_preposition_is_an_outlet() -> None:
    # "According to 'Reuters' …"
    assert told('ووفقا لـ "رويترز"، فإن الأسعار ارتفعت.')[0]["kind"] == "outlet"
