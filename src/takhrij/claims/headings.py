"""What a claim is called: what its plainest telling says, without who says so in front of it, and then who does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from takhrij.annotate.conjugation import PARTICIPLE, reading_of
from takhrij.model.claim import Telling
from takhrij.model.document import TITLE
from takhrij.model.span import Span
from takhrij.text.folding import folded
from takhrij.text.lemmas import lemma
from takhrij.text.tokens import tokens_of

LEAST_LENGTH = 15  # characters of what is said that can stand alone: «إن «الجسر انهار»» keeps its frame
BETWEEN = " — "
CLOSED = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
STRAIGHT = '"'
EDGES = " \t\n\r\u00a0،,؛;:.-–—"
OPENS = (":", "«", "“", '"', "(", "،")
THAT = frozenset(folded("أن أنه أنها أنهم بأن بأنه بأنها بأنهم فإن فإنه").split())  # «إن» is folded too
AND = "و"
# What goes on with a sentence before it: «كما زار …», «الذي يعاني …».
GOES_ON = frozenset(
    folded("كما حيث فيما بينما إذ لكن ولكن ثم أما بل الذي التي الذين إضافة بالإضافة إلى جاء ذلك وإنما فقد كذلك هذا هذه هو هي").split()
)
NEARLY = 0.8  # of what the plainest says of what others say: of those that say as much the first that was added stays
SMOOTHED = 4  # words added to those of a telling: of two that say what most say the longer one is plainer


def head_of(tellings: Sequence[Telling]) -> Telling:
    """The telling by whose words a claim is called: a title, else a whole sentence, of those the one that says most of what others say."""
    if len(tellings) == 1:
        return tellings[0]
    bags = {row.telling: frozenset(token.form for token in tokens_of(row.words) if token.is_word) for row in tellings}
    held = Counter(form for bag in bags.values() for form in bag)
    shares = {name: sum(held[form] - 1 for form in bag) / (len(bag) + SMOOTHED) for name, bag in bags.items()}
    ranks = {row.telling: _rank(row) for row in tellings}
    least = min(ranks.values())
    plain = [row for row in tellings if ranks[row.telling] == least]
    most = max(shares[row.telling] for row in plain)
    central = [row for row in plain if shares[row.telling] >= NEARLY * most]
    return min(central, key=lambda row: (row.added, row.start, row.telling))


def headline_of(telling: Telling) -> str:
    """The words of a title without dots at its edges; what else a telling says with who says it behind."""
    return (_whole(telling.words) if telling.field == TITLE else telling.heading) or telling.words


def _rank(telling: Telling) -> int:
    """0 for a title, 1 for what begins a sentence, 2 for what is joined to another, 3 for what goes on with another."""
    words = headline_of(telling)
    first = folded(words.split()[0].strip(EDGES)) if words.split() else ""
    if first in GOES_ON:
        return 3
    if telling.field == TITLE:
        return 2 if _is_joined(telling.words.strip(EDGES)) else 0
    if _names_nobody(words):
        return 2
    return 2 if _is_joined(telling.words) and words in telling.words else 1


def heading_of(text: str, clause: Span, contents: Sequence[Span], speaker: str | None) -> str:
    """What a telling says, and who says it; contents are the spans of its attribution's content, none in the article's own voice.

    «وأضاف السدري أن الجسر مغلق حتى المساء.» is «الجسر مغلق حتى المساء — السدري»; «وأعرب السدري عن أسفه لإغلاق الجسر.» stays whole.
    """
    inside = [Span(max(span.start, clause.start), min(span.end, clause.end)) for span in contents if span.shared(clause)]
    said = Span(min(span.start for span in inside), max(span.end for span in inside)) if inside else clause
    if said.end - said.start < LEAST_LENGTH or not _stands_alone(text[clause.start : said.start], said.of(text)):
        said = clause
    words = _whole(said.of(text))
    unsaid = speaker and speaker.split()[-1] not in words and (said != clause or _names_nobody(words))
    return f"{words}{BETWEEN}{speaker}" if unsaid else words


def _stands_alone(before: str, said: str) -> bool:
    """Whether a content is a sentence or a quotation: «قال السدري إن الجسر مغلق», and no object: «أعرب السدري عن أسفه»."""
    before = before.rstrip()
    if not before or before.endswith(OPENS) or said.startswith(OPENS):
        return True
    return not THAT.isdisjoint(map(folded, (before.split()[-1].strip(EDGES), said.split()[0])))


def _names_nobody(words: str) -> bool:
    """Whether words begin with what one does while speaking: «داعيا الصيادين إلى …» tells not who."""
    reading = reading_of(folded(words.split()[0])) if words.split() else None
    return reading is not None and reading.shape == PARTICIPLE


def _whole(words: str) -> str:
    """Words without marks at the edges that have no partner, and without «و» that joins them to what went before."""
    words = words.strip(EDGES)
    for left, right in CLOSED:
        if words.count(left) != words.count(right):
            words = words.removeprefix(left).removesuffix(right)
    if words.count(STRAIGHT) % 2:
        words = words.removeprefix(STRAIGHT) if words.startswith(STRAIGHT) else words.removesuffix(STRAIGHT)
    words = words.strip(EDGES)
    return words.removeprefix(AND) if _is_joined(words) else words


def _is_joined(words: str) -> bool:
    """Whether «و» at the beginning is no letter of the word: «والجسر», «وأغلق»; not «وزير», «وصف»."""
    first = folded(words.split(maxsplit=1)[0]) if words.startswith(AND) else ""
    return first.startswith(AND * 2) or (first.startswith(AND) and not lemma(first).startswith(AND))
