"""What stands behind a verb and is not its subject, and pronouns that do not end one."""

from __future__ import annotations

import pytest
from test_attributions import told


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        # "The police denied press reports that point to the driver."
        ("ونفت الشرطة تقارير صحفية تتهم السائق.", "الشرطة", "تقارير صحفية تتهم السائق"),
        # "The other accused denied any part in the attack."
        ("نفى المتهمون الآخرون أي ضلوع لهم في الهجوم.", "المتهمون الآخرون", "أي ضلوع لهم في الهجوم"),
        # "The chief suspect in the blast confessed that he belongs to the band."
        ("اعترف المشتبه به الرئيسي في التفجير بأنه من العصابة.", "المشتبه به الرئيسي في التفجير", "من العصابة"),
        # "A letter that the ministry sent said that the bridge is safe."
        ("وقالت رسالة بعثت بها وزارة النقل إن الجسر آمن.", "رسالة بعثت بها وزارة النقل", "الجسر آمن"),
        # "Doctor Ahlam al-Ghaim, the adviser, affirmed that …": a name that is a common noun too
        ("وأكدت الدكتورة أحلام الغيم مستشارة البلدية، أن الجسر آمن.", "الدكتورة أحلام الغيم مستشارة البلدية", "الجسر آمن"),
        # "Informed sources affirmed to (the Hill) that the bridge is safe."
        ("وأكدت لـ(التل) مصادر مطلعة أن الجسر آمن.", "مصادر مطلعة", "الجسر آمن"),
    ],
)
def test_a_subject_ends_where_the_thing_said_begins(text: str, source: str, content: str) -> None:
    found = told(text)[0]
    assert (found["source"], found["content"]) == ([source], [content])


def test_who_is_called_something_has_not_said_it() -> None:
    # "Sami al-Ghaim said the bridge is safe. He talked of the dam, where he described al-Rumi as rash."
    found = told("قال الوزير سامي الغيم إن الجسر آمن. وتحدث عن السد، حيث وصف الرومي بأنه متهور.")
    assert [(item["speaker"], item["source"]) for item in found][1] == ("سامي الغيم", [])


@pytest.mark.parametrize(
    "text",
    [
        'واختتم الفرع أمس برنامجه التدريبي "مهارات البحارة".',  # "the branch ended its course 'Skills of seamen'"
        "حضر 20 طالبا إلى جانب المعلمين.",  # "20 pupils came beside the teachers"
        "يستغرق العبور ساعتين ونصف على مرحلتين.",  # "the crossing takes two hours and a half"
        "كنت أنكر عليه ما يقوله.",  # "I used to reproach him with what he says"
    ],
)
def test_what_only_looks_like_a_cue_tells_nothing(text: str) -> None:
    assert told(text) == []


def test_what_others_expect_meanwhile_is_no_part_of_the_warning() -> None:
    # "The officials warned of floods amid expectations of more rain."
    found = told("حذر المسؤولون من فيضانات جديدة وسط توقعات بأمطار غزيرة.")
    assert found[0]["content"] == ["فيضانات جديدة"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        # "Al-Ghaim affirmed his understanding of the people's worry."
        ("وأكد الغيم تفهمه قلق السكان من الاتفاق.", ["الغيم"], "تفهمه قلق السكان من الاتفاق"),
        # "The United States accused the government of using the gas."
        ("اتهمت الولايات المتحدة الحكومة السورية باستخدام الغاز.", ["الولايات المتحدة"], "الحكومة السورية باستخدام الغاز"),
        # "The minister affirmed that the people have rights, and turned to the matter of the dam."
        ("أكد الوزير أن للسكان حقوقهم، وتطرق إلى قضية السد.", ["الوزير"], "للسكان حقوقهم"),
        # "The ministry pointed to the part of the seamen, and that in a statement that it published."
        ("ولفتت الوزارة إلى دور البحارة، وذلك في بيان نشرته أمس.", ["الوزارة"], "دور البحارة"),
    ],
)
def test_a_content_has_its_bounds(text: str, source: list[str], content: str) -> None:
    found = told(text)[0]
    assert (found["source"], found["content"]) == (source, [content])


def test_what_it_was_called_is_no_source() -> None:
    # "The ministry voiced its surprise at the statement, and considered it an escalation."
    found = told("وعبرت الوزارة عن استغرابها من البيان، واعتبرته تصعيدا ضد البلدة.")
    assert [item["speaker"] for item in found] == ["الوزارة"] * len(found)


def test_a_report_named_at_the_end_stands_within_what_is_said() -> None:
    # "The office affirmed that the child is well according to the doctors' report."
    found = told("أكدت المديرية أن الطفلة بخير وفقا لتقرير الأطباء.")
    assert [(item["speaker"], item["parent"], item["content"]) for item in found] == [
        ("المديرية", None, ["الطفلة بخير وفقا لتقرير الأطباء"]),
        ("تقرير الأطباء", "a1", ["الطفلة بخير"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "وإذا نشر المستخدمون تعليقا يمكن أن ترسل الشركة رسالة.",  # "if the users publish a comment …"
        "وعلى الرغم من تشكك الغيم في الأمر بقي في مكانه.",  # "in spite of al-Ghaim's doubting the matter"
    ],
)
def test_conditions_and_nouns_behind_prepositions_tell_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # "Al-Ghaim sees that it is impossible, refusing to comment."
        ("ورأى الغيم أن التأكد من الأمر غير ممكن، رافضاً التعليق على القضية.", "التأكد من الأمر غير ممكن"),
        # "The statement said that the town closed the bridge, though the road is open."
        ("وقال البيان إن البلدة أغلقت الجسر، علماً أن الطريق مفتوح.", "البلدة أغلقت الجسر"),
        # "According to the agency, Sheikh Sami, head of the town, issued, a decree on the springs."
        ("ووفقا لوكالة الأنباء فقد أصدر سامي، رئيس البلدة، مرسوما.", "فقد أصدر سامي، رئيس البلدة، مرسوما"),
        # "The minister said on the margin of 'the world conference for the springs and the wells', which met in the town: …"
        ('وقال الوزير على هامش "المؤتمر العالمي لحماية الينابيع والآبار القديمة"، الذي عقد في التل: إن الجسر آمن.', "الجسر آمن"),
    ],
)
def test_a_content_begins_and_ends_with_what_is_said(text: str, content: str) -> None:
    assert told(text)[0]["content"] == [content]


def test_to_bid_farewell_is_no_call() -> None:
    # "And the town bade the player farewell since the first match."
    assert told("وودعت البلدة اللاعب. ودعت البلدة اللاعب منذ المباراة الأولى.") == []
