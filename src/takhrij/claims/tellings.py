"""Cuts a document into tellings: the clauses that assert something, each with the chain of who says it and the facts that lie in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from takhrij.annotate.outlets import outlet_named
from takhrij.claims.facts import facts_of, makes_doubtful
from takhrij.claims.headings import heading_of
from takhrij.claims.parting import COMMAS, begins_clause, clauses_of
from takhrij.claims.reactions import tells_of_its_object
from takhrij.claims.units import NAMES, VALUES, units_of
from takhrij.match.boilerplate import is_formula
from takhrij.match.numbers import word_numbers
from takhrij.model.annotation import ROLES, Attribution, AttributionSpan, Mention, Quantity, TimeExpression
from takhrij.model.chain import Credit
from takhrij.model.claim import ChainStep, Fact, Telling
from takhrij.model.document import FIELDS, TEXT, Document, Sentence
from takhrij.model.identity import identity
from takhrij.model.span import Span
from takhrij.text.folding import folded
from takhrij.text.languages import language_of
from takhrij.text.lexicons import folded_words
from takhrij.text.tokens import Token, tokens_of

Row = Telling | ChainStep | Fact

LEAST_UNITS = 3  # content words: «انتهى الخبر» tells nothing that could be compared
LEAST_TITLE_UNITS = 2
HELD_SHARE = 0.5  # of a clause that must lie in a content for the clause to be told by that source
FRAMING = ("cue", "source", "via")
CREDIT_PLACES = ("author", "head", "dateline", "foot")  # the surest place of an agency credit first
AND = "و"
# What a salutation or a name in a list of guests begins with; «الأخ» too, but «ملك» may be a headline's subject, which has a verb.
SALUTED = frozenset(
    map(folded, ("صاحب", "صاحبة", "أصحاب", "معالي", "سعادة", "فضيلة", "سماحة", "فخامة", "جلالة", "دولة", "حضرة", "أخي", "الأخ", "ملك"))
)
# A protocol of who was at the airport, the same on every journey: «وكان في استقباله لدى وصوله …».
RECEPTION = re.compile(folded("(?:كما )?و?(?:كان|كانت) في (?:مقدمة )?(?:استقبال|وداع|توديع)"))
FATHERS = frozenset(map(folded, ("بن", "ابن", "بنت", "آل", "أبو", "عبد")))
DEFINITE = ("ال", "وال", "لل")  # «النقل» and «السدري» are no verbs
TO, ARTICLE = "ل", "ال"  # «للقناة» is «ل» and «القناة»
CERTAINTY_OF = {"neutral": "reported", "endorsing": "reported", "distancing": "doubted", "denying": "denied", "tentative": "expected"}


@dataclass(frozen=True, slots=True)
class Annotated:
    """The annotation rows of one document, or of one of its sentences."""

    document: Document
    attributions: dict[str, Attribution]  # those of the sentence at hand
    parents: dict[str, Attribution]  # all of them
    spans: dict[tuple[str, str], list[Span]]  # (attribution, role) -> its spans in order
    credits: Sequence[Credit]
    mentions: Sequence[Mention]
    quantities: Sequence[Quantity]
    times: Sequence[TimeExpression]


def tellings_of(
    document: Document,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    attribution_spans: Sequence[AttributionSpan],
    mentions: Sequence[Mention],
    quantities: Sequence[Quantity],
    times: Sequence[TimeExpression],
    credits: Sequence[Credit],
) -> list[Row]:
    """The tellings of a document with their chain steps and facts; all rows given are the document's own, in the order of its text.

    «قال الناطق إن الجسر انهار، فيما أعلنت البلدية إغلاق الطريق» is two tellings, each with its own source.
    """
    by_id = {row.attribution: row for row in attributions}
    annotated = Annotated(document, by_id, by_id, _spans_by_role(attribution_spans), credits, mentions, quantities, times)
    rows: list[Row] = []
    for field in FIELDS:
        text = document.field(field)
        of_field = [row for row in sentences if row.field == field]
        for sentence, around in _neighbourhoods(annotated, field, of_field):
            frames = [frame for row in around.attributions.values() if (frame := _frame(annotated, row))]
            for clause in clauses_of(text, sentence, frames):
                rows += _telling_rows(around, field, text, clause)
    return rows


def _neighbourhoods(annotated: Annotated, field: str, sentences: Sequence[Sentence]) -> Iterator[tuple[Span, Annotated]]:
    """Each sentence with the annotation rows that reach into it, so that a book of a document costs no more than its sentences."""
    framed = [(frame, row) for row in annotated.attributions.values() if row.field == field and (frame := _frame(annotated, row))]
    waiting = sorted(framed, key=lambda entry: (entry[0], entry[1].attribution), reverse=True)
    mentions, quantities, times = (
        _of_field(annotated.mentions, field),
        _of_field(annotated.quantities, field),
        _of_field(annotated.times, field),
    )
    under_way: list[tuple[Span, Attribution]] = []
    for sentence in sentences:
        while waiting and waiting[-1][0].start < sentence.end:
            under_way.append(waiting.pop())
        under_way = [entry for entry in under_way if entry[0].end > sentence.start]
        span, near = Span(sentence.start, sentence.end), {row.attribution: row for _, row in under_way}
        named, counted, dated = _starting_in(mentions, span), _starting_in(quantities, span), _starting_in(times, span)
        yield span, Annotated(annotated.document, near, annotated.parents, annotated.spans, annotated.credits, named, counted, dated)


Located = TypeVar("Located", Mention, Quantity, TimeExpression)


def _of_field(rows: Sequence[Located], field: str) -> list[Located]:
    return [row for row in rows if row.field == field]


def _starting_in(rows: Sequence[Located], span: Span) -> Sequence[Located]:
    """Of rows in the order of their starts those that begin in a span."""
    first = bisect_left(rows, span.start, key=lambda row: row.start)
    return rows[first : bisect_left(rows, span.end, lo=first, key=lambda row: row.start)]


def _spans_by_role(rows: Sequence[AttributionSpan]) -> dict[tuple[str, str], list[Span]]:
    found: dict[tuple[str, str], list[Span]] = {}
    for row in sorted(rows, key=lambda row: row.number):
        found.setdefault((row.attribution, row.role), []).append(Span(row.start, row.end))
    return found


def _frame(annotated: Annotated, row: Attribution) -> Span | None:
    """From the first to the last word of an attribution: source, cue, carriers and content."""
    spans = [span for role in ROLES for span in annotated.spans.get((row.attribution, role), [])]
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None


def _telling_rows(annotated: Annotated, field: str, text: str, clause: Span) -> list[Row]:
    tokens = tokens_of(text, clause.start, clause.end)
    if not _asserts(tokens, LEAST_UNITS if field == "text" else LEAST_TITLE_UNITS):
        return []
    document = annotated.document.document
    telling = identity("t", document, field, clause.start, clause.end)
    teller = _teller(annotated, field, clause)
    mentions = [row for row in annotated.mentions if row.field == field]
    quantities = [row for row in annotated.quantities if row.field == field]
    facts = facts_of(telling, text, clause, mentions, quantities, [row for row in annotated.times if row.field == field])
    if field == TEXT and _is_set_text(clause.of(text), facts):
        return []
    steps = list(_chain(annotated, telling, field, clause, teller))
    attribution, stance = (teller.attribution, teller.stance) if teller else (None, None)
    date, language, added = annotated.document.date, language_of(annotated.document), annotated.document.added
    words, certainty = clause.of(text), _certainty(teller, facts)
    contents = annotated.spans[attribution, "content"] if attribution else []
    heading = heading_of(text, clause, contents, teller.speaker if teller else None)
    row = Telling(telling, document, field, *clause, words, attribution, certainty, date, language, added, stance, heading)
    return [row, *steps, *facts]


def _asserts(tokens: Sequence[Token], least: int) -> bool:
    """Whether there is enough in a clause to be told again; a question asserts nothing, nor does «اقرأ أيضا …»."""
    if tokens and tokens[-1].form in ("?", "؟"):
        return False
    words = f" {' '.join(token.form for token in tokens if token.is_word)} "
    if any(f" {line} " in words for line in folded_words("claims", "service_lines")):
        return False
    telling = islice((unit for unit in units_of(tokens) if unit.weight > 0), least)
    return sum(1 for _ in telling) == least and not _only_names(tokens)


def _is_set_text(words: str, facts: Sequence[Fact]) -> bool:
    """Whether a clause names, counts and dates nothing, and is made of set phrases: a prayer, what a ministry warns of every time."""
    if any(fact.slot in (*NAMES, *VALUES) for fact in facts):
        return False
    numbers = word_numbers(words)
    return is_formula(numbers, 0, len(numbers))


def _only_names(tokens: Sequence[Token]) -> bool:
    """Whether a clause is a salutation or a list of guests: with a title first and no verb, or «وكان في وداعه …».

    «ومعالي وزير النقل سليم السدري».
    """
    forms = [token.form for token in tokens if token.is_word]
    if RECEPTION.match(" ".join(forms[:5])):
        return True
    saluted = [form.removeprefix(AND) in SALUTED for form in forms]
    called = [before in FATHERS for before in ["", *forms[:-1]]]  # «آل سعود» is no verb
    told = (
        form
        for form, is_title, is_name in zip(forms, saluted, called, strict=True)
        if not is_title and not is_name and not form.startswith(DEFINITE)
    )
    return bool(forms) and saluted[0] and not any(map(begins_clause, told))


def _teller(annotated: Annotated, field: str, clause: Span) -> Attribution | None:
    """The innermost attribution whose content the clause is: of those that hold most of it, the one that holds least else."""
    found = []
    for row in annotated.attributions.values():
        contents = annotated.spans.get((row.attribution, "content"), []) if row.field == field else []
        held = sum(content.shared(clause) for content in contents)
        enough = held and held >= HELD_SHARE * (clause.end - clause.start - _framing(annotated, row, clause))
        if enough and not _is_of_its_object(annotated, row, clause):
            size, depth = sum(content.end - content.start for content in contents), len(_line_of(annotated, row))
            found.append((size, -depth, row.attribution, row))
    return min(found)[-1] if found else None


def _is_of_its_object(annotated: Annotated, row: Attribution, clause: Span) -> bool:
    """Whether a clause only goes on to say what thing it was of which somebody felt something."""
    text, first = annotated.document.field(row.field), annotated.spans[row.attribution, "content"][0].start
    cues = annotated.spans.get((row.attribution, "cue"), [])
    return first < clause.start and tells_of_its_object(" ".join(cue.of(text) for cue in cues), text[first : clause.start])


def _framing(annotated: Annotated, row: Attribution, clause: Span) -> int:
    """How much of a clause only says who tells it: from the first word of the attribution to its content, and what follows up to a comma.

    «وقال سليم، خلال لقاء حضره المحافظ ووجهاء المدينة، إن الجسر مغلق» is told by سليم, however short his words; so is
    «الجسر مغلق، بحسب ما قال سليم في مؤتمر صحفي عقده مساء أمس في مبنى البلدية».
    """
    contents, frame = annotated.spans[row.attribution, "content"], _frame(annotated, row)
    if frame is None:
        return 0
    first, last = min(span.start for span in contents), max(span.end for span in contents)
    spans = (span for role in FRAMING for span in annotated.spans.get((row.attribution, role), []))
    inserted = sum(span.shared(clause) for span in spans if first < span.start < last)
    end = _breath(annotated.document.field(row.field), frame.end, clause.end) if frame.end > last else last
    return Span(frame.start, first).shared(clause) + Span(last, end).shared(clause) + inserted


def _breath(text: str, start: int, end: int) -> int:
    """Where what begins at a place is interrupted by a comma, or ends."""
    return next((place for place in range(start, end) if text[place] in COMMAS), max(start, end))


def _certainty(teller: Attribution | None, facts: Sequence[Fact]) -> str:
    """asserted, reported, doubted, denied or expected; a hedge («يبدو»، «ربما») makes a doubt of either of the first two."""
    told = CERTAINTY_OF[teller.stance] if teller else "asserted"
    hedged = any(map(makes_doubtful, facts))
    return "doubted" if hedged and told in ("asserted", "reported") else told


def _chain(annotated: Annotated, telling: str, field: str, clause: Span, teller: Attribution | None) -> Iterator[ChainStep]:
    """Agency credit, then for each attribution from the outermost in: its carriers from the outermost in, and its speaker."""
    document = annotated.document.document
    told = [link for row in _line_of(annotated, teller) for link in _named_by(annotated, row)]
    links = [*_agency_credit(annotated), *_told_once(told)]
    for position, (kind, name, source_kind, where, span) in enumerate(links):
        here = span if span.end > span.start else Span(clause.start, clause.start)
        yield ChainStep(telling, document, position, kind, name, source_kind, where or field, here.start, here.end)


def _line_of(annotated: Annotated, teller: Attribution | None) -> list[Attribution]:
    """The attribution and its parents, outermost first."""
    line: list[Attribution] = []
    while teller is not None and teller not in line:
        line.append(teller)
        teller = annotated.parents.get(teller.parent or "")
    return line[::-1]


Step = tuple[str, str, str, str, Span]  # kind, name, source kind, field ("" for the telling's own), words


def _named_by(annotated: Annotated, row: Attribution) -> Iterator[Step]:
    text = annotated.document.field(row.field)
    for via in reversed(annotated.spans.get((row.attribution, "via"), [])):
        yield "carrier", _carrier_name(via.of(text)), "outlet", row.field, via
    source = next(iter(annotated.spans.get((row.attribution, "source"), [])), Span(0, 0))
    if row.speaker:
        yield "source", row.speaker, row.source_kind, row.field, source


def _carrier_name(words: str) -> str:
    """A carrier without the preposition that is written to it: «لرويترز» is رويترز, «للجزيرة» الجزيرة; «لندن تايمز» stays."""
    known = outlet_named(words) if words.startswith(TO) else None
    bare = ARTICLE + words[2:] if words.startswith(TO + TO) else words[1:]
    return bare if known and outlet_named(bare) == known else words


def _told_once(links: Sequence[Step]) -> list[Step]:
    """The links of a chain, but who speaks inside of his own words («قال سليم … وأكد سليم …») only once, and so who carries what he said.

    «قال الناطق، حسب ما نشرت إذاعة سمران، إن …» may name the radio as carrier and as the source of all.
    """
    return [link for place, link in enumerate(links) if link[1] not in [inner[1] for inner in links[place + 1 : place + 2]]]


def _agency_credit(annotated: Annotated) -> list[Step]:
    """The agency that the article as a whole is credited to, if it is."""
    credits = [row for row in annotated.credits if row.kind == "agency" and row.place in CREDIT_PLACES]
    if not credits:
        return []
    surest = min(credits, key=lambda row: (CREDIT_PLACES.index(row.place), row.start, row.name))
    return [("agency-credit", surest.name, "outlet", surest.field, Span(surest.start, surest.end))]
