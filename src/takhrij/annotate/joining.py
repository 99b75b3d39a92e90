"""Sets prepositional cues among the other attributions: «…، بحسب الوكالة» names a source, a carrier, or closes what another says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from takhrij.annotate.clauses import ADDRESSEES, COMMAS, RESUMING, is_content_noun
from takhrij.annotate.contents import content_at, mode_of, trimmed
from takhrij.annotate.drafts import VERBAL, Draft
from takhrij.annotate.phrases import is_definite
from takhrij.annotate.prepositional import Prepositional
from takhrij.annotate.sources import head_kind
from takhrij.annotate.wording import Range, Wording

_DATELINE = 12  # tokens
_DASHES = frozenset({"-", "–", "—"})
_SHORT = 4  # tokens of what is said before «على حد قوله» where it goes on behind it


def with_prepositional(wording: Wording, drafts: list[Draft], found: Sequence[Prepositional], breaks: Sequence[int]) -> list[Draft]:
    """The drafts with the prepositional ones among them, or joined to the one whose content they close."""
    out = list(drafts)
    ending: dict[int, list[Draft]] = {}  # by the token that their contents end at
    for draft in out:
        ending.setdefault(draft.content[-1][1], []).append(draft)
    for cue in found:
        if _is_between(out, cue):
            continue
        cue.initial = cue.initial and not _ends_there(wording, cue)
        closed = None if cue.initial or cue.apart else _closed_by(ending, cue)
        if closed is not None and _is_joined(wording, cue):
            closed.cue += cue.cue
            if cue.source is not None and not (cue.via and head_kind(wording, cue.source) in ("unnamed", "title")):
                closed.via = [trimmed(wording, *cue.source), *closed.via]
            closed.via = [*cue.via, *closed.via]
            continue
        if closed is not None and closed.mode != "direct" and cue.source is not None:
            out.append(_nested(wording, closed, cue))
            continue
        if cue.initial and _carries(wording, drafts, cue):
            continue
        content, mode = _after(wording, cue, breaks) if cue.initial else _before(wording, cue)
        if content and not cue.initial and _is_amid(wording, content[0][0], cue):
            content = [*content, *_after(wording, cue, breaks)[0]]
        if content:
            source = None if cue.source is None else _without_addressee(wording, trimmed(wording, *cue.source))
            out.append(Draft(cue.cue, content, source, cue.via, "neutral", mode, sort="preposition"))
            ending.setdefault(content[-1][1], []).append(out[-1])
    return sorted(out, key=lambda draft: draft.first)


def _carries(wording: Wording, drafts: Sequence[Draft], cue: Prepositional) -> bool:
    """«وبحسب قناة التل، قال الوزير إن …»: an outlet right before what somebody says carries it."""
    if cue.source is None or cue.via or head_kind(wording, cue.source) != "outlet":
        return False
    place = bisect_left(drafts, cue.stop, key=lambda draft: draft.first)
    told = drafts[place] if place < len(drafts) else None
    if told is None or told.sort != "verb" or told.first > cue.stop + 1 or told.source is None:
        return False
    told.cue, told.via = [*cue.cue, *told.cue], [*told.via, trimmed(wording, *cue.source)]
    return True


def _nested(wording: Wording, holder: Draft, cue: Prepositional) -> Draft:
    """«أكدت المديرية أن الطفلة بخير حسب تقرير الأطباء»: the report is named in what the office says."""
    content = list(holder.content)
    holder.content = [*content[:-1], (content[-1][0], cue.stop)]
    source = None if cue.source is None else _without_addressee(wording, trimmed(wording, *cue.source))
    return Draft(cue.cue, content, source, cue.via, "neutral", holder.mode, sort="preposition")


def _without_addressee(wording: Wording, source: Range) -> Range:
    """«وفق ما قال المدير سامي للصحفيين» without those whom he told; but «الاتحاد الدولي للصحفيين»."""
    speaks = head_kind(wording, source) in ("unnamed", "title", None) and source[1] - source[0] > 1
    return (source[0], source[1] - 1) if speaks and wording.form(source[1] - 1) in ADDRESSEES else source


def _is_between(drafts: list[Draft], found: Prepositional) -> bool:
    """Whether a cue stands between a verb and its content, and is told with them: «قال المدير وفقا لما نقلته الوكالة إن …»."""
    number = bisect_right(drafts, found.first, key=lambda draft: draft.first) - 1
    holder = drafts[number] if number >= 0 else None
    if holder is None or holder.sort not in VERBAL or not holder.cue[0][1] <= found.first < holder.content[0][0]:
        return False
    holder.cue = sorted([*(piece for piece in holder.cue if piece[0] < found.first or piece[0] >= found.stop), *found.cue])
    if found.source is not None and not any(medium[0] < found.source[1] and found.source[0] < medium[1] for medium in holder.via):
        holder.via = [found.source, *holder.via]
    return True


def _closed_by(ending: dict[int, list[Draft]], cue: Prepositional) -> Draft | None:
    """The draft whose content ends where the cue begins, the outermost if several do."""
    near = [draft for place in range(cue.first - 2, cue.first + 1) for draft in ending.get(place, [])]
    ends = [draft for draft in near if draft.sort in VERBAL or cue.own]
    return min(ends, key=lambda draft: draft.content[0][0]) if ends else None


def _is_joined(wording: Wording, cue: Prepositional) -> bool:
    """«…، وفقا لوكالة الغيم» behind what somebody said adds a carrier, «حسب قوله» adds nothing."""
    return cue.own or bool(cue.via) or (cue.source is not None and head_kind(wording, cue.source) == "outlet")


def _ends_there(wording: Wording, cue: Prepositional) -> bool:
    """Whether nothing follows in the sentence: «… مغلق. وفقا للوكالة.»"""
    _, stop = wording.sentence_of(cue.first)
    return all(not wording.form(place)[0].isalnum() for place in range(cue.stop, min(stop, len(wording.tokens))))


def _after(wording: Wording, cue: Prepositional, breaks: Sequence[int]) -> tuple[list[Range], str]:
    begin = cue.stop
    while wording.form(begin) in COMMAS or (wording.form(begin) in RESUMING and begin < cue.stop + 3):
        begin += 1
    return content_at(wording, begin, breaks)


def _is_amid(wording: Wording, start: int, cue: Prepositional) -> bool:
    """«وتضمنت المذكرة بحسب الوكالة، إنشاء مركز»: no comma before a cue, and one behind it, part what is one clause."""
    if wording.form(cue.first - 1) in _DASHES and wording.form(cue.stop) in _DASHES:
        return True  # «وكان الغيم - بحسب ذويه - محتجزا»
    commas = any(wording.form(place) in COMMAS for place in range(start, cue.first))
    if cue.own and cue.first - start <= _SHORT and wording.form(cue.stop) in ("،", ","):
        return True  # «فالعملية، على حد تعبيره، صعبة»
    return not commas and wording.form(cue.stop) in ("،", ",") and _is_noun(wording, cue.stop + 1)


def _is_noun(wording: Wording, place: int) -> bool:
    """A noun goes on with a clause; و, a verb or a connective begins another."""
    form = wording.form(place)
    return is_content_noun(form) or (is_definite(form) and not form.startswith("و"))


def _before(wording: Wording, cue: Prepositional) -> tuple[list[Range], str]:
    start, _ = wording.sentence_of(cue.first)
    if start >= cue.first - 1 and start > 0:
        start, _ = wording.sentence_of(start - 1)
    start = max(_after_dateline(wording, start), wording.openers[cue.first] + 1)
    while wording.form(start) in ("كما", "فيما", "بينما", "حيث"):
        start += 1
    inner = trimmed(wording, start, cue.first - cue.apart)
    if inner[0] >= inner[1]:
        return [], "indirect"
    return [inner], mode_of(wording, *inner, quoted=wording.opens(start) and inner[0] > start)


def _after_dateline(wording: Wording, start: int) -> int:
    """The token after «المرسى (الغيم) --» at the head of a text, or the start."""
    for place in range(start, min(start + _DATELINE, len(wording.tokens) - 1)):
        if wording.form(place) == "-" and wording.form(place + 1) == "-":
            return place + 2
        if wording.form(place) == ")" and wording.form(place + 1) in ("-", ":"):
            return place + 2
    return start
