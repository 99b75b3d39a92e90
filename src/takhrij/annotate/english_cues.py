"""Cues of English sentences with what belongs to them: «X said that …», «"…," X told TNA», «said X», «…, according to X»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from takhrij.annotate.drafts import Draft
from takhrij.annotate.english_sources import PRONOUNS, is_capital, is_medium, is_phrase, without_determiner, words_of
from takhrij.annotate.wording import QUOTE, Range, Wording
from takhrij.text.lexicons import lexicon

_LONGEST_SOURCE = 18  # tokens
_LONGEST_ADDRESSEE = 9  # tokens: «told the Marsa Herald newspaper»
_LONGEST_ADVERBIAL = 8  # tokens: «at a news conference in Lubdan on Sunday»
_MOST_ADVERBIALS = 4
_MOST_CUES = 40  # of one sentence; more is broken input
_NEAR = 6  # cues or attributions of one sentence that are looked at from one of them
_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being", "not", "n't", "no", "to"})
_CONNECTIVES = frozenset({"and", "but", "while", ";", "as", "because", "although", "though", "that", "who", "which"})
_JOINS = frozenset({"and", "but", "while", ";", "although", "though"})
_ENDS = frozenset({",", ";", ":", "."})
_ADJUNCTS = frozenset({"that", "who", "which", "as", "on", "during", "after", "when", "by", "while"})
_IN_NAMES = frozenset({"the", "a", "an", "of", "state", "local", "-", "'", "s", "news", "agency", "conference", "official"})
_CLITIC_THAT = frozenset({"was", "is", "would", "will", "had", "were", "has", "could"})  # «said that was a matter for …»
ABBREVIATED = frozenset("mr mrs ms dr gen col capt lt sgt maj prof st sen rep gov no".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class _Cue:
    place: int
    sort: str
    stance: str


@cache
def _cues() -> dict[str, dict[str, str]]:
    """Folded word -> sort -> stance; «denying» may only be a participle, «said» only a verb."""
    found: dict[str, dict[str, str]] = {}
    for row in lexicon("annotate", "english_cues"):
        found.setdefault(row["form"], {})[row["sort"]] = row["stance"]
    return found


@dataclass
class Clauses:
    """One sentence and the attributions that are read in it."""

    wording: Wording
    start: int
    stop: int
    cited: Range | None = None  # «citing X» that waits for the verb of the medium before it

    def drafts(self) -> list[Draft]:
        """Those with a content, in order."""
        cues = list(islice(self._cues(), _MOST_CUES))
        found: list[Draft] = []
        for number, cue in enumerate(cues):
            draft = self._read(cue, self._limit(cue, cues[number + 1 : number + _NEAR]), found)
            if draft is not None and draft.content:
                self._cite(draft)
                found.append(draft)
        return found

    def _read(self, cue: _Cue, limit: int, found: list[Draft]) -> Draft | None:
        if cue.sort in ("cite", "according"):
            return self._named_beside(cue, found, max((draft.content[-1][1] for draft in found[-_NEAR:]), default=self.start))
        start = min(max((draft.cue[-1][1] for draft in found[-_NEAR:]), default=self.start), cue.place)
        read = {"say": self._said, "participle": self._goes_on, "quoted": self._quoted}[cue.sort]
        return read(cue, limit, start)

    def _cite(self, draft: Draft) -> None:
        """«Marsa Channel, citing a nurse, said …»: whom a medium cites is the source, and the medium carries it."""
        if self.cited is not None and draft.source is not None and is_medium(self.wording, draft.source):
            place, end = self.cited
            draft.via = [*draft.via, without_determiner(self.wording, draft.source)]
            draft.source = (place + 1, end)
            draft.cue.append((place, place + 1))
            self.cited = None

    def _cues(self) -> Iterator[_Cue]:
        for place in range(self.start, self.stop):
            sorts = _cues().get(self.wording.form(place))
            if sorts and self.wording.openers[place] < 0:
                sort = self._sort_of(place, sorts)
                if sort:
                    yield _Cue(place, sort, sorts[sort])

    def _sort_of(self, place: int, sorts: dict[str, str]) -> str | None:
        """Which of its sorts a word is here; None for «was told», «reported cases», «said to be»."""
        before, after = self.wording.form(place - 1), self.wording.form(place + 1)
        if "quoted" in sorts:
            return "quoted" if any(self.wording.form(at) == "as" for at in range(place + 1, min(place + 14, self.stop - 1))) else None
        if "according" in sorts:
            return "according" if after == "to" else None
        if "participle" in sorts or "cite" in sorts:
            clause = before in (",", "and", QUOTE) or self._parenthesis(place)
            return next(iter(sorts)) if clause and after not in (",", ".", "of") else None
        return None if before in _PASSIVE or after in ("to", "of") or before in ("a", "the", "its", "his", "their") else "say"

    def _parenthesis(self, place: int) -> bool:
        return self.wording.form(place - 1) == "("

    def _limit(self, cue: _Cue, behind: Sequence[_Cue]) -> int:
        """Where a content ends at the latest: before the next attribution that stands beside it and not inside it."""
        for later in behind:
            if later.sort in ("participle", "cite", "according"):
                if later.place <= cue.place + 2:
                    continue  # «the agency reported, citing a nurse, that …»
                return later.place - 1 if self.wording.form(later.place - 1) in (",", "and") else later.place
            source = self._source_before(later.place, self.start)
            begin = later.place if source is None else source[0]
            if self.wording.form(begin - 1) in _JOINS:
                return begin - 1
        return self.stop

    def _source_before(self, place: int, start: int) -> Range | None:
        """The phrase before a verb: «…, Health Minister Layla Naddaf said», «Layla Naddaf, the minister, said»."""
        stop = place
        while stop > start and (self.wording.form(stop - 1) in words_of("auxiliary") or self.wording.form(stop - 1) == "who"):
            stop -= 1
        if stop > start and self.wording.form(stop - 1) == ",":
            return self._before_parenthesis(start, stop - 1)
        begin = stop
        while begin > start and stop - begin < _LONGEST_SOURCE and not self._bounds(begin - 1, start):
            begin -= 1
        if self.wording.form(begin) in PRONOUNS and stop - begin == 1:
            return begin, stop
        return (begin, stop) if stop > begin and is_phrase(self.wording, (begin, stop)) else None

    def _bounds(self, place: int, start: int) -> bool:
        form = self.wording.form(place)
        if form == "and":
            return not is_phrase(self.wording, (max(start, place - _LONGEST_SOURCE), place)) or is_capital(self.wording, place + 1) is False
        if form == "." and self._abbreviates(place):
            return False
        return form in _CONNECTIVES or form in _ENDS or form in (QUOTE, ")", "(")

    def _abbreviates(self, place: int) -> bool:
        before = self.wording.form(place - 1)
        return before in ABBREVIATED or len(before) == 1

    def _before_parenthesis(self, start: int, stop: int) -> Range | None:
        """«Hospital director Nabil Naddaf, seated beside her, said …»: what stands before the first of the two commas."""
        first = next((place for place in range(stop - 1, start, -1) if self.wording.form(place) in (",", QUOTE)), None)
        if first is None or self.wording.form(first) == QUOTE:
            return None
        begin = first
        while begin > start and first - begin < _LONGEST_SOURCE and not self._bounds(begin - 1, start):
            begin -= 1
        if begin == first or not is_phrase(self.wording, (begin, first)):
            return None
        described = self.wording.form(first + 1) in ("the", "a", "an") and is_phrase(self.wording, (first + 1, stop))
        return (begin, stop) if described else (begin, first)

    def _said(self, cue: _Cue, limit: int, start: int) -> Draft | None:
        source = self._source_before(cue.place, start)
        if source is None and self.wording.form(cue.place - 1) in (",", QUOTE):
            return self._inverted(cue, start)
        if source is None and self.wording.form(cue.place - 1) not in ("and", "but"):
            return None
        begin, via = self._after_cue(cue.place + 1, limit, told=self.wording.form(cue.place) in ("told", "tells"))
        begin = self._past_cited(begin)
        if source is not None and begin is not None and self._closes_content(source, start, begin, limit):
            content = [trimmed(self.wording, start, source[0])]
            if self.wording.form(begin) == "," and limit - begin > 3:
                content.append(trimmed(self.wording, begin + 1, limit))
        else:
            content = [] if begin is None else [trimmed(self.wording, begin, limit)]
        return self._draft(cue, source, via, content)

    def _past_cited(self, begin: int | None) -> int | None:
        """Past «, citing a nurse, that»."""
        if begin is None or self.wording.form(begin) != "," or "cite" not in _cues().get(self.wording.form(begin + 1), {}):
            return begin
        end = self._phrase_end(begin + 2, self.stop)
        end += self.wording.form(end) == ","
        return end + (self.wording.form(end) == "that")

    def _closes_content(self, source: Range, start: int, begin: int, limit: int) -> bool:
        """Whether what was said stands before its source: «The bridge was closed, the mayor said on Monday.»"""
        before = self.wording.form(source[0] - 1)
        if source[0] - start < 3 or before not in (",", QUOTE) or self.wording.form(begin - 1) == "that":
            return False
        if self.wording.form(begin) == "," or before == QUOTE or self.wording.form(source[0] - 2) == QUOTE:
            return True
        fronted = self.wording.form(start) in words_of("adverbial") and (begin < limit and self.wording.form(begin) not in _ENDS)
        rest_is_short = begin >= limit or self.wording.form(begin) in _ENDS or self.wording.form(begin) in words_of("adverbial")
        return rest_is_short and not fronted and not is_phrase(self.wording, (start, source[0] - 1))

    def _inverted(self, cue: _Cue, start: int) -> Draft | None:
        """«"The road is open," said Layla Naddaf, the mayor.»"""
        end = self._phrase_end(cue.place + 1, self.stop)
        if end == cue.place + 1 or cue.place - start < 3:
            return None
        content = [trimmed(self.wording, start, cue.place)]
        return self._draft(cue, (cue.place + 1, end), [], content)

    def _phrase_end(self, begin: int, stop: int) -> int:
        """Where a name or description that begins at a token ends, an apposition included."""
        end = self._piece_end(begin, stop)
        following = self._piece_end(end + 1, stop) if self.wording.form(end) == "," else end
        named = is_capital(self.wording, end + 1) or self.wording.form(end + 1) in ("the", "a", "an")
        closed = self.wording.form(following) in (",", ".", "") or following >= stop
        if named and closed and following > end + 1 and is_phrase(self.wording, (end + 1, following)):
            return following
        return end

    def _piece_end(self, begin: int, stop: int) -> int:
        end = begin
        while end < stop and end - begin < _LONGEST_SOURCE and not self._ends_piece(end):
            end += 1
        return end

    def _ends_piece(self, place: int) -> bool:
        form = self.wording.form(place)
        if form in _ENDS or form in (QUOTE, "(", ")") or form in _ADJUNCTS:
            return form != "." or not self._abbreviates(place)
        return form in _cues() or (form == "in" and self.wording.form(place + 1) in ("a", "an", "his", "her"))

    def _after_cue(self, place: int, limit: int, *, told: bool) -> tuple[int | None, list[Range]]:
        """Where the content begins behind a verb and whom it was told: «told TNA on Sunday that …»."""
        via: list[Range] = []
        if told:
            end = self._addressee_end(place, limit)
            if end == place:
                return None, []
            if self.wording.form(place) not in words_of("press") and is_medium(self.wording, (place, end)):
                via = [without_determiner(self.wording, (place, end))]
            place = end
        place = self._after_adverbials(place, limit)
        if self.wording.form(place) in (",", ":") and self.wording.form(place + 1) in (QUOTE, "that"):
            place += 1
        joins = self.wording.form(place) == "that" and self.wording.form(place + 1) not in _CLITIC_THAT
        return (place + 1 if joins else place), via

    def _addressee_end(self, place: int, limit: int) -> int:
        if self.wording.form(place) in words_of("press"):
            return place + 1
        end = place
        while end < min(limit, place + _LONGEST_ADDRESSEE) and not self._ends_piece(end) and self.wording.form(end) not in words_of("verb"):
            form = self.wording.form(end)
            if not (is_capital(self.wording, end) or form in _IN_NAMES or form in words_of("outlet") or form in words_of("press")):
                break
            end += 1
            if self.wording.form(end - 1) in words_of("press") and not is_capital(self.wording, end):
                break
        return end

    def _after_adverbials(self, place: int, limit: int) -> int:
        """Past «on Tuesday», «in a statement», «outside the port gate that»; place itself where nothing of the kind stands there."""
        near = range(place, min(limit, place + 2 * _LONGEST_ADVERBIAL))
        that = next((at for at in near if self.wording.form(at) in ("that", ",", QUOTE)), place)
        if self.wording.form(that) == "that" and is_phrase(self.wording, (place, that)):
            return that
        for _ in range(_MOST_ADVERBIALS):
            if self.wording.form(place) in words_of("named_time"):
                place += 1
            elif self.wording.form(place) in ("on", "in", "at", "during", "to", "late", "early", "via"):
                near = range(place + 1, min(limit, place + _LONGEST_ADVERBIAL))
                ends = [at for at in near if self.wording.form(at) in words_of("named_time")]
                if not ends or not is_phrase(self.wording, (place, ends[0] + 1)):
                    return place
                place = ends[0] + 1
        return place

    def _goes_on(self, cue: _Cue, limit: int, start: int) -> Draft:
        """«…, stressing that the inquiry was not over»: the speaker is the one before."""
        begin, _ = self._after_cue(cue.place + 1, limit, told=False)
        content = [] if begin is None else [trimmed(self.wording, begin, limit)]
        return self._draft(cue, None, [], content)

    def _quoted(self, cue: _Cue, limit: int, start: int) -> Draft | None:
        """«TNA quoted Layla Naddaf as saying …», «Layla Naddaf was quoted as saying by TNA that …»."""
        as_ = next(place for place in range(cue.place + 1, self.stop) if self.wording.form(place) == "as")
        by_inside = self.wording.form(cue.place + 1) == "by"  # «was quoted by TNA as saying»
        passive = as_ == cue.place + 1 or by_inside or self.wording.form(cue.place - 1) in _PASSIVE
        place = cue.place - 1 if self.wording.form(cue.place - 1) in ("was", "were", "is") else cue.place
        subject = self._source_before(place, start)
        begin = as_ + 2
        via: list[Range] = []
        if by_inside:
            via = [without_determiner(self.wording, (cue.place + 2, as_))]
        elif self.wording.form(begin) == "by":
            end = self._phrase_end(begin + 1, limit)
            via, begin = [without_determiner(self.wording, (begin + 1, end))], end
        begin = self._after_adverbials(begin, limit)
        begin += self.wording.form(begin) == "that"
        if not passive and subject is not None:
            via = [without_determiner(self.wording, subject)]
        source = subject if passive else (cue.place + 1, as_)
        draft = self._draft(cue, source, via, [trimmed(self.wording, begin, limit)])
        draft.cue.append((as_, as_ + 2))
        return draft

    def _named_beside(self, cue: _Cue, found: list[Draft], start: int) -> Draft | None:
        """«according to X», which makes an attribution of its own or adds a carrier, and «citing X», which names a source behind one."""
        first = cue.place + (2 if cue.sort == "according" else 1)
        end = self._phrase_end(first, self.stop)
        if end == first:
            return None
        last = found[-1] if found else None
        if cue.sort == "cite":
            self.cited = (cue.place, end)
            if last is not None:
                self._cite(last)
            return None
        if last is not None and 0 <= cue.place - last.content[-1][1] <= 2 and is_medium(self.wording, (first, end)):
            last.via.append(without_determiner(self.wording, (first, end)))
            last.cue.append((cue.place, cue.place + 2))
            return None
        initial = cue.place - start < 2
        content = trimmed(self.wording, end, self.stop) if initial else trimmed(self.wording, start, cue.place)
        kept = [content] if content[0] < content[1] else []
        return Draft([(cue.place, cue.place + 2)], kept, (first, end), [], "neutral", self._mode(kept))

    def _draft(self, cue: _Cue, source: Range | None, via: list[Range], content: list[Range]) -> Draft:
        kept = [piece for piece in content if piece[0] < piece[1]]
        return Draft([(cue.place, cue.place + 1)], kept, source, via, cue.stance, self._mode(kept), sort=cue.sort)

    def _mode(self, content: Sequence[Range]) -> str:
        """direct where all of it is quoted, mixed where a part is."""
        words = [place for piece in content for place in range(*piece) if self.wording.form(place)[0].isalnum()]
        quoted = [self.wording.openers[place] >= 0 for place in words]
        return "direct" if quoted and all(quoted) else ("mixed" if any(quoted) else "indirect")


def trimmed(wording: Wording, start: int, stop: int) -> Range:
    """Without marks and connectives at both ends; a quotation mark stays where its partner does."""
    while start < stop and _is_edge(wording, start, (start, stop), ("and", "but"), "$"):
        start += 1
    if start < stop and wording.form(start) == "that" and wording.form(start + 1) not in _CLITIC_THAT:
        start += 1
    while start < stop and _is_edge(wording, stop - 1, (start, stop), ("and", "but", "while"), "%"):
        stop -= 1
    return start, stop


def _is_edge(wording: Wording, place: int, span: Range, connectives: tuple[str, ...], kept: str) -> bool:
    form, partner = wording.form(place), wording.partners.get(place)
    if form == QUOTE and partner is not None and span[0] < max(place, partner) < span[1] and min(place, partner) >= span[0]:
        return min(place, partner) == span[0] and not any(wording.form(at)[0].isalnum() for at in range(max(place, partner), span[1]))
    return form in connectives or (not form[0].isalnum() and form != kept)
