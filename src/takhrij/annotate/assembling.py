"""Puts the attributions of a field together: cues of all kinds, their contents, parents and speakers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from takhrij.annotate.accepting import breaks_content, is_impersonal, opened_cues
from takhrij.annotate.actors import actor_before
from takhrij.annotate.anaphoric import anaphoric_of, said_there
from takhrij.annotate.carried import OF_HIM
from takhrij.annotate.clauses import SIBLINGS, TURNS, bare, kind_of_noun
from takhrij.annotate.conjugation import IMPERFECT
from takhrij.annotate.contents import content_at, is_comment, trimmed, turns_to
from takhrij.annotate.cues import Cue
from takhrij.annotate.drafts import Draft
from takhrij.annotate.feelings import without_feelings
from takhrij.annotate.finite import is_finite
from takhrij.annotate.gazetteer import nationality
from takhrij.annotate.joining import with_prepositional
from takhrij.annotate.name_words import is_word
from takhrij.annotate.nominal import Nominal, nominal_of
from takhrij.annotate.opened import Named, Opening
from takhrij.annotate.phrases import is_definite, is_owned
from takhrij.annotate.prepositional import Prepositional, prepositional_of
from takhrij.annotate.speakers import Roll, Speaker
from takhrij.annotate.supported import Supported, issued_before, supported_of
from takhrij.annotate.trailing import carrier_before, carrier_behind
from takhrij.annotate.wording import QUOTE, Range, Wording

_SAME_SENTENCE = 60  # tokens within which a participle goes on from the cue before
_NEAR = 8  # drafts before and behind among which one's parent is looked for

__all__ = ["Draft", "Range", "drafts_of"]


def drafts_of(wording: Wording, people: Sequence[Range], headlines: Sequence[Draft]) -> list[Draft]:
    """The attributions of a field in the order of their cues; `people` are the tokens of the persons that it names."""
    supported = supported_of(wording)
    inside = {place for found in supported for piece in found.cue for place in range(*piece)}
    opened = [(cue, opening) for cue, opening in opened_cues(wording, _named(wording, people)) if cue.first not in inside]
    taken = {place for _, opening in opened for piece in opening.more_cue for place in range(*piece)}
    named = {place for _, opening in opened for piece in [opening.source, *opening.via] if piece for place in range(*piece)}
    opened = _without_clauses(opened)
    begun = {opening.content for _, opening in opened}
    prepositional = prepositional_of(wording, taken)
    taken |= {place for found in prepositional for piece in found.cue for place in range(*piece)}
    opened = [(cue, opening) for cue, opening in opened if cue.first not in taken]
    nominal = [noun for noun in nominal_of(wording, taken | named | inside) if noun.content not in begun]
    breaks = _breaks(wording, opened, prepositional, nominal)
    drafts = [_verbal(wording, cue, opening, breaks) for cue, opening in opened]
    drafts += [draft for draft in headlines if not any(other.first < draft.first for other in drafts)]
    drafts += [_nominal(wording, noun, breaks) for noun in nominal]
    drafts += [_supported(wording, found, breaks) for found in supported]
    drafts += [_within(draft, drafts) for draft in anaphoric_of(wording, taken | {cue.first for cue, _ in opened})]
    drafts = sorted((draft for draft in drafts if draft.content), key=lambda draft: draft.first)
    drafts = with_prepositional(wording, drafts, prepositional, breaks)
    _assign_parents(drafts)
    drafts = [draft for draft in drafts if draft.parent is not None or not draft.mine]  # «وقلنا» outside a quotation is the writer's
    _assign_parents(drafts)
    _shorten_nested(wording, drafts)
    _assign_parents(drafts)
    _assign_speakers(wording, drafts, people)
    return without_feelings(wording, drafts)


def _without_clauses(opened: list[tuple[Cue, Opening]]) -> list[tuple[Cue, Opening]]:
    """«قال المرصد الذي يتابع القتال إن …» has one cue: a second one inside its source has no content of its own."""
    sourced = [opening for _, opening in opened if opening.source is not None]
    sources = sorted(sourced, key=lambda one: one.source[1] - one.source[0] if one.source else 0)
    wide = {opening.content: opening.source for opening in sources}
    around = ((cue, opening, wide.get(opening.content, opening.source)) for cue, opening in opened)
    return [(cue, opening) for cue, opening, source in around if source is None or not source[0] <= cue.first < source[1]]


def _named(wording: Wording, people: Sequence[Range]) -> Named:
    surnames = frozenset(bare(wording.form(person[1] - 1)) for person in people)
    return Named(surnames, frozenset(person[1] for person in people if person[1] - person[0] > 1))


def _breaks(
    wording: Wording, opened: Sequence[tuple[Cue, Opening]], prepositional: Sequence[Prepositional], nominal: Sequence[Nominal]
) -> list[int]:
    """The tokens at which a content ends because a further attribution begins, in order."""
    places = {_clause_start(wording, cue.first) for cue, opening in opened if breaks_content(wording, cue, opening)}
    places |= {found.first for found in prepositional}
    places |= {noun.first for noun in nominal if ":" in noun.noun.opens}
    for place, token in enumerate(wording.tokens[1:], 1):
        form = token.form
        if (form[-1] == "ا" and is_comment(wording, place)) or (form[0] == "و" and turns_to(wording, place)):
            places.add(place)
    places |= set(said_there(wording))
    return sorted(places)


def _clause_start(wording: Wording, place: int) -> int:
    while wording.form(place - 1) in SIBLINGS or wording.form(place - 1) in TURNS:
        place -= 1
    return place - (wording.form(place - 1) in ("من", "ومن", "في", "وفي") and wording.form(place) in TURNS)


def _verbal(wording: Wording, cue: Cue, opening: Opening, breaks: Sequence[int]) -> Draft:
    content, mode = content_at(wording, opening.content, breaks)
    if content and opening.quoted is not None:
        content = [trimmed(wording, *opening.quoted), *content]
    source = None if opening.source is None else trimmed(wording, *opening.source)
    if source is not None and source[0] >= source[1]:
        source = None
    via = [trimmed(wording, *medium) for medium in opening.via]
    told_to = None if via else carrier_before(wording, cue.first)
    via = [trimmed(wording, *told_to)] if told_to is not None else via
    behind = carrier_behind(wording, content[-1]) if content and not via else None
    if behind is not None:
        content, via = [*content[:-1], trimmed(wording, *behind[0])], [trimmed(wording, *behind[1])]
    sort = "participle" if cue.participle else ("carried" if via and cue.verb.sort == "carry" else "verb")
    at_second_hand = cue.verb.sort in ("carry", "know") or bool(opening.more_cue and opening.via)  # the verb agrees with the medium
    gender = None if cue.reading.plural or cue.reading.person == 1 or at_second_hand else cue.reading.gender
    cue_spans = [(cue.first, cue.stop), *opening.more_cue]
    inside = source is not None and (_is_inside(wording, cue, source) or _is_relative(wording, cue))
    draft = Draft(cue_spans, content, source, via, cue.stance, mode, sort=sort, gender=gender, mine=cue.reading.person == 1, inside=inside)
    draft.plural, draft.present = cue.reading.plural, cue.reading.shape == IMPERFECT
    if sort == "carried" and source is None:
        draft.gender = next((OF_HIM[wording.form(first)] for first, _ in cue_spans if wording.form(first) in OF_HIM), None)
    draft.unnamed = source is None and is_impersonal(wording, cue)
    return draft


def _within(pointing: Draft, drafts: Sequence[Draft]) -> Draft:
    """A draft that points back, its content without the words of the attribution that it repeats: «أعلن المدير أن …، وهو ما أكده»."""
    begin, stop = pointing.content[0]
    told = [draft.content[-1][0] for draft in drafts if draft.content and begin <= draft.first < draft.content[-1][0] < stop]
    pointing.content = [(min(told, default=begin), stop)]
    return pointing


def _is_inside(wording: Wording, cue: Cue, source: Range) -> bool:
    """Whether the cue stands in a clause that describes an indefinite noun in the midst of a sentence: «احتجاجات تدعو لـ…»."""
    start, _ = wording.sentence_of(cue.first)
    indefinite = not is_definite(wording.form(source[0])) and wording.form(source[0] - 1) != QUOTE
    return source[1] == cue.first and source[0] > start + 1 and indefinite


def _is_relative(wording: Wording, cue: Cue) -> bool:
    """Whether the verb's object is the noun that its clause describes: «شاب تتهمه النيابة بـ…»."""
    before = wording.form(cue.first - 1)
    return cue.reading.object and not cue.joined and before.isalpha() and wording.sentence_of(cue.first)[0] < cue.first


def _nominal(wording: Wording, noun: Nominal, breaks: Sequence[int]) -> Draft:
    content, mode = content_at(wording, noun.content, breaks)
    issued = issued_before(wording, noun.first) if noun.source is None and noun.noun.holder == "none" else None
    if issued is not None and issued[1] is not None:  # «أطلقت الوزارة تحذيرات من …»
        cue = [(issued[0], issued[0] + 1), (noun.first, noun.first + 1)]
        return Draft(cue, content, trimmed(wording, *issued[1]), [], noun.noun.stance, mode, sort="noun")
    source = None if noun.source is not None and _is_adjective(wording, noun.source) else noun.source
    draft = Draft([(noun.first, noun.first + 1)], content, source, [], noun.noun.stance, mode, sort="noun")
    draft.unnamed = noun.source is None and noun.noun.holder == "none"
    form = wording.form(noun.first)
    draft.gender = "f" if form.endswith("ها") else ("m" if form.endswith("ه") and noun.noun.holder == "speaker" else None)
    return draft


def _is_adjective(wording: Wording, source: Range) -> bool:
    """«تحذير أمني من …»: whose it is stays untold."""
    form = wording.form(source[0])
    if is_finite(form):
        return True  # «أنباء ترددت عن …»
    other = kind_of_noun(form) is None and nationality(form) is None  # but «تحذيرات أميركية من …»
    alone = not (is_definite(form) or wording.form(source[0] + 1).startswith("ال") or is_owned(wording, source[0]))
    return form.endswith(("ي", "ه")) and alone and other and is_word(form)


def _supported(wording: Wording, found: Supported, breaks: Sequence[int]) -> Draft:
    content, mode = content_at(wording, found.content, breaks)
    source = None if found.source is None else trimmed(wording, *found.source)
    return Draft(found.cue, content, source, [], found.stance, mode, unnamed=found.nobody)


def _assign_parents(drafts: list[Draft]) -> None:
    """Each draft's parent is the innermost one whose content holds its cue."""
    for number, draft in enumerate(drafts):
        holders = [
            (content[1] - content[0], other)
            for other in range(max(0, number - _NEAR), min(len(drafts), number + _NEAR))
            for content in drafts[other].content
            if other != number and content[0] <= draft.first < content[1]
        ]
        draft.parent = min(holders)[1] if holders else None


def _shorten_nested(wording: Wording, drafts: list[Draft]) -> None:
    """End the content of a nested attribution, and of a noun without أن, at the first comma: «… الذي زعم أن المخزن فارغ، وبعدها …»."""
    for draft in drafts:
        if _runs_on(wording, draft):
            continue
        start, stop = draft.content[0]
        place = start
        while place < stop and wording.form(place) not in ("،", ",", "؛", ";"):
            partner = wording.partners.get(place)
            place = partner if partner is not None and place < partner < stop else place + 1
        draft.content = [trimmed(wording, start, max(place, start + 1))]


def _runs_on(wording: Wording, draft: Draft) -> bool:
    """Whether a content may run over commas: a quotation's, or that of a verb of its own; «ومضى بالقول إن …» is as good as one."""
    if draft.sort == "preposition" and draft.content[-1][1] <= draft.first <= draft.content[-1][1] + 1:
        return True  # «… حسب التقرير» covers all that stands before it
    saying = wording.form(draft.first).removeprefix("ب") in ("القول", "قوله", "قولها", "قولهم")
    return draft.mode == "direct" or (draft.parent is None and (draft.sort != "noun" or saying) and not draft.inside)


def _inherit_carrier(drafts: list[Draft], number: int) -> None:
    """«نقلت الوكالة عن شاهد قوله …، مضيفا أن …»: the agency carries the second part too."""
    if number == 0 or drafts[number].sort != "participle" or drafts[number - 1].sort != "carried":
        return
    near = drafts[number].first - drafts[number - 1].first < _SAME_SENTENCE
    if near:
        drafts[number].via = list(drafts[number - 1].via)
        drafts[number].sort = "carried"


def _assign_speakers(wording: Wording, drafts: list[Draft], people: Sequence[Range]) -> None:
    roll = Roll(wording, people)
    for number, draft in enumerate(drafts):
        before = roll.latest
        _inherit_carrier(drafts, number)
        for medium in draft.via:
            roll.remember(medium)
        if draft.source is not None:
            draft.speaker, draft.kind = roll.resolve(draft.source, draft.gender)
            draft.speaker.aside = _is_nested(drafts, draft)
            if before is not None and (_is_nested(drafts, draft) or draft.sort == "noun" or draft.inside):
                roll.recall(before)
        elif not draft.unnamed or _goes_on(drafts, number, before):
            draft.speaker = _implied(roll, drafts, number)
            draft.kind = draft.speaker.kind if draft.speaker else "vague"


def _goes_on(drafts: list[Draft], number: int, before: Speaker | None) -> bool:
    """Whether a verb that may be passive goes on in the present in which a person has spoken: «ويقول الخبير … ويعتقد أن …»."""
    person = before is not None and before.kind == "person" and before.gender == "m"
    return drafts[number].sort == "verb" and person and number > 0 and drafts[number].present and drafts[number - 1].present


def _is_nested(drafts: list[Draft], draft: Draft) -> bool:
    """Whether a draft stands in what another says; «بحسب الوكالة» at an edge leaves the discourse as it is."""
    return draft.parent is not None and drafts[draft.parent].sort != "preposition"


def _implied(roll: Roll, drafts: list[Draft], number: int) -> Speaker | None:
    """Who speaks where no source is named: who acts right before the verb, else who spoke last."""
    draft = drafts[number]
    if _is_nested(drafts, draft):
        return roll.latest
    last = bisect_right(roll.people, draft.first, key=lambda person: person[1])
    named = roll.people[last - 1] if last and draft.first - roll.people[last - 1][1] < _SAME_SENTENCE else None
    if draft.sort == "carried" and draft.gender is not None:
        return roll.person(draft.gender) if named is None else roll.resolve(named)[0]
    floor = next((other.first for other in reversed(drafts[:number]) if not (_is_nested(drafts, other) or other.inside)), -1)
    nobody = roll.latest is None or (draft.plural and not roll.latest.plural)
    actor = actor_before(roll.wording, roll.people, draft.first, floor, far=nobody)
    held = actor is not None and any(
        piece[0] <= actor.verb < piece[1] for other in drafts[max(0, number - _NEAR) : number] for piece in other.content
    )
    if (
        actor is not None
        and not held
        and (actor.plural if draft.plural else None in (draft.gender, actor.gender) or draft.gender == actor.gender)
    ):
        return roll.resolve(actor.tokens, actor.gender)[0]
    if named is not None and floor < named[1] and roll.latest is None and not draft.plural:
        return roll.resolve(named)[0]
    sentence = roll.wording.sentence_of
    if draft.sort == "participle" and not draft.plural and number > 0 and sentence(draft.first) == sentence(drafts[number - 1].first):
        return roll.latest  # «قال فرع الوزارة …، مضيفة أن …»
    return roll.implied(draft.gender, plural=draft.plural)
