"""Queries that people say failed, as candidates for the judged queries of `ucouncil evaluate`.

A line is ``qid<TAB>query<TAB>day<TAB>found``: `evaluate --queries` reads its first two cells. Who
judges them writes ``qid<TAB>document id<TAB>grade`` into a file of answers beside it.
"""

import hashlib
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Final

from indexer.privacy.detect import in_query

CANDIDATES: Final = Path("judged") / "candidates.tsv"
"""Under the home."""
MOST: Final = 10_000
"""Candidates that are kept; nobody judges more."""


class Missed:
    """Keeps failed queries under ``home``, each once, and none that holds personal data."""

    def __init__(self, home: Path) -> None:
        self._file = home / CANDIDATES
        self._lock = Lock()

    def __call__(self, query: str, found: int) -> bool:
        """Keep ``query``; False when it holds personal data."""
        plain = " ".join(query.split())
        if in_query(plain):
            return False
        qid = "m" + hashlib.sha256(plain.encode()).hexdigest()[:12]
        with self._lock:
            self._keep(qid, f"{qid}\t{plain}\t{date.today().isoformat()}\t{found}\n")
        return True

    def _keep(self, qid: str, line: str) -> None:
        """Add the line in one write, which no other process's can break."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.open("a+", encoding="utf-8") as kept:
            kept.seek(0)
            known = {one.partition("\t")[0] for one in kept}
            if qid not in known and len(known) < MOST:
                kept.write(line)
