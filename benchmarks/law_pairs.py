"""Every amendment of the samples against the lists that came with it.

Writes ``docs/reports/law-pairs.md``: where the two differ, which is right and why. The lists are
of a simple splitter by headings; the reasons are checked here, not assumed.

    python -m benchmarks.law_pairs ../shared/samples/law-pairs
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from indexer.statutes.changes import ChangeKind, Comparison
from indexer.statutes.compare import apply, compare
from indexer.statutes.likeness import is_stub
from indexer.statutes.markdown import read_markdown, write_text
from records.model import Version

REPORT = Path(__file__).parents[1] / "docs" / "reports" / "law-pairs.md"
LISTED = ("changed", "added", "deleted")
HEAD = """# Comparison against the lists of the sample amendments

Made by `python -m benchmarks.law_pairs`. Each pair of the samples has lists of articles changed,
added and deleted, made by a simple splitter. Numbers and article names only.

"""


def main(folder: Path) -> None:
    pairs = sorted(path for path in folder.iterdir() if path.is_dir())
    kinds: Counter[str] = Counter()
    rows: list[str] = []
    exact = same = 0
    for pair in pairs:
        before, after = (_read(pair / f"{side}.md") for side in ("before", "after"))
        found = compare(before, after)
        exact += write_text(apply(found, before)) == write_text(after)
        kinds.update(change.kind.value for change in found.changes)
        own = list(_differences(pair, found, before, after))
        same += not own
        rows += own
    counts = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    summary = (
        f"- pairs: {len(pairs)}; applying the changes gives the new text exactly: {exact}\n"
        f"- changes found: {counts}\n- pairs with the same lists: {same}; the others:\n\n"
        "| pair | article | found here | list says | right | why |\n|---|---|---|---|---|---|\n"
    )
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(HEAD + summary + "\n".join(rows) + "\n", encoding="utf-8")


def _read(path: Path) -> Version:
    return read_markdown(path.read_text(encoding="utf-8"))


def _differences(pair: Path, found: Comparison, before: Version, after: Version) -> Iterator[str]:
    given = json.loads((pair / "meta.json").read_text(encoding="utf-8"))
    ours = {change.article: change.kind.value for change in found.changes}
    theirs = {key: kind for kind in LISTED for key in given[f"articles_{kind}"]}
    for key in sorted(ours.keys() | theirs.keys()):
        if ours.get(key) != theirs.get(key):
            right, why = _reason(key, found, before, after)
            cells = (pair.name, key, ours.get(key, "–"), theirs.get(key, "–"), right, why)
            yield f"| {' | '.join(cells)} |"


def _reason(key: str, found: Comparison, before: Version, after: Version) -> tuple[str, str]:
    old, new = ({a.key: a for a in v.articles} for v in (before, after))
    moved = [c for c in found.changes if c.kind is ChangeKind.RENUMBERED and c.old and c.new]
    for change in moved:
        if change.old and change.article == key:
            return "here", f"it is the former {change.old.key}, renumbered"
    for change in moved:
        if change.old and change.old.key == key:
            return "here", f"the former {key} is now {change.article}; this text is new"
    if key in new and is_stub(new[key]):
        return "here", "only the note of its deletion is left"
    if key in old and is_stub(old[key]):
        return "here", "it had been deleted before, and the number is used anew"
    if key in old and key in new and old[key].text == new[key].text:
        return "here", "its text is the same; the splitter took what follows it for part of it"
    return "list", "not explained"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
