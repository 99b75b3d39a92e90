"""Words that somebody asks with find the claim of the demo case that they are about, whatever they say of it."""

from __future__ import annotations

import pytest

from takhrij.report.views import claims_named
from takhrij.search import claims_like, documents_like, documents_with, is_statement, plain_question, tells_it
from takhrij.store import Case


@pytest.mark.parametrize(
    ("words", "verdict", "told"),
    [
        ("فرق الإنقاذ انتشلت 5 جثث", "same", "انتشلت 5 جثث"),
        ("أسعار البنزين ستنخفض 8 في المئة", "contrary", "أسعار البنزين سترتفع"),  # asked: will fall; told: will rise
        ("لم يعلن الحداد في زمران", "contrary", "وأعلنت محافظة زمران الحداد"),  # asked: was not proclaimed
        ("Transport minister resigns after the fire", "same", "وزير النقل قدم استقالته"),
        ("العثور على مقبرة قديمة قرب القلعة", "same", "اكتشاف مدفن صخري"),  # asked: an old graveyard near the castle; told: a rock tomb
        ("السيطرة على حريق عنبر القطن بعد 9 ساعات", "same", "السيطرة على حريق عنبر القطن"),
    ],
)
def test_what_is_asked_comes_first_with_its_verdict(demo_case: Case, words: str, verdict: str, told: str) -> None:
    best = claims_like(demo_case, words, 5)[0]
    (claim,) = claims_named(demo_case, [best.claim])
    assert best.verdict == verdict
    assert best.score > 0.5
    assert any(told in view.telling.words for view in claim.tellings)


def test_one_number_in_common_is_no_contradiction(demo_case: Case) -> None:
    others = claims_like(demo_case, "فرق الإنقاذ انتشلت 5 جثث", 10)[1:]  # "rescuers recovered 5 bodies"; others: 5 fire engines
    assert others
    assert {match.verdict for match in others} == {"different"}


def test_what_nobody_tells_is_not_found_in_anything(demo_case: Case) -> None:
    assert claims_like(demo_case, "ظظظظ غغغغغ", 5) == []
    assert {match.verdict for match in claims_like(demo_case, "قطعان المها المهاجرة", 5)} <= {"different"}  # "migrating oryx herds"


def test_markup_that_is_pasted_with_the_words_is_no_part_of_them() -> None:
    assert plain_question("<p>سقط <b class='x'>الجسر</b>&nbsp;أمس</p>") == "سقط الجسر أمس"
    assert plain_question("عدد القتلى < 5 و> 3") == "عدد القتلى < 5 و> 3"  # signs that are no markup stay


def test_a_few_words_are_no_claim_that_could_be_contradicted() -> None:
    assert not is_statement("حريق القطن")
    assert is_statement("السيطرة على حريق عنبر القطن بعد 9 ساعات")


def test_a_pasted_paragraph_finds_what_each_of_its_sentences_tells_and_the_articles_with_most_of_its_words(demo_case: Case) -> None:
    bodies, fire = "فرق الإنقاذ انتشلت 5 جثث من تحت السقف.", "السيطرة على حريق عنبر القطن بعد 9 ساعات."
    paragraph = f"{bodies} {fire} وهذا كلام لم يقله أحد قط في مقال من المقالات."
    found = {match.claim for match in claims_like(demo_case, paragraph, 10)}
    assert {claims_like(demo_case, sentence, 1)[0].claim for sentence in (bodies, fire)} <= found
    assert documents_with(demo_case, paragraph, 5) == []
    assert len(documents_like(demo_case, paragraph, 5)) == 5
    assert documents_like(demo_case, "القطن", 5) == []


def test_a_message_without_full_stops_is_asked_line_by_line(demo_case: Case) -> None:
    bodies, fire = "فرق الإنقاذ انتشلت 5 جثث من تحت السقف المعدني", "حريق عنبر القطن في ميناء زمران أودى بحياة 22 شخصا"
    found = {match.claim for match in claims_like(demo_case, f"😱😱 شفتوا؟\n{bodies} 🤲 {fire}\nانشروها", 10)}
    assert {claims_like(demo_case, sentence, 1)[0].claim for sentence in (bodies, fire)} <= found


def test_what_nobody_tells_is_said_to_be_told_by_nobody(demo_case: Case) -> None:
    told, untold = "فرق الإنقاذ انتشلت 5 جثث من تحت السقف المعدني", "هاجرت قطعان المها إلى مراعي سمران الشرقية"
    assert tells_it(told, claims_like(demo_case, told, 3))
    assert not tells_it(untold, claims_like(demo_case, untold, 3))
    assert tells_it("السقف المعدني", claims_like(demo_case, "السقف المعدني", 3))
