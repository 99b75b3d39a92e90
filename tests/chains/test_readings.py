"""Collating two witnesses: what differs, who else reads so, and what no copyist puts back."""

from __future__ import annotations

from takhrij.chains.readings import blocks_of, collation, shared_by, witness_of

# "Three workers were injured in a fire in the port, which was put out before dawn after long work."
TEXT = "أصيب ثلاثة عمال في حريق شب في المرفأ وأخمد قبل الفجر بعد عمل طويل في مستودع قديم للأخشاب"
# "The guard saw two boats leave the northern quay before midnight with their lamps put out."
MORE = "وشاهد الحارس زورقين يغادران الرصيف الشمالي قبل منتصف الليل وقد أطفئت مصابيحهما كلها"


def test_one_changed_word_is_one_difference() -> None:
    later, earlier = witness_of(TEXT.replace("ثلاثة", "أربعة")), witness_of(TEXT)
    found = collation(later, earlier, shared_by([later, earlier]))
    assert (sum(found.changes.values()), found.added_shared, found.dropped_passages) == (1, 0, 0)


def test_a_reading_that_a_third_has_is_told_from_one_of_its_own() -> None:
    source, copy = witness_of(TEXT), witness_of(TEXT.replace("ثلاثة", "أربعة"))
    copied_again = witness_of(TEXT.replace("ثلاثة", "أربعة").replace("طويل", "شاق"))
    found = collation(copied_again, source, shared_by([source, copy, copied_again]))
    assert dict(found.changes) == {"so": 1, "os": 1}


def test_a_passage_cut_from_the_end_is_dropped_not_added() -> None:
    whole, cut = witness_of(f"{TEXT}. {MORE}."), witness_of(f"{TEXT}.")
    third = witness_of(f"{TEXT}. {MORE}. ")
    alike = shared_by([whole, cut, third])
    assert collation(cut, whole, alike).dropped_end == len(MORE.split())
    assert collation(whole, cut, alike).added_shared == len(MORE.split())
    assert collation(cut, whole, alike).added_shared == 0


def test_a_hamza_is_lost_one_way_and_put_back_the_other() -> None:
    careful, careless = witness_of(TEXT), witness_of(TEXT.replace("أ", "ا"))
    alike = shared_by([careful, careless])
    assert set(collation(careless, careful, alike).spelling) == {"hamza lost", "own"}
    assert set(collation(careful, careless, alike).spelling) == {"hamza back", "own"}


def test_the_name_of_the_credited_is_no_difference() -> None:
    credited = f"{TEXT}، نقلا عن صحيفة المدار."
    start = credited.index("صحيفة")
    later, earlier = witness_of(credited, ((start, start + len("صحيفة المدار")),)), witness_of(f"{TEXT}.")
    found = collation(later, earlier, shared_by([later, earlier]))
    assert (found.changes, found.added_own) == ({}, 0)


def test_two_texts_without_a_common_word_have_no_block() -> None:
    assert blocks_of(witness_of(TEXT), witness_of("لا شيء هنا يشبه ذلك النص أبدا")) == ()
    assert witness_of("").forms == ()
