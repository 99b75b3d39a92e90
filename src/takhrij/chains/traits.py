"""What can be said of «this text was taken from that one»: every trait a number, to be weighed by weights.tsv."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from takhrij.annotate.credits import AUTHOR
from takhrij.annotate.outlets import AGENCY, GENERAL, outlet_key
from takhrij.chains.evidence import Scene
from takhrij.chains.gathered import Gathered, gathered
from takhrij.chains.readings import Collation, Run, Witness, logged, runs_of, witness_of
from takhrij.chains.trees import FIRST, Shares
from takhrij.claims.order import BELIEVED, PROVEN_BEFORE, UNTRUSTED, order_of, stretch_of
from takhrij.model.chain import NAMELESS, UNSEEN, Credit
from takhrij.model.document import TEXT, Document
from takhrij.text.folding import folded

Traits = dict[str, float]
LEAST_SHARE = 0.02  # whose logarithm is taken
LEAST_HALF = 10  # words that one text lacks for it to be thought half of the source
LEFT_OVER, LEFT_SHARE = 12, 5  # words (or a fifth of them) that may be left when the other half is there
DAY_LENGTH = 10  # characters of 2015-08-03
FAR = 200.0  # hours between copy and source beyond which the date is likelier wrong
# Hours from source to copy below which a name holds.
_HOURS = (
    (-FAR, "far"), (-24.0, "long before"), (0.0, "before"), (0.01, "same moment"), (6.0, "hours"), (14.0, "half day"), (40.0, "day"),
    (80.0, "days"), (FAR, "later"),
)  # fmt: skip
_KINDS = ("oo", "os", "so", "ss")
_PUT_BACK = ("hamza back", "ta back", "stretch undone")  # what a copyist seldom restores
_SPELLINGS = ("stretch undone", "stretched", "hamza back", "hamza lost", "ta back", "ta lost", "ya", "other", "shared", "own")


class Turn(NamedTuple):
    """How many texts of the claim are dated before a text, and how many after it."""

    before: int
    after: int


class Collated(NamedTuple):
    """The texts of one claim, side by side."""

    documents: Mapping[str, Document]
    witnesses: Mapping[str, Witness]
    gathered: Gathered
    titles: Mapping[str, str]
    told: Mapping[str, frozenset[Run]]  # runs of the tellings
    credits: Mapping[str, Sequence[Credit]]  # those about the claim
    behind: Mapping[str, frozenset[str]]  # whom else the text names: the second of «X نقلا عن Y»
    named: Counter[str]  # how many credit the outlet of this key
    turns: Mapping[str, Turn]
    forms: Counter[str]  # in how many different places of a text the outlet of this key is credited

    def common(self, one: str, other: str) -> int:
        """How many runs both have."""
        return self.gathered.common(self.witnesses[one], self.witnesses[other])

    def overlap(self, one: str, other: str) -> float:
        """The runs that both have, of the shorter text."""
        shorter = min(len(self.witnesses[one].places), len(self.witnesses[other].places))
        return self.common(one, other) / max(1, shorter)

    def key(self, document: str) -> str:
        """That of its outlet; "" where it is unknown."""
        return outlet_key(self.documents[document].outlet or "")


def collated(scene: Scene) -> Collated:
    """The texts of a claim made ready to be compared; the names of those they credit are left out."""
    documents = scene.documents
    masks: dict[str, list[tuple[int, int]]] = {name: [] for name in documents}
    behind: dict[str, set[str]] = {name: set() for name in documents}
    for credit in scene.every_credit:
        if credit.field == TEXT:
            masks[credit.document].append((credit.start, credit.end))
        if credit.name != GENERAL:
            behind[credit.document].add(outlet_key(credit.name))
    for name, document in documents.items():
        masks[name] += _own_name(document, scene)
    alone = len(documents) < 2  # nothing to compare with
    witnesses = {name: witness_of("" if alone else document.text, tuple(sorted(masks[name]))) for name, document in documents.items()}
    own = {name: {outlet_key(credit.name) for credit in scene.credits[name]} for name in documents}
    forms = Counter(key for key, _ in {(outlet_key(credit.name), credit.place) for row in scene.credits.values() for credit in row})
    return Collated(
        documents, witnesses, gathered(tuple(witnesses.values())),
        {name: " ".join(folded(document.title or "").split()) for name, document in documents.items()},
        {name: _told(document.text, () if alone else scene.spans.get(name, ())) for name, document in documents.items()},
        scene.credits, {name: frozenset(behind[name] - own[name]) for name in documents},
        Counter(key for keys in own.values() for key in keys), _turns(documents), forms,
    )  # fmt: skip


def _turns(documents: Mapping[str, Document]) -> dict[str, Turn]:
    """Each dated text's place among the others; what is months away is likelier dated wrong."""
    stretches = {name: stretch_of(row.date) for name, row in documents.items() if row.date_kind not in UNTRUSTED}
    known = {name: stretch for name, stretch in stretches.items() if stretch}
    begins, ends = sorted(row.begins for row in known.values()), sorted(row.ends for row in known.values())
    return {
        name: Turn(
            bisect_left(ends, row.begins) - bisect_left(ends, row.begins - BELIEVED),
            bisect_right(begins, row.ends + BELIEVED) - bisect_right(begins, row.ends),
        )
        for name, row in known.items()
    }


def _own_name(document: Document, scene: Scene) -> list[tuple[int, int]]:
    """Where a text has its own outlet's name, in the words by which others credit it: «(تنا)» in the agency's report as in its copies."""
    key = outlet_key(document.outlet or "")
    theirs = (credit for credit in scene.every_credit if key and credit.field == TEXT and outlet_key(credit.name) == key)
    words = {scene.documents[credit.document].text[credit.start : credit.end] for credit in theirs}
    return [found.span() for each in sorted(words) if each for found in re.finditer(rf"(?<!\w){re.escape(each)}(?!\w)", document.text)]


def _told(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[Run]:
    return frozenset(run for start, end in spans for run in runs_of(text[start:end]))


def told_share(side: Collated, later: str, earlier: str) -> float:
    """The share of the words of a document's tellings that stand in the other."""
    told = side.told[later]
    return len(told & side.witnesses[earlier].places.keys()) / len(told) if told else 0.0


def collations_of(side: Collated, later: str, others: Sequence[str]) -> dict[str, Collation]:
    """One text beside each that it may have been taken from."""
    mine, older = side.witnesses[later], _older(side, later)
    return {name: side.gathered.collation(mine, side.witnesses[name], older) for name in others}


def _older(side: Collated, later: str) -> tuple[Witness, ...]:
    """The texts proven to be older: what they have and a supposed source lacks was not had from that source."""
    document = side.documents[later]
    older = [name for name, other in side.documents.items() if name != later and order_of(other, document) == PROVEN_BEFORE]
    return tuple(side.witnesses[name] for name in older)


def traits_of_copy(side: Collated, later: str, earlier: str, all_found: Mapping[str, Collation]) -> Traits:
    """How one text differs from another that it may have been taken from; `all_found` has that for all that it may have been."""
    found = all_found[earlier]
    left = beyond_two(earlier, all_found)
    half = found.added_shared > LEAST_HALF and left <= max(LEFT_OVER, found.added_shared // LEFT_SHARE)
    shorter = min(len(side.witnesses[later].forms), len(side.witnesses[earlier].forms))
    return {
        "copy": 1.0,
        **_of_words(found),
        **(_of_half(left) if half else _of_passages(found)),
        "matched": _log(found.matched / max(1, shorter)),
        "here": _log(told_share(side, later, earlier)) if side.told[later] else 0.0,
        **_of_titles(side, later, earlier),
        **_of_credits(side, later, earlier),
        **_of_dates(side.documents[later], side.documents[earlier]),
    }


def beyond_two(one: str, all_found: Mapping[str, Collation]) -> int:
    """Shared words of a text that are left when its beginning is from one and its end from another, or the other way round."""
    places = all_found[one].added
    best = all_found[one].added_shared
    for other, found in all_found.items():
        if places and other != one and found.added_shared > LEAST_HALF:
            as_head = sum(words for _, end, words in found.added if end > places[0][0])
            as_tail = sum(words for start, _, words in found.added if start < places[-1][1])
            best = min(best, as_head, as_tail)
    return best


def _of_words(found: Collation) -> Traits:
    out = {f"change {kind}": math.sqrt(found.changes[kind]) for kind in _KINDS}
    out |= {f"number {kind}": float(min(3, found.numbers[kind])) for kind in _KINDS}
    out |= {"early": math.sqrt(found.early), "early passages": math.sqrt(found.early_passages)}
    out |= {"added own": logged(found.added_own), "moved": math.sqrt(found.moved)}
    out |= {f"spelling {kind}": logged(found.spelling[kind]) for kind in _SPELLINGS}
    out |= {f"spelling any {kind}": float(found.spelling[kind] > 1) for kind in ("shared", "own")}
    return out | {f"marks {kind}": math.sqrt(found.marks[kind]) for kind in ("shared", "own")}


def _of_passages(found: Collation) -> Traits:
    return {
        "added shared": logged(found.added_shared), "passages added": math.sqrt(found.added_passages),
        "dropped shared": logged(found.dropped_shared), "dropped own": logged(found.dropped_own),
        "passages dropped": math.sqrt(found.dropped_passages), "dropped end": logged(found.dropped_end),
    }  # fmt: skip


def _of_half(left: int) -> Traits:
    """A text made of two lacks much of each."""
    return {"half": 1.0, "left by two": logged(left)}


def _of_titles(side: Collated, later: str, earlier: str) -> Traits:
    mine, theirs = side.titles[later], side.titles[earlier]
    elsewhere = sum(title == mine for title in side.titles.values()) > 1
    return {"title": float(bool(mine) and mine == theirs), "title of a third": float(bool(mine) and mine != theirs and elsewhere)}


def _of_credits(side: Collated, later: str, earlier: str) -> Traits:
    """Whom the two credit; a credit in the text is often copied with it, at the same place.

    One in the field of the author is not part of the text: two papers that have «نيروبي - رويترز» there each had it from the agency.
    """
    key = side.key(earlier)
    mine, theirs = ({(outlet_key(credit.name), credit.place) for credit in side.credits[name]} for name in (later, earlier))
    names = {name for name, _ in mine}
    passed = {name for name, _ in theirs} | side.behind[earlier]
    return {
        "credited": float(key in names),
        "credits another": float(bool(names) and key not in names),
        "credit kept": float(any(place != AUTHOR for _, place in mine & theirs)),
        "credit kept elsewhere": float(all(place == AUTHOR for _, place in mine & theirs) and bool(names & passed)),
        "behind": float(bool(side.behind[later] & passed)),
        "behind it": float(key in side.behind[later]),
        "named by others": logged(side.named[key] - (key in names)),
    }


def _of_dates(later: Document, earlier: Document) -> Traits:
    """Copies are made within hours; a date that nobody vouches for may be wrong."""
    first, second = stretch_of(earlier.date), stretch_of(later.date)
    if first is None or second is None or {later.date_kind, earlier.date_kind} & {"crawled", "guessed"}:
        return {"time none": 1.0}
    if len(earlier.date or "") <= DAY_LENGTH or len(later.date or "") <= DAY_LENGTH:
        return {f"day {max(-2, min(3, (second.begins.date() - first.begins.date()).days))}": 1.0}
    hours = (second.begins - first.begins) / timedelta(hours=1)
    return {f"time {next((name for limit, name in _HOURS if hours < limit), 'far')}": 1.0}


def traits_of_rest(all_found: Mapping[str, Collation]) -> Traits:
    """How much no one text, and no two, explain: what speaks for one that nobody has."""
    if not all_found:
        return {"alone": 1.0}
    one = min(found.added_shared for found in all_found.values())
    two = min(beyond_two(name, all_found) for name in all_found)
    readings = min(found.changes["so"] for found in all_found.values())
    return {"beyond one": logged(one), "beyond two": logged(min(one, two)), "beyond readings": logged(readings)}


def _with(prefix: str, traits: Traits) -> Traits:
    return {f"{prefix} {trait}": value for trait, value in traits.items()}


def traits_of_first(side: Collated, name: str, rest: Traits) -> Traits:
    """What speaks for a text being the first of all: it has what others share, and others name its outlet."""
    has = side.gathered.share(side.witnesses[name])
    return {
        "first": 1.0,
        **_with("first", _of_turn(side, name)),
        **_with("first", _of_title(side, name)),
        "first has": _log(has),
        "first credits": float(bool(side.credits[name])),
        "first named": logged(side.named[side.key(name)]),
        "first of texts": math.log(max(1, len(side.documents))),
        **_with("first", rest),
    }


def _of_turn(side: Collated, name: str) -> Traits:
    """Who was there before; what nobody preceded is likelier a first."""
    turn = side.turns.get(name)
    if turn is None:
        return {"undated": 1.0}
    return {"before": logged(turn.before), "after": logged(turn.after), "earliest": float(turn.before == 0 < turn.after)}


def _of_title(side: Collated, name: str) -> Traits:
    """Whether others have its headline."""
    return {"title": float(bool(side.titles[name]) and sum(title == side.titles[name] for title in side.titles.values()) > 1)}


def _of_kin(side: Collated, key: str, all_found: Mapping[str, Collation]) -> Traits:
    """How far those who do credit the agency may be the source: what a text shares with a third and all of them lack is from above them."""
    kin = [found for other, found in all_found.items() if any(outlet_key(credit.name) == key for credit in side.credits[other])]
    if not kin:
        return {}
    return {
        "kin": 1.0,
        "kin added": logged(min(found.added_shared for found in kin)),
        "kin readings": logged(min(found.changes["so"] for found in kin)),
        "kin branches": logged(min(found.changes["ss"] for found in kin)),
        "kin spelling": logged(min(sum(found.spelling[kind] for kind in _PUT_BACK) for found in kin)),
    }


def traits_of_unseen(side: Collated, name: str, key: str, kind: str, rest: Traits, all_found: Mapping[str, Collation]) -> Traits:
    """What speaks for an agency that nobody can look at (`key` "" where nobody names it either)."""
    size = math.log(max(1, len(side.documents)))
    keys = {outlet_key(credit.name) for credit in side.credits[name]}
    if not key:
        turn = _with("nameless", _of_turn(side, name))
        return {"nameless": 1.0, "nameless credits": float(bool(keys)), "nameless of texts": size, **turn, **_with("nameless", rest)}
    others = logged(side.named[key] - (key in keys))
    return {
        "unseen agency": float(kind == AGENCY),
        "unseen outlet": float(kind != AGENCY),
        "unseen credited": float(key in keys),
        "unseen credits another": float(bool(keys) and key not in keys),
        "unseen by others": others,
        "unseen credited by others": others if key in keys else 0.0,
        "unseen behind": float(key in side.behind[name]),
        "unseen of texts": size,
        "unseen forms": logged(side.forms[key]),
        **_with("unseen", _of_turn(side, name)),
        **({} if key in keys else _with("unseen", _of_kin(side, key, all_found))),
        **_with("unseen", rest),
    }


def _log(share: float) -> float:
    return math.log(max(LEAST_SHARE, share))


def traits_of_tree(shares: Shares) -> Callable[[str, str], Traits]:
    """What a first look at the whole tree tells of an edge (later, earlier): what much is taken from is taken from more often."""
    children: defaultdict[str, float] = defaultdict(float)
    for given in shares.values():
        for parent, share in given.items():
            children[parent] += share
    unseen = sum(count for parent, count in children.items() if parent.startswith(UNSEEN))

    def again(later: str, earlier: str) -> Traits:
        mine = shares[later]
        rest = max(0.0, children[earlier] - mine[earlier])
        other_firsts = math.log1p(max(0.0, children[FIRST] - mine[FIRST]))
        if earlier == FIRST:
            hidden = unseen - sum(share for parent, share in mine.items() if parent.startswith(UNSEEN))
            taken = math.log1p(children[later])
            return {"first children": taken, "other firsts": other_firsts, "first beside unseen": math.log1p(max(0.0, hidden))}
        if earlier.startswith(UNSEEN):
            kind = "nameless" if earlier == UNSEEN + NAMELESS else "unseen"
            part = rest / max(1, len(shares) - 1)
            return {f"{kind} children": math.log1p(rest), f"{kind} child share": part, "unseen beside firsts": other_firsts}
        above = sum(share for parent, share in shares[earlier].items() if parent.startswith(UNSEEN))
        return {"children": math.log1p(rest), "parent first": shares[earlier][FIRST], "parent unseen": above}

    return again
