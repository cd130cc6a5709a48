"""Bytes: in words, and how many are too many."""

from typing import Final

LARGEST: Final = 300 * 2**20
"""Bytes of originals in one bundle."""


def size_name(size: int) -> str:
    """Bytes in words.

    >>> size_name(900), size_name(1_500_000)
    ('1KB', '1.4MB')
    """
    return f"{size / 2**20:.1f}MB" if size >= 2**20 else f"{max(1, round(size / 1024))}KB"
