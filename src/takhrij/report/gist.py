"""The gist of a claim: what a reader asks first, line by line, each part with the place on the page where its reason stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from takhrij.report.deviations import Deviation, deviations_of
from takhrij.report.tongues import Tongue
from takhrij.report.views import ClaimView, TellingView
from takhrij.report.words import DATES, KINDS, SLOTS, origin_names, shortened, span_in_words, value_in_words, visible

MOST_DEVIATIONS = 4  # slots that are told; the table of changes tells all
MOST_VALUES = 6  # values of one slot that are told
MOST_ORIGINS = 3  # origins that are named, those of most tellings first
LONGEST_NAME = 60  # letters
UNMARKED = dict.fromkeys((0x2068, 0x2069))  # isolates, which keep a page in order; a text to be pasted does without


class Part(NamedTuple):
    """A piece of a line and the anchor of its reason, in the claim ("tellings", "origins", "v…"); `grave` where it warns."""

    text: str
    anchor: str
    grave: bool = False


class Line(NamedTuple):
    """The answer to one question; `key` is also the word of the glossary that explains it, `why` how the answer came about."""

    key: str
    heading: str
    parts: list[Part]
    why: str = ""


def gist_of(view: ClaimView, tongue: Tongue) -> list[Line]:
    """How many tell it, how many origins they go back to and why, who is at the source, what changed and since when, what to beware of.

    "23 tellings in 14 outlets"; "1 to 2 origins"; "the common link is …"; "number (dead): 9 in 20 tellings, 19 in 3 since …".
    """
    lines = [
        Line("telling", tongue("من رواه", "Who tells it"), [*_who_tells(view, tongue)]),
        Line("origin", tongue("كم أصلا مستقلا", "How many independent origins"), [*_origins(view, tongue)], _why(view, tongue)),
        Line("common", tongue("من عند المنبع", "Who is at the source"), [*_source(view, tongue)]),
        Line("change", tongue("ما تغيّر ومنذ متى", "What changed, and since when"), [*_changes(view, tongue)]),
        Line("beware", tongue("تنبيه", "Beware"), [*_uncredited(view, tongue), *_circles(view, tongue)]),
    ]
    return [line for line in lines if line.parts]


def gist_in_words(view: ClaimView, tongue: Tongue) -> list[str]:
    """The gist as lines of text: each question with its answers."""
    told = []
    for line in gist_of(view, tongue):
        answers = tongue("؛ ", "; ").join(part.text for part in line.parts)
        told.append(f"{line.heading}: {answers}." + (f" ({line.why})" if line.why else ""))
    return [text.translate(UNMARKED) for text in told]


def _who_tells(view: ClaimView, tongue: Tongue) -> Iterator[Part]:
    told = tongue.counted(len(view.tellings), "telling")
    articles = tongue.counted(view.claim.documents, "article", True)
    outlets = tongue.counted(len(view.outlets), "outlet", True)
    if not view.outlets:
        words = tongue(f"{told} في {articles} لا تُعرف وسيلتها", f"{told} in {articles} of unknown outlets")
    elif len(view.outlets) == view.claim.documents:
        words = tongue(f"{told} في {outlets}", f"{told} in {outlets}")
    else:
        words = tongue(f"{told} في {articles} من {outlets}", f"{told} in {articles} of {outlets}")
    yield Part(words, "tellings")
    if len(view.tellings) > 1:
        first = view.tellings[0]
        where = _place_and_time(first, tongue)
        yield Part(
            tongue(f"أول ما عُثر عليه منها {first.label}: {where}", f"the first that was found is {first.label}: {where}"), first.label
        )


def _place_and_time(telling: TellingView, tongue: Tongue) -> str:
    """«صحيفة المرفأ، 2031-02-01 10:00»: what is known of them."""
    outlet = shortened(visible(telling.document.outlet or ""), LONGEST_NAME) or tongue("وسيلة غير معروفة", "unknown outlet")
    date = _moment(telling.document.date) + _doubt(telling, tongue) if telling.document.date else ""
    return tongue.listed(text for text in (f"\u2068{outlet}\u2069", date) if text)


def _origins(view: ClaimView, tongue: Tongue) -> Iterator[Part]:
    if view.ancestry is not None:
        row = view.ancestry
        words = tongue.counted_range(row.origin_low, row.origin_high, "origin")
        words += "" if view.origins else tongue("، مجهول", ", unknown")
        yield Part(words, "origins")


def _why(view: ClaimView, tongue: Tongue) -> str:
    """Why that many origins: where all chains end, or for how many pairs of origins independence was shown."""
    if view.ancestry is None or not view.origins:
        return ""
    if view.ancestry.origin_high == 1:
        name = next(iter(origin_names(view, tongue.english).values()))
        return tongue(f"تنتهي إليه كل السلاسل الظاهرة: \u2068{name}\u2069", f"every chain that can be seen ends there: \u2068{name}\u2069")
    verdicts = Counter(row.verdict for row in view.independence)
    shown, pairs = verdicts["independent"], tongue.counted(sum(verdicts.values()), "pair", True)
    if view.ancestry.origin_low == view.ancestry.origin_high:
        return tongue(f"ثبت استقلال {shown} من {pairs}", f"independence was shown for {shown} of {pairs}")
    return tongue(
        f"ثبت استقلال {shown} من {pairs}؛ الأدنى إن كان ما لم يثبت استقلاله أصلا واحدا، والأعلى إن كان مستقلا كله",
        f"independence was shown for {shown} of {pairs}; the lower number takes what was not shown as one, the higher as independent",
    )


def _source(view: ClaimView, tongue: Tongue) -> Iterator[Part]:
    row = view.ancestry
    if row is not None and row.common_link:
        name = f"\u2068{shortened(visible(row.common_link), LONGEST_NAME)}\u2069"
        past = len(view.bypassed_by)
        through = (
            tongue(f"لا تمر بها {tongue.counted(past, 'telling')}", f"not through it: {tongue.counted(past, 'telling')}")
            if past
            else tongue("تمر بها كل السلاسل", "all chains pass through it")
        )
        yield Part(tongue(f"الحلقة المشتركة {name} ({through})", f"the common link is {name} ({through})"), "common")
    names = origin_names(view, tongue.english)
    ranked = sorted(view.origins, key=lambda pair: -len(pair[1]))
    for origin, labels in ranked[:MOST_ORIGINS]:
        kind = tongue.gloss(KINDS[origin.kind])
        yield Part(f"\u2068{names[origin.origin]}\u2069 ({kind}): {tongue.counted(len(labels), 'telling')}", "origins")
    if len(ranked) > MOST_ORIGINS:
        rest = len(ranked) - MOST_ORIGINS
        yield Part(tongue(f"وغيرها: {tongue.counted(rest, 'origin')}", f"and {tongue.counted(rest, 'origin')} more"), "origins")
    if row is not None and len(view.tellings) > 1:
        texts = span_in_words(row.text_low, row.text_high).replace("to", tongue("إلى", "to"))
        yield Part(
            tongue(f"نصوص لم يُعثر على من نُقلت عنه: {texts}", f"texts that were copied from nobody who was found: {texts}"), "picture"
        )


def _changes(view: ClaimView, tongue: Tongue) -> Iterator[Part]:
    found = deviations_of(view)
    if not found and len(view.tellings) > 1:
        words = tongue("لا اختلاف في عدد أو تاريخ أو مكان أو شخص أو نفي", "no difference in a number, date, place, person or negation")
        yield Part(words, "tellings")
    yield from (_deviation(row, view, tongue) for row in found[:MOST_DEVIATIONS])
    if len(found) > MOST_DEVIATIONS:
        yield Part(tongue(f"و{len(found) - MOST_DEVIATIONS} في الجدول", f"{len(found) - MOST_DEVIATIONS} more in the table"), "changes")


def _deviation(row: Deviation, view: ClaimView, tongue: Tongue) -> Part:
    """«يتغيّر العدد مع الوقت (قتلى): 4 في رواية واحدة، 9 في 3 روايات منذ …», «خطأ نقل محتمل في العدد: 19 بدل 9»."""
    told = {value: f"\u2068{shortened(value_in_words(row.variation.slot, value), LONGEST_NAME)}\u2069" for value in row.values}
    slot = tongue.gloss(SLOTS[row.variation.slot]) + (f" ({row.counted})" if row.counted else "")
    if row.variation.kind in ("copy_error", "correction"):
        wrong = tongue.listed(told[value] + _since(row.values[value], view, tongue) for value in list(row.others)[:MOST_VALUES])
        right = told[row.usual]
        words = tongue(f"خطأ نقل محتمل في {slot}: {wrong} بدل {right}", f"a slip in copying the {slot}: {wrong} for {right}")
        if row.variation.kind == "correction":
            words = tongue(f"صُحّح {slot}: {right} بدل {wrong}", f"the {slot} was corrected: {right} for {wrong}")
    else:
        how = tongue("تختلف في", "they differ in the") if row.grave else tongue("يتغيّر مع الوقت", "changes over time:")
        values = [_told(told[value], row.values[value], view, tongue) for value in list(row.values)[:MOST_VALUES]]
        words = f"{how} {slot}: {tongue.listed(values)}"
    return Part(words + ("…" if len(row.values) > MOST_VALUES else ""), row.variation.variation, row.grave)


def _told(value: str, labels: list[str], view: ClaimView, tongue: Tongue) -> str:
    """«12 في روايتين منذ 2031-02-01 10:00»."""
    return f"{value} {tongue('في', 'in')} {tongue.counted(len(labels), 'telling', True)}{_since(labels, view, tongue)}"


def _since(labels: list[str], view: ClaimView, tongue: Tongue) -> str:
    """When the first of these tellings that has a date was dated, "" where none has."""
    dated = [(telling.document.date, telling) for telling in view.tellings if telling.document.date]
    told = [(date, telling) for date, telling in dated if telling.label in labels]
    if not told:
        return ""
    date, telling = min(told, key=lambda row: row[0])
    one_kind = len({row.document.date_kind for _, row in dated}) == 1  # then it was told beside the first
    doubt = "" if one_kind else _doubt(telling, tongue)
    return tongue(" منذ ", " since ") + _moment(date, min(date for date, _ in dated)[:10]) + doubt


def _doubt(telling: TellingView, tongue: Tongue) -> str:
    """« (تاريخ الجمع)» where the date is of another kind than that of publication: who was first is then not known."""
    kind = telling.document.date_kind
    return f" ({tongue.gloss(DATES[kind])})" if kind in ("crawled", "guessed") else ""


def _moment(date: str, day: str = "") -> str:
    """«2031-02-01 10:00», or «10:00» alone where the day is the one that was told already."""
    shown = visible(date[:16]).replace("T", " ")
    shown = shown[11:] if day and shown[:10] == day and len(shown) == len("2031-02-01 10:00") else shown
    return f"\u2068{shown}\u2069"


def _uncredited(view: ClaimView, tongue: Tongue) -> Iterator[Part]:
    count = len({label for finding, label in view.findings if finding.kind == "copied_not_credited"})
    if count:
        copied, named = ("نقلتا", "تذكرا") if count == 2 else ("نقلت", "تذكر")
        arabic = f"{tongue.counted(count, 'telling')} {copied} الألفاظ ولم {named} ممن {copied}"
        english = f"{count} copied the words and {'does' if count == 1 else 'do'} not say whose they are"
        yield Part(tongue(arabic, english), "findings", grave=True)


def _circles(view: ClaimView, tongue: Tongue) -> Iterator[Part]:
    if view.circles:
        yield Part(tongue("فيها نقل دائري", "outlets name one another in a circle"), "circles", grave=True)
