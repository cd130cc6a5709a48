"""What the values of the radar are called."""

from typing import Final

CHANGES: Final = {
    "changed": "개정",
    "deleted": "삭제",
    "moved": "자리 이동",
    "renumbered": "조 이동",
    "added": "신설",
}
PROBLEMS: Final = {
    "deleted": "삭제된 조문",
    "renumbered": "번호가 바뀐 조문",
    "repealed": "폐지된 법령",
    "absent": "없는 조문",
}
ROLES: Final = {"cites": "인용", "delegated": "위임", "amends": "개정안"}
