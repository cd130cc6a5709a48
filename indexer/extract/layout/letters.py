"""Finding words among placed letters, whatever spaces and line ends lie between."""

from collections.abc import Iterator, Sequence

MOST = 500


def find(letters: Sequence[str], needles: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(first, last) positions in ``letters`` of each needle, at most `MOST` in all. Spaces and
    case do not count. Each letter is one code point or nothing.

    >>> list(find(list("의 안번호"), ["의안"]))
    [(0, 2)]
    """
    places = [place for place, letter in enumerate(letters) if letter.strip()]
    text = "".join(letters[place].lower()[:1] for place in places)
    found = 0
    for needle in needles:
        wanted = "".join(letter.lower()[:1] for letter in needle if letter.strip())
        start = text.find(wanted) if wanted else -1
        while start >= 0 and found < MOST:
            found += 1
            yield places[start], places[start + len(wanted) - 1]
            start = text.find(wanted, start + len(wanted))
