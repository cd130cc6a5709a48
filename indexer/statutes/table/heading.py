"""What stands above the table: whose it is, and of which days."""

from dataclasses import dataclass

from indexer.statutes.changes import Comparison
from records.model import Version


@dataclass(frozen=True, slots=True)
class Heading:
    title: str
    subtitle: str
    old: str
    new: str


def heading(found: Comparison) -> Heading:
    """The words above the table and its columns."""
    name = found.after.name
    subtitle = f"{_state(found.before)} → {_state(found.after)}"
    draft = not found.after.mst
    return Heading(f"{name} 신·구조문대비표", subtitle, "현행", "개정안" if draft else "개정")


def _state(version: Version) -> str:
    if not version.mst:
        return version.name
    number = f" 제{version.number}호" if version.number else ""
    return f"[시행 {version.effective}] {version.kind}{number}"
