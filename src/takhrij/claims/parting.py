"""Parts a sentence where a new proposition begins: another source speaks, or a word that opens a further statement follows a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from takhrij.claims.units import meanings_of
from takhrij.model.span import Span
from takhrij.text.folding import folded
from takhrij.text.lemmas import is_listed, is_verb, lemma
from takhrij.text.lexicons import lexicon
from takhrij.text.numerals import numerals_of
from takhrij.text.tokens import Token, tokens_of

LEAST_TOKENS = 5  # words on either side of a cut: a shorter piece is no statement of its own
COMMAS = frozenset("،,؛;")
# After a comma these open a statement that can be told without what stands before: «…، كما أغلقت الشرطة الطريق».
OPENERS = frozenset(map(folded, ("كما", "وكما", "وفيما", "وبينما", "لكن", "ولكن", "مشيرا", "مشيرة", "مضيفا", "مضيفة", "موضحا", "موضحة")))
TWO_WORD_OPENERS = (
    ("في", "الوقت"), ("الي", "ذلك"), ("من", "جهته"), ("من", "جهتها"), ("من", "جانبه"), ("من", "جانبها"),
    ("من", "دون"), ("دون", "ان"), ("من", "غير"),
    *(("من", folded(word)) for word in ("المتوقع", "المقرر", "المنتظر", "المرجح", "المحتمل", "المرتقب", "المفترض", "المؤمل")),
)  # fmt: skip
# These open one without a comma too: «انهار الجسر بعد أن صدمته سفينة محملة بالحديد», «… مما أدى إلى …»; «من حيث» and «فيما لو» do not.
LINKS = frozenset(map(folded, ("فيما", "بينما", "حيث")))
TWO_WORD_LINKS = frozenset(
    (folded(one), folded(other))
    for one, others in (
        ("بعد", ("أن", "ساعات")), ("قبل", ("أن",)), ("ردا", ("على",)), ("في", ("حين",)), ("إضافة", ("إلى",)), ("بالإضافة", ("إلى",)),

    )
    for other in others
)  # fmt: skip
# «توفي اثنان من الجرحى ليرتفع عدد القتلى إلى 15» tells what happened, and the toll that it made.
RISEN = frozenset(map(folded, ("ليرتفع", "لترتفع", "ليصل", "لتصل", "ليبلغ", "لتبلغ", "ليصبح", "لتصبح", "ليزداد", "ليزيد")))
TOTALS = frozenset(map(folded, ("عدد", "حصيلة", "إجمالي", "مجموع", "العدد", "الحصيلة", "بذلك")))
ADDED = frozenset(map(folded, ("إضافة", "بالإضافة")))  # of these, and of what follows «إلى», the number of those counted before goes on
AND_WHO = frozenset(map(folded, ("والذي", "والتي")))  # «سيباع السد لسداد الدين والذي يقدره المصرف بمليار»
NEGATED = frozenset(("ولا", "ولم", "ولن"))  # «سقطت طائرة على السوق ولا يزال مصير قائدها مجهولا»; «ولا جديد» goes on
GOING_ON = AND_WHO | NEGATED
NEGATING = frozenset(("لا", "لم", "لن", "ما", "ليس", "ليست", "كان", "كانت", "كانوا"))  # «كان ولا يزال»
WHO = frozenset(map(folded, ("الذي", "التي", "الذين", "حين", "وحين", "عندما", "وعندما")))
# Behind «و» these set the place or the time of what follows.
SETTING = frozenset(map(folded, ("في", "خلال", "بعد", "قبل", "منذ", "على", "من", "قرب", "شمال", "جنوب", "شرق", "غرب")))
SET_BEFORE = 4  # words behind such a word in which the verb stands
OPENING_MARKS = frozenset('([{«“"﴿:')
# «وافق الوزير على فتح المطارين بعد استجابة السلطات لشروطه», where both sides have words enough.
AFTER, LONG = frozenset(("بعد", "وبعد")), 7
NOT_AFTER = frozenset(map(folded, ("حتى", "ما", "لما", "وذلك", "ذلك", "خصوصا", "خاصة", "سيما", "إلا", "مباشرة", "عن", "يوما", "عاما")))
NO_DEEDS = frozenset(("day", "week", "month", "year", "hour", "minute", "end", "begin", "low", "less"))  # «بعد يومين», «بعد نهاية الموسم»
COUNTED_WITHIN = 2  # words behind «إضافة إلى» among which a number begins: «إلى نحو ثلاثة»
REACH = 12  # words before such a word in which the first of two stands
NO_LINK_AFTER, NO_LINK_BEFORE = frozenset(("من", "ومن")), frozenset(("لو",))
AND, SO = "و", "ف"
THEN = frozenset(map(folded, ("ثم", "وثم")))  # «أطلق النار على المارة ثم انتحر»
# Perfects too short to be told from nouns, or that look like forms of other words, and yet begin a clause behind «و» or «ف»
# and a comma: «…، وأسفر عن 17 قتيلا».
SHORT_PERFECTS = frozenset(
    map(folded, ("قتل", "قتلت", "جرح", "جرحت", "غرق", "لقي", "قضى", "أسفر", "أسفرت", "أدى", "أدت", "بلغ", "بلغت", "وقع", "وقعت"))
)
# What «أما …» and «بحسب …» bring up is told behind «ف» alone, and belongs to it.
TOPICS = frozenset(
    map(folded, ("أما", "بحسب", "وفقا", "حسب", "رغم", "على", "إذا", "إن", "لو", "لما", "من", "بالنسبة", "في", "مهما", "كلما"))
)
# Behind «و» these begin a clause although they are no inflected verbs, or verbs too short to be told from nouns.
CLAUSE_BEGINNERS = frozenset(
    map(folded, ("لم", "لن", "لا", "قد", "سوف", "ليس", "ليست", "كان", "كانت", "تم", "هو", "هي", "هم", "أنه", "أنها"))
)
# Where a text begins with place, day and agency, which tell nothing: «نهروان 3 مايو (سدر) - …», «نهروان - وكالات: …».
DATELINE = re.compile(r"[^.!?؟\n«\"()]{0,60}\([^()\n]{2,40}\)\s?[-–—:]+|[^.،!?؟\n«\"():]{2,40}\s?[-–—]\s?[^.،!?؟\n«\"():–—]{2,30}:")
LONGEST_HEAD = 200  # characters at the beginning of a text that are searched for it
SHORTEST_PERFECT = 4  # letters from which a perfect is told from a noun: وأصيب, وشارك; not وعلم, ودعم


def clauses_of(text: str, sentence: Span, frames: Sequence[Span]) -> list[Span]:
    """The clauses of a sentence, in order and without gaps but white space; `frames` are whole attributions (source to content).

    «قتل خمسة في الانهيار صباح الأحد، وأصيب عشرون من العمال بجروح» is two; «قتل خمسة وأصيب عشرون» is one.
    """
    sentence = _without_dateline(text, sentence)
    tokens = tokens_of(text, *sentence)
    cuts = [position for position in _cuts(tokens, frames) if _words(tokens[:position]) >= LEAST_TOKENS]
    kept: list[int] = []
    for position in cuts:
        begin = kept[-1] if kept else 0
        if _words(tokens[begin:position]) >= LEAST_TOKENS and _words(tokens[position:]) >= LEAST_TOKENS:
            kept.append(position)
    bounds = [sentence.start, *(tokens[position].start for position in kept), sentence.end]
    return [_trimmed(text, Span(start, end)) for start, end in pairwise(bounds)]


def _without_dateline(text: str, sentence: Span) -> Span:
    """The first sentence of a text from where the telling begins; any other as it is."""
    head = text[: sentence.start + LONGEST_HEAD] if sentence.start < LONGEST_HEAD else ""
    dateline = DATELINE.match(head, sentence.start) if head and not head[: sentence.start].strip() else None
    return Span(dateline.end(), sentence.end) if dateline and dateline.end() < sentence.end else sentence


def _words(tokens: Sequence[Token]) -> int:
    return sum(token.is_word for token in tokens)


def _cuts(tokens: Sequence[Token], frames: Sequence[Span]) -> Iterator[int]:
    """The positions of tokens that begin a new statement."""
    starts = {frame.start for frame in frames}
    for position, token in enumerate(tokens):
        speaks = token.start in starts and not any(frame.start < token.start < frame.end for frame in frames)
        if position and (speaks or _opens(tokens, position)):
            yield position


def _opens(tokens: Sequence[Token], position: int) -> bool:
    """Whether the word at a position begins a statement, by itself or after a comma."""
    form, before = tokens[position].form, tokens[position - 1].form
    following = tokens[position + 1].form if position + 1 < len(tokens) else ""
    if form in LINKS and before not in NO_LINK_AFTER and following not in NO_LINK_BEFORE:
        return True
    if form in RISEN and following in TOTALS:
        return True
    if form in ADDED and _goes_on_counting(tokens, position):
        return False
    if (form, following) in TWO_WORD_LINKS or (form in GOING_ON and is_verb(following) and _goes_on(tokens, position)):
        return True
    if form in AFTER and before not in NOT_AFTER and _is_deed(following) and _stands_between(tokens, position):
        return True
    if form in THEN and before not in NO_LINK_AFTER and begins_clause(following):
        return True
    if before not in COMMAS:
        return False
    if form[0] == AND and _is_set_before_a_verb(tokens, position):
        return True
    if form in OPENERS or (form.removeprefix(AND), following) in TWO_WORD_OPENERS or (form[0] == AND and begins_clause(form[1:])):
        return True
    return form[0] == SO and _acts(form[1:]) and tokens[0].form.removeprefix(AND) not in TOPICS


def _is_set_before_a_verb(tokens: Sequence[Token], position: int) -> bool:
    """Whether «و» leads to a place or time and a verb behind it: «…، وفي نهروان أنقذ الإسعاف ثلاثة»."""
    form = tokens[position].form[1:]
    if form not in SETTING and not form.startswith(("بال", "لل")) and not (form[:1] == "ب" and is_listed(form[1:]) and not is_verb(form)):
        return False
    after = [token.form for token in tokens[position + 1 : position + 1 + SET_BEFORE]]
    if after[:1] in (["دون"], ["غير"], ["ثم"]):
        return False
    return any(not form.startswith("ال") and begins_clause(form) and form not in CLAUSE_BEGINNERS for form in after[1:])


def _stands_between(tokens: Sequence[Token], position: int) -> bool:
    """Whether there is enough on either side for two statements, and the first ends in no relative clause."""
    told = {token.form for token in tokens[max(0, position - REACH) : position]}
    return told.isdisjoint(WHO) and _words(tokens[:position]) >= LONG and _words(tokens[position:]) >= LONG


def _is_deed(form: str) -> bool:
    """Whether a noun tells what somebody did or what happened: «استجابة», «انهيار»."""
    meanings = frozenset(meanings_of(form))
    return not form.startswith("ال") and not is_verb(form) and meanings.isdisjoint(NO_DEEDS) and not meanings.isdisjoint(_deeds())


@cache
def _deeds() -> frozenset[str]:
    """The concepts that a verb has too: «استجاب», «استجابة»."""
    return frozenset(row["concept"] for row in lexicon("claims", "concepts") if any(map(is_verb, folded(row["forms"]).split())))


def _goes_on(tokens: Sequence[Token], position: int) -> bool:
    """Whether «ولم …» or «والذي …» tells something further; not the second of two: «لا يلين ولا يستكين», «التي أسست والتي توسعت»."""
    pairs = ((NEGATED, NEGATING), (AND_WHO, WHO))
    told = {token.form for token in tokens[max(0, position - REACH) : position]}
    if tokens[position - 1].form in OPENING_MARKS:
        return False  # a verse or a quotation begins so
    return any(tokens[position].form in links and told.isdisjoint(first) for links, first in pairs)


def _goes_on_counting(tokens: Sequence[Token], position: int) -> bool:
    """Whether one count is told in two parts: «استشهاد عشرة من الحراس إضافة إلى ثلاثة من العاملين»."""
    before, behind = tokens[max(0, position - REACH) : position], tokens[position + 2 : position + 2 + COUNTED_WITHIN]
    counted = any(not before[numeral.first].form.startswith("ال") for numeral in numerals_of(before))  # «الاثنين» is a day
    return counted and bool(numerals_of(behind))


def _acts(form: str) -> bool:
    """Whether a word that «ف» was taken off goes on with what happened: «فأصاب», «فقتل»; «فهو» and «فقد» comment on it."""
    return form not in CLAUSE_BEGINNERS and begins_clause(form)


@lru_cache(maxsize=50_000)
def begins_clause(form: str) -> bool:
    """Whether a word that «و» was taken off is a verb or begins a clause: «وأصيب», «ولم»; not «وسيارات»."""
    if form in CLAUSE_BEGINNERS or form in SHORT_PERFECTS:
        return True
    if len(form) < SHORTEST_PERFECT or form.endswith(("ه", "ات")) or not is_verb(form):
        return False
    return lemma(form) == form or form[0] in "يت" or form[-1] in "تا"


def _trimmed(text: str, span: Span) -> Span:
    """Without white space at either end, and without the comma that led to the next clause."""
    start, end = span
    while end > start and (text[end - 1].isspace() or text[end - 1] in "،,؛;"):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
