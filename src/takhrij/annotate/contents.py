"""How far what is said goes: quotations, clauses up to the next cue, and which of it stands in quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from takhrij.annotate.clauses import OCCASIONS, kind_of_noun
from takhrij.annotate.phrases import is_accusative, is_definite
from takhrij.annotate.wording import QUOTE, Wording

Span = tuple[int, int]
DIRECT, INDIRECT, MIXED = "direct", "indirect", "mixed"
_TRAILING = frozenset({".", "،", ",", "؛", ";", "!", "؟", "?", "…", ":", "-", "–", "—", "/"})
_COMMENTS = frozenset(
    {("الامر", "الذي"), ("علما", "ان"), ("علما", "بان"), ("وهو", "ما"), ("وهو", "الامر"), ("جاء", "ذلك"), ("وجاء", "ذلك")}
)
_COMMENT_VERBS = frozenset({"يدل", "يعني", "يوكد", "يشير", "يدلل"})
# «…، وسط توقعات بأن»: what others say meanwhile.
_TALK = frozenset("توقعات مخاوف تقارير انباء تكهنات تحذيرات شكوك اتهامات دعوات مطالبات انتقادات تاكيدات معلومات تساولات".split())  # noqa: SIM905
_TURNS = frozenset(
    "تطرق تطرقت استعرض استعرضت اشاد اشادت ثمن ثمنت اثني اثنت تحدث تحدثت هنا هنات تمني تمنت شكر شكرت رحب رحبت".split()  # noqa: SIM905
)
_PARTICIPLE_LETTERS = range(6, 9)
_PLAIN_PARTICIPLE = 5  # letters of «رافضا»
_ADVERBS = frozenset("لاحقا سابقا حاليا دايما غالبا تاليا ثانيا ثالثا رابعا خامسا سادسا سابعا عاشرا عادة كاملا واحدا قادما جانبا".split())  # noqa: SIM905
_NO_PARTICIPLES = frozenset({"مليونا", "مليارا", "موخرا", "مجددا", "مطلقا", "مباشرا"})
_MOST_BREAKS = 1000  # breaks that a content can run past inside its quotations
_NAME_WORDS = 2  # quoted words that may be a mere name


def content_of(wording: Wording, start: int, stop: int, breaks: Sequence[int]) -> tuple[int, int]:
    """The tokens of the content that begins at `start`: to the next break outside quotations, at most to the sentence's end.

    «أن الجسر آمن، مضيفا …» with a break at مضيفا: الجسر آمن.
    """
    if wording.opens(start) and wording.partners[start] is not None:
        closing = wording.partners[start] or start
        if _ends_clause(wording, closing + 1, stop, breaks):
            return start, closing + 1
    stop = _beyond_quotations(wording, start, stop)
    for place in breaks:
        if start < place < stop and not _inside_quotation(wording, start, place):
            stop = place
            break
    return start, _before_comment(wording, start, stop)


def content_at(wording: Wording, begin: int, breaks: Sequence[int]) -> tuple[list[Span], str]:
    """The content's tokens and its mode, for a content that begins at a token."""
    if begin >= len(wording.tokens):
        return [], "indirect"
    _, stop = wording.sentence_of(begin)
    after = bisect_right(breaks, begin)
    start, end = content_of(wording, begin, stop, breaks[after : after + _MOST_BREAKS])
    inner = trimmed(wording, start, end)
    quoted = wording.opens(start) and inner[0] > start
    while inner[0] < inner[1] and quoted and wording.form(inner[0]) == "ان":
        inner = (inner[0] + 1, inner[1])
    if inner[0] >= inner[1]:
        return [], "indirect"
    quoted = quoted or (end < len(wording.tokens) and inner[1] < end and wording.form(inner[1]) == '"' and not wording.closes(inner[1]))
    return [inner], mode_of(wording, *inner, quoted=quoted)


def _ends_clause(wording: Wording, place: int, stop: int, breaks: Sequence[int]) -> bool:
    """Whether nothing that belongs to the content follows a closing mark."""
    if place >= stop:
        return True
    return wording.form(place) in _TRAILING or place in breaks


def _beyond_quotations(wording: Wording, start: int, stop: int) -> int:
    """The sentence's end moved to the end of a quotation that it cuts."""
    if stop >= len(wording.tokens):
        return stop
    places = (wording.openers[stop], wording.partners.get(stop))
    opener = places[0] if places[1] is None or places[1] > stop else places[1]
    return (wording.partners[opener] or stop) + 1 if opener >= start else stop


def _inside_quotation(wording: Wording, start: int, place: int) -> bool:
    return wording.openers[place] >= start


def is_comment(wording: Wording, place: int) -> bool:
    """Whether a participle that is no cue begins the writer's own comment: «…، مستكملا بذلك حملته»."""
    form = wording.form(place)
    if not form.endswith("ا") or wording.form(place - 1) not in ("،", ",") or form in _NO_PARTICIPLES:
        return False
    derived = form[0] == "م" and len(form) in _PARTICIPLE_LETTERS and form[-3] != "و"  # «مرسوما» is a thing
    return derived or (form[1:2] == "ا" and len(form) == _PLAIN_PARTICIPLE and form not in _ADVERBS and is_accusative(wording, place))


def turns_to(wording: Wording, place: int) -> bool:
    """Whether the one who speaks turns to something else: «…، وتطرق إلى السد»."""
    form = wording.form(place)
    return form[:1] == "و" and form[1:] in _TURNS and wording.form(place - 1) in ("،", ",", "؛")


def _before_comment(wording: Wording, start: int, stop: int) -> int:
    for place in range(start + 2, stop - 1):
        pair = (wording.form(place), wording.form(place + 1))
        amid = pair[0] == "وسط" and (kind_of_noun(pair[1]) == "document" or pair[1] in _TALK) and not is_definite(pair[1])
        where = pair[0] == "وذلك" and (pair[1] in ("خلال", "عبر") or (pair[1] == "في" and wording.form(place + 2) in OCCASIONS))
        if pair in _COMMENTS or amid or where or (pair[0] == "مما" and pair[1] in _COMMENT_VERBS):
            return stop if _inside_quotation(wording, start, place) else place
    return stop


def trimmed(wording: Wording, start: int, stop: int) -> tuple[int, int]:
    """The tokens without punctuation at the end, and without marks that hold the whole or lost their partner."""
    while start < stop:
        last = wording.form(stop - 1)
        partner = wording.partners.get(stop - 1)
        if last in _TRAILING or (last == QUOTE and (partner is None or partner < start or partner == start)):
            stop -= 1
            start += partner == start and last == QUOTE
        elif wording.form(start) in _TRAILING or (wording.form(start) == QUOTE and (wording.partners.get(start) or stop) >= stop):
            start += 1
        else:
            break
    return start, stop


def mode_of(wording: Wording, start: int, stop: int, *, quoted: bool) -> str:
    """Whether a content (marks already left out) is a quotation, holds some, or is told in the writer's words."""
    if quoted:
        return DIRECT
    place = start
    while place < stop:
        partner = wording.partners.get(place)
        if partner is not None and place < partner < stop:
            if not _is_name(wording, place, partner):
                return MIXED
            place = partner
        place += 1
    return INDIRECT


def _is_name(wording: Wording, opener: int, closer: int) -> bool:
    if closer - opener - 1 > _NAME_WORDS:
        return False
    before = wording.form(opener - 1)
    if any(kind_of_noun(wording.form(place)) not in (None, "place") for place in (opener - 1, opener - 2)) or before in "لوك":
        return True
    words = wording.words(opener + 1, closer) if closer > opener + 1 else ""
    return not words or wording.text.count(words) > 1
