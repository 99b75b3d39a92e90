"""The two languages that pages are written in: each phrase stands in both where it is used, and one of the two is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from takhrij.errors import UsageError
from takhrij.report import counts
from takhrij.report.reasons import reason_in_english
from takhrij.report.words import Gloss, plural, span_in_words


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of the pages: `code` is "ar" or "en".

    >>> ARABIC("الروايات", "Tellings"), ENGLISH("الروايات", "Tellings")
    ('الروايات', 'Tellings')
    """

    code: str
    direction: str

    @property
    def english(self) -> bool:
        """Whether it is English."""
        return self.code == "en"

    def __call__(self, arabic: str, english: str) -> str:
        return english if self.english else arabic

    def gloss(self, gloss: Gloss) -> str:
        """One of the two words of a gloss."""
        return gloss.english if self.english else gloss.arabic

    def counted(self, number: int, noun: str, after: bool = False) -> str:
        """«12 رواية», "12 tellings"; `after` a preposition the Arabic dual changes."""
        return plural(number, noun) if self.english else counts.counted(number, counts.NOUNS[noun], after=after)

    def counted_range(self, low: int, high: int, noun: str) -> str:
        """«من 1 إلى 3 أصول», "1 to 3 origins"."""
        if not self.english:
            return counts.counted_range(low, high, counts.NOUNS[noun])
        return f"{span_in_words(low, high)} {noun}{'' if high == 1 else 's'}"

    def listed(self, names: Iterable[str]) -> str:
        """The names with commas of the language."""
        return self("، ", ", ").join(names)

    def why(self, reason: str) -> str:
        """The reason of a conclusion, which the steps write in Arabic."""
        return reason_in_english(reason) if self.english else reason


ARABIC, ENGLISH = Tongue("ar", "rtl"), Tongue("en", "ltr")
TONGUES = {tongue.code: tongue for tongue in (ARABIC, ENGLISH)}


def tongue_named(code: str) -> Tongue:
    """The language of this code; UsageError where there is none."""
    if code not in TONGUES:
        raise UsageError(f"there are no pages in {code!r}: say {' or '.join(TONGUES)}")
    return TONGUES[code]
