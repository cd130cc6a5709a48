"""The files that a collection leaves as: where each is fetched, and how large its originals are."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode

from search_ui.sizes import LARGEST, size_name
from search_ui.work.pinning import Kept

FORMS: Final = {"xlsx": "XLSX", "docx": "DOCX", "hwpx": "HWPX", "zip": "ZIP (원본 포함)"}


def exports(where: Mapping[str, str], found: Sequence[Kept | None]) -> list[dict[str, Any]]:
    """The forms of the collection at ``where`` that holds what was ``found``: each with its
    address, and ``why`` where it cannot be had."""
    sizes = [(_size(one), one.document.title) for one in found if one]
    total = sum(size for size, _ in sizes)
    own = {"zip": {"size": size_name(total), "why": _why(total, *max(sizes))}} if total else {}
    return [
        {
            "form": form,
            "label": label,
            "href": f"./work/export?{urlencode({**where, 'form': form})}",
            **own.get(form, {"size": "", "why": ""}),
        }
        for form, label in FORMS.items()
    ]


def _size(one: Kept) -> int:
    return sum(attachment.size for attachment in one.document.attachments)


def _why(total: int, largest: int, title: str) -> str:
    if total <= LARGEST:
        return ""
    most, large = f"{LARGEST // 2**20}MB", size_name(largest)
    return (
        f"원본이 모두 {size_name(total)}여서 ZIP 하나({most}까지)에 담을 수 없습니다. "
        "새 자료집을 만들어 나누어 담거나, 큰 자료를 빼고 받으세요. "
        f"가장 큰 것은 ‘{title}’({large})입니다. 원본은 자료 화면에서 하나씩 받을 수도 있습니다."
    )
