"""Joins the names that a model proposes with those that the rules found: where both see a span it is sure, and the lists say what it is."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.annotate.gazetteer import ORGANIZATION, OTHER, PLACE, listed_at, nationality, variants
from takhrij.annotate.namings import Named, name_of
from takhrij.model.protocols import ProposedName
from takhrij.text.tokens import Token

SURE = 0.6  # share above which a proposal needs nobody's word; on ANERcorp's tenth held apart the best of 0.3 to 0.8 (docs/backends.md)

# Bodies of states and media count as organizations here, though the corpus that the model learned from leaves most of them out.
_STATE = "وزاره جيش الجيش قوات القوات الشرطه حكومه الحكومه الخارجيه الداخليه الدفاع برلمان البرلمان مجلس"
_OFFICES = "محكمه المحكمه النيابه الرياسه سفاره السفاره"
_PUBLIC = frozenset(f"{_STATE} {_OFFICES} المخابرات الاستخبارات وكاله صحيفه قناه اذاعه مجله".split())


def joined(tokens: Sequence[Token], found: Sequence[Named], proposed: Sequence[ProposedName]) -> list[Named]:
    """The proposals that are sure or that the rules found too, and what the rules alone found where there is a reason for it, in order."""
    by_rule = {(named.first, named.end): named for named in found if named.kind != "OTHER"}
    out: list[Named] = []
    for proposal in proposed:
        same = by_rule.get((proposal.first, proposal.end))
        if same is not None:
            out.append(same if same.kind == proposal.kind else _named(tokens, proposal))
        elif proposal.score >= SURE and not _tells_nationality(tokens, proposal):
            out.append(_named(tokens, proposal))
    taken = {position for named in out for position in range(named.first, named.end)}
    doubted = {position for proposal in proposed for position in range(proposal.first, proposal.end)}
    alone = [named for named in found if taken.isdisjoint(range(named.first, named.end))]
    out += [named for named in alone if not doubted.isdisjoint(range(named.first, named.end)) or _stays(tokens, named)]
    return sorted(out, key=lambda named: named.first)


def _stays(tokens: Sequence[Token], named: Named) -> bool:
    """Whether a name that the model does not see at all is one: a listed one, «الحكومة الليبية», not «شركة السيارات الصينية»."""
    listed = listed_at(tokens, named.first)
    if named.kind == OTHER or (listed is not None and listed[1] == named.end):
        return True
    return named.kind == ORGANIZATION and any(offer in _PUBLIC for offer in variants(tokens[named.first].form))


def _tells_nationality(tokens: Sequence[Token], proposal: ProposedName) -> bool:
    """«التركية» alone is the rules' to tell: the country behind an adjective."""
    return proposal.end == proposal.first + 1 and nationality(tokens[proposal.first].form) is not None


def _named(tokens: Sequence[Token], proposal: ProposedName) -> Named:
    listed = listed_at(tokens, proposal.first)
    club = listed is not None and (listed[0].kind, proposal.kind) == (PLACE, ORGANIZATION)  # «فاز برشلونة»: the model sees what plays
    if listed and listed[1] == proposal.end and listed[0].alone and not club:
        return Named(proposal.first, proposal.end, listed[0].kind, listed[0].name, proposed=True)
    return Named(proposal.first, proposal.end, proposal.kind, name_of(tokens, proposal.first, proposal.end), proposed=True)
