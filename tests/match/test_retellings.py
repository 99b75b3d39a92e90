"""Passages that are told again in other words, or in another language."""

from dataclasses import replace

import numpy as np
import pytest

from takhrij.match.anchors import anchor_keys
from takhrij.match.gists import Vectors, gist_of
from takhrij.match.kernels import Ints
from takhrij.match.numbers import heard_in, number
from takhrij.match.retellings import anchored_words, retellings_between
from takhrij.model.reuse import Retelling
from takhrij.text.folding import folded
from takhrij.text.sounds import sound_of

from .articles import FERRY, article

# A flood in an invented town; told again, in English, and what another paper found there on the same day.
FLOOD = (
    "لقي 14 شخصا مصرعهم في سيول اجتاحت بلدة دلهان في إقليم ورقاء، بحسب ما أعلن جهاز الإغاثة.\n"
    "وقال مدير الجهاز العقيد شاهر المرداسي إن منسوب وادي ساروق ارتفع أربعة أمتار وإن المياه جرفت 37 منزلا.\n"
    "وأرسلت وزارة الصحة ثماني سيارات إسعاف من مدينة قزمار التي تبعد 90 كيلومترا.\n"
    "وتعهدت الحكومة بدفع 5000 دينار لكل أسرة فقدت بيتها، كما ذكر رئيس البلدية نايف الكرواني."
)
RETOLD = (
    "أودت فيضانات مباغتة ضربت دلهان التابعة لورقاء بحياة 14 من السكان كما أفاد القائمون على الإغاثة.\n"
    "وذكر العقيد شاهر المرداسي أن ساروق فاض حتى علت مياهه أربعة أمتار فابتلع السيل 37 دارا.\n"
    "ومن قزمار على مسافة 90 كيلومترا وصلت ثماني عربات إسعاف بعثت بها السلطات الصحية.\n"
    "ووعد نايف الكرواني عمدة البلدة كل بيت تهدم بتعويض قدره 5000 دينار من الخزانة العامة."
)
ENGLISH = (
    "Fourteen people were killed in floods that swept through the town of Delhan in Warqa province, the relief agency said.\n"
    "Its head, Colonel Shaher al-Mirdasi, said the Saruq valley rose four metres and that the water carried away 37 houses.\n"
    "The Health Ministry sent eight ambulances from the city of Qazmar, 90 kilometres away.\n"
    "The government pledged to pay 5,000 dinars to every family that lost its home, mayor Nayef al-Karwani said."
)
OTHER = (
    "وقف سليم الرشواني أمام ما بقي من بيته في دلهان وهو يحصي ما أخذه السيل: بقرتان وماكينة خياطة.\n"
    "وطالب محتجون أمام مقر إقليم ورقاء بمحاسبة المقاول الذي بنى على مجرى وادي ساروق قبل سبع سنوات.\n"
    "وتقول جمعية المهندسين إنها نبهت مرارا إلى خطر البناء في المجرى، لكن أحدا لم يستمع.\n"
    "وبلغت الحصيلة 14 قتيلا بحسب جهاز الإغاثة الذي يقوده العقيد شاهر المرداسي."
)
ALIKE = (("سيول", "فيضانات", "floods"), ("منزلا", "دارا", "houses"), ("مياه", "water"), ("بلده", "town"), ("اسعاف", "ambulances"))


class Few:
    """A table of a few meanings: the words of one row of ALIKE have one vector."""

    def __init__(self) -> None:
        self.rows = {number(word): place for place, words in enumerate(ALIKE) for word in words}

    def rows_of(self, stems: Ints) -> Ints:
        return np.array([self.rows.get(stem, -1) for stem in stems.tolist()], np.int64)

    def vectors_of(self, rows: Ints) -> Vectors:
        return np.concatenate([np.eye(len(ALIKE), dtype=np.float32), np.zeros((1, len(ALIKE)), np.float32)])[rows]

    def shares_of(self, rows: Ints) -> Vectors:
        return np.zeros(len(rows), np.float32)


FEW = Few()


def between(left: str, right: str) -> list[Retelling]:
    return retellings_between("a|b", article(left, "a", "المرصد"), article(right, "b", "البيدر"), FEW)


def test_what_is_told_again_in_other_words_is_found_with_its_borders() -> None:
    [row] = between(f"{FLOOD}", f"{FERRY}.\n{RETOLD}")
    assert row.kind == "rewritten"
    assert (row.left_start, f"{FERRY}.\n{RETOLD}"[row.right_start :][:5]) == (0, "أودت ")


def test_what_is_told_in_another_language_is_translated() -> None:
    [row] = between(FLOOD, ENGLISH)
    assert row.kind == "translated"


def test_two_reports_of_one_event_are_none() -> None:
    assert between(FLOOD, OTHER) == []


def test_the_same_sentences_in_another_order_are_none() -> None:
    assert between(FLOOD, "\n".join(reversed(RETOLD.split("\n")))) == []


def test_lists_of_names_are_none() -> None:
    names = "نايف الكرواني، شاهر المرداسي، سليم الرشواني، طارق العنسي\nوسيم الطلحاوي، هيثم النعسان\nبدر الصفواني، زياد الخطاري"
    assert between(names, names) == []


def test_the_names_and_numbers_that_stand_in_both_are_shown_with_their_places() -> None:
    [row] = between(FLOOD, ENGLISH)
    rows = anchored_words(FLOOD, (row.left_start, row.left_end), ENGLISH, (row.right_start, row.right_end), FEW)
    shown = [(FLOOD[start:end], ENGLISH[first:last], how) for start, end, first, last, how in rows]
    assert ("14", "Fourteen", "changed") in shown
    assert ("37", "37", "equal") in shown
    assert ("المرداسي", "Mirdasi", "changed") in shown


def test_a_name_is_one_in_every_script_and_a_number_in_every_spelling() -> None:
    assert anchor_keys("المرداسي", FEW) == anchor_keys("Mirdasi", FEW) != []
    assert anchor_keys("٣٧", FEW) == anchor_keys("37", FEW) != []


@pytest.mark.parametrize("word", ["المرداسي", "والبواتينج", "كالسنجاب", "وللزورق", "بوشكين", "Mirdasi", "Boateng", "Mitterrand"])
def test_a_name_is_heard_as_elsewhere_in_the_program(word: str) -> None:
    heard = heard_in(f"{word} {sound_of(folded(word))}")
    assert heard.sounds[0] == heard.sounds[1] != 0


def test_a_common_word_is_no_anchor() -> None:
    assert anchor_keys("المياه", FEW) == []
    assert anchor_keys("water", FEW) == []


def test_a_number_in_words_stands_where_its_digits_would() -> None:
    (spelt,) = np.flatnonzero(gist_of("قتل أربعة عشر صيادا", FEW).counts)
    (digits,) = np.flatnonzero(gist_of("قتل 14 صيادا", FEW).counts)
    assert gist_of("قتل أربعة عشر صيادا", FEW).anchors[spelt] == gist_of("قتل 14 صيادا", FEW).anchors[digits]


def test_a_text_of_one_language_and_its_translation_share_their_keys() -> None:
    assert len(set(anchor_keys(FLOOD, FEW)) & set(anchor_keys(ENGLISH, FEW))) >= 6


def test_an_empty_text_tells_nothing() -> None:
    assert between("", FLOOD) == []
    assert retellings_between("a|b", replace(article("؟!", "a")), article(FLOOD, "b"), FEW) == []
