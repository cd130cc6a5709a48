"""Characters of the private use area: those with a known meaning become ordinary ones.

Hancom's fonts keep circled digits and brackets there, Microsoft's symbol fonts their bullets.
What is not known stays as it is, and the reader is told how many there are.
"""

import re

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_SYMBOLS = {
    "\uf06c": "●",
    "\uf06d": "○",
    "\uf06e": "■",
    "\uf06f": "□",
    "\uf071": "❑",
    "\uf075": "◆",
    "\uf076": "❖",
    "\uf09f": "•",
    "\uf0a7": "▪",
    "\uf0a8": "□",
    "\uf0b7": "•",
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0e8": "➔",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
}
_HANCOM = {chr(0xF02B1 + i): chr(0x2776 + i) for i in range(10)}
_KNOWN = _SYMBOLS | _HANCOM | {"\uf85e": "·"}


def map_private_use(text: str) -> tuple[str, int]:
    """``text`` with the known ones replaced, and the count of those left.

    >>> map_private_use("\\uf0b7 예산")
    ('• 예산', 0)
    """
    mapped = _PRIVATE.sub(lambda match: _KNOWN.get(match[0], match[0]), text)
    return mapped, len(_PRIVATE.findall(mapped))
