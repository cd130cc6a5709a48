"""Real answers as files: what a source said in a run, for golden tests; no keys, no contacts."""

import json
from datetime import datetime
from pathlib import Path

from crawlers.forms import form_of
from records.store import Records

_ENDINGS = {"xml": "xml", "json": "json", "html": "html", "script": "html"}


def export(records: Records, source: str, folder: Path, since: datetime) -> int:
    """Write every answer that ``source`` gave from ``since`` on into ``folder``, and
    ``index.jsonl`` with its address and moment. Returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    answers = [one for one in records.archived(source) if one.when >= since]
    with (folder / "index.jsonl").open("w", encoding="utf-8") as index:
        for number, one in enumerate(answers, 1):
            body = records.originals.get(one.sha256)
            name = f"{number:05d}.{_ENDINGS.get(form_of(body), 'bin')}"
            (folder / name).write_bytes(body)
            line = {"file": name, "address": one.address, "when": one.when.isoformat()}
            index.write(json.dumps(line, ensure_ascii=False) + "\n")
    return len(answers)
