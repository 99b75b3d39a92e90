"""The words of a text in one pass over its letters: hash of the form, hash of the light stem, offsets, how common (kernels)."""

from __future__ import annotations

import numpy as np

from takhrij.match.kernels import Counts, Flags, Floats, Ints, Shares, kernel, place_in
from takhrij.match.letters import Letters

Tables = tuple[Letters, Letters]  # see `letters.ligatures` and `letters.consonants`
Listed = tuple[Ints, Ints, Floats]  # slots, numbers, shares: see `numbers.Common`
Split = tuple[Ints, Shares, Counts, Flags, Ints, Flags]  # those of `numbers.WordNumbers`, then those of `numbers.Heard`

STEMMED = 40  # letters; a longer word is no word of the language and is its own stem
SHORTEST = 3  # letters that a stem keeps, as in takhrij.text.stems
_START, _STEP, _LAST = np.uint64(0xCBF29CE484222325), np.uint64(0x100000001B3), np.uint64(32)  # FNV-1a
_HAMZA, _ALEF, _BA, _TA, _HA, _WAW, _YA = 0x621, 0x627, 0x628, 0x62A, 0x647, 0x648, 0x64A
_FA, _KAF, _LAM, _MIM, _NUN = 0x641, 0x643, 0x644, 0x645, 0x646
_POINT, _COMMA, _THOUSANDS = 0x2E, 0x2C, 0x66C
_A, _Z = 0x61, 0x7A


@kernel
def split(letters: Letters, tables: Tables, forms: Listed, stems: Listed, unlisted: float, content: float) -> Split:
    """The words of a text in order, array by array as `numbers.WordNumbers` and `numbers.Heard` have them."""
    most, at, sizes = len(letters) // 2 + 1, 0, 0
    numbers, bounds, flags = np.empty((2, most), np.int64), np.empty((2, most), np.int32), np.empty((3, most), np.bool_)
    sounds, marks = np.empty(most, np.int64), np.empty((2, most), np.bool_)
    word = np.empty(STEMMED, np.int64)
    while at < len(letters):
        if not _begins(letters[at]):
            at += 1
            continue
        bounds[0, sizes], first = at, letters[at]
        at, bounds[1, sizes], numbers[0, sizes], size, flags[2, sizes] = _word(letters, tables[0], at, word)
        sounds[sizes], marks[0, sizes] = _sound(word, min(size, STEMMED), tables[1])
        numbers[1, sizes] = _stem(word, size) if size <= STEMMED else numbers[0, sizes]
        flags[1, sizes], marks[1, sizes] = _is_digit(first), _A <= first <= _Z
        sizes += 1
    shares = np.empty((2, sizes), np.float32)
    for number in range(sizes):
        place, other = place_in(forms[0], forms[1], numbers[0, number]), place_in(stems[0], stems[1], numbers[1, number])
        form_share, stem_share = forms[2][place] if place >= 0 else unlisted, stems[2][other] if other >= 0 else unlisted
        shares[0, number], shares[1, number] = form_share, max(form_share, stem_share)
        flags[0, number] = max(form_share, stem_share) < content
    numbers, bounds, flags = numbers[:, :sizes].copy(), bounds[:, :sizes].copy(), flags[:, :sizes].copy()
    return numbers, shares, bounds, flags, sounds[:sizes].copy(), marks[:, :sizes].copy()


@kernel
def _begins(letter: int) -> bool:
    return letter < 0 or (letter > 2 and not _is_point(letter))


@kernel
def _is_point(letter: int) -> bool:
    return letter in (_POINT, _COMMA, _THOUSANDS)


@kernel
def _is_digit(letter: int) -> bool:
    return 0x30 <= letter <= 0x39


@kernel
def _word(letters: Letters, ligatures: Letters, start: int, word: Ints) -> tuple[int, int, np.int64, int, bool]:
    """Where to go on, where the word ends, the hash of its form, how many letters it has (they go to `word`), whether one is a digit."""
    bits, size, end, at, digits = _START, 0, start + 1, start, False
    figures = _is_digit(letters[start])
    while at < len(letters):
        letter = letters[at]
        if letter == 1 or letter == 2:  # marks belong to the letter before; invisible characters only where letters follow
            at += 1
            end = at if letter == 1 else end
            continue
        if figures and not _is_digit(letter) and not (_is_point(letter) and _figure_follows(letters, at)):
            break
        if not figures and not _begins(letter):
            break
        row = -letter if letter < 0 else 0
        for part in range(8 if letter < 0 else 1):
            plain = ligatures[row, part] if letter < 0 else letter
            if plain == 0:
                break
            if size < STEMMED:
                word[size] = plain
            bits = (bits ^ np.uint64(plain)) * _STEP
            digits |= _is_digit(plain)
            size += 1
        at += 1
        end = at
    return at, end, np.int64((bits ^ (bits >> _LAST)) >> np.uint64(1)), size, digits


@kernel
def _figure_follows(letters: Letters, point: int) -> bool:
    at = point + 1
    while at < len(letters) and (letters[at] == 1 or letters[at] == 2):
        at += 1
    return at < len(letters) and _is_digit(letters[at])


@kernel
def _sound(word: Ints, size: int, consonants: Letters) -> tuple[np.int64, bool]:
    """The hash of what `takhrij.text.sounds.sound_of` leaves of the word, and whether that is two consonants.

    0 for fewer than two, and for what is no word of letters alone.
    """
    bits, heard, last = _START, 0, 0
    for at in range(_after_article(word, size), size):
        sound = consonants[word[at]] if word[at] < len(consonants) else word[at]
        if sound < 0:
            return np.int64(0), False
        if sound > 0 and sound != last:
            bits, heard, last = (bits ^ np.uint64(sound)) * _STEP, heard + 1, sound
    return np.int64((bits ^ (bits >> _LAST)) >> np.uint64(1)) if heard >= 2 else np.int64(0), heard == 2


@kernel
def _after_article(word: Ints, size: int) -> int:
    start = 1 if word[0] == _WAW or word[0] == _FA else 0
    joined = start + (1 if size > start and (word[start] == _BA or word[start] == _KAF) else 0)
    if size >= joined + 2 and word[joined] == _ALEF and word[joined + 1] == _LAM:
        return joined + 2
    return start + 2 if size >= start + 2 and word[start] == _LAM and word[start + 1] == _LAM else 0


@kernel
def _stem(word: Ints, size: int) -> np.int64:
    """The hash of what `takhrij.text.stems.stem` leaves of the word."""
    start, end = 0, size
    if _HAMZA <= word[0] <= _YA:
        end = _without_hamza(word, size)
        start = _after_prefixes(word, end)
        end = _before_suffixes(word, start, end)
    bits = _START
    for at in range(start, end):
        bits = (bits ^ np.uint64(word[at])) * _STEP
    return np.int64((bits ^ (bits >> _LAST)) >> np.uint64(1))


@kernel
def _without_hamza(word: Ints, size: int) -> int:
    """Close up the gaps of bare hamzas; a word of nothing else stays as it is."""
    kept = 0
    for at in range(size):
        if word[at] != _HAMZA:
            word[kept] = word[at]
            kept += 1
    return kept if kept else size


@kernel
def _after_prefixes(word: Ints, size: int) -> int:
    start = 1 if size > SHORTEST + 1 and (word[0] == _WAW or word[0] == _FA) else 0
    left = size - start
    first = word[start]
    if left >= SHORTEST + 3 and first in (_BA, _KAF, _FA, _WAW) and word[start + 1] == _ALEF and word[start + 2] == _LAM:
        return start + 3
    if left >= SHORTEST + 2 and first in (_ALEF, _LAM) and word[start + 1] == _LAM:
        return start + 2
    return start + 1 if left >= SHORTEST + 2 and first in (_BA, _LAM, _KAF) else start


@kernel
def _before_suffixes(word: Ints, start: int, end: int) -> int:
    for _ in range(2):
        shorter = end - _suffix(word, end, end - start - SHORTEST)
        if shorter == end:
            break
        end = shorter
    return end


@kernel
def _suffix(word: Ints, end: int, most: int) -> int:
    """How many letters the common ending has that may be taken off."""
    if most >= 2:
        one, other = word[end - 2], word[end - 1]
        if (one == _HA and other in (_ALEF, _MIM)) or (one == _ALEF and other in (_NUN, _TA)):
            return 2
        if (one == _WAW and other == _NUN) or (one == _YA and other in (_NUN, _HA)):
            return 2
    return 1 if most >= 1 and word[end - 1] in (_HA, _YA, _TA, _ALEF) else 0
