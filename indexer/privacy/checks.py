"""Arithmetic that tells a real number from one that only looks like it. Digits only."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

_WEIGHTS: Final = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_CENTURIES: Final = {**dict.fromkeys("1256", 1900), **dict.fromkeys("3478", 2000)} | {
    "9": 1800,
    "0": 1800,
}
_NO_CHECKSUM: Final = date(2020, 10, 1)
"""Numbers given from this day on end in any digit; a late birth report may be given earlier."""


def _birthday(digits: str) -> date | None:
    year = _CENTURIES[digits[6]] + int(digits[:2])
    try:
        day = date(year, int(digits[2:4]), int(digits[4:6]))
    except ValueError:
        return None
    return day if day <= date.today() + timedelta(days=1) else None


def _remainder(digits: str) -> int:
    total = sum(int(digit) * weight for digit, weight in zip(digits[:12], _WEIGHTS, strict=True))
    return 11 - total % 11


def born(digits: str) -> bool:
    """Begins with a day of birth that was."""
    return _birthday(digits) is not None


def resident(digits: str) -> bool:
    """A resident number: a day of birth that was, and before October 2020 its checksum.

    >>> resident("8001011234560"), resident("8001011234567"), resident("8013011234560")
    (True, False, False)
    """
    day = _birthday(digits)
    return day is not None and (day >= _NO_CHECKSUM or resident_strict(digits))


def resident_strict(digits: str) -> bool:
    """A resident number by its day of birth and its checksum, whenever it was given."""
    return _birthday(digits) is not None and _remainder(digits) % 10 == int(digits[12])


def foreigner(digits: str) -> bool:
    """A foreigner's number: its checksum has another constant."""
    day = _birthday(digits)
    right = (_remainder(digits) + 2) % 10 == int(digits[12])
    return day is not None and (right or day >= _NO_CHECKSUM)


def luhn(digits: str) -> bool:
    """A card number's checksum.

    >>> luhn("4111111111111111"), luhn("4111111111111112")
    (True, False)
    """
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0 and len(set(digits)) > 1


def account(digits: str) -> bool:
    """An account number has 10 to 14 digits and is no telephone number.

    >>> account("1234567890123"), account("0212345678"), account("20090224")
    (True, False, False)
    """
    return 10 <= len(digits) <= 14 and not (digits.startswith("0") and len(digits) < 12)


CHECKS: Final[Mapping[str, Callable[[str], bool]]] = {
    check.__name__: check for check in (born, resident, resident_strict, foreigner, luhn, account)
}
