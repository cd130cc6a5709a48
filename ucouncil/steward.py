"""The tools of the admin page: what `ucouncil` does at the command line, for the screen."""

import json
import re
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any, Final

from pydantic import SecretStr

from indexer.intake import load_paths
from indexer.intake.fields import read_fields
from indexer.privacy.detect import Finding, find
from indexer.verify import verify
from records.errors import Misuse, StoreFault
from records.model import Kind
from records.sources import SourceState
from search_ui.admin_tools import (
    Failed,
    IndexState,
    Loaded,
    Progress,
    Setting,
    Suspicion,
)
from search_ui.exports.bundle import file_name
from ucouncil.council import Council
from ucouncil.gathering import Gathering
from ucouncil.settings import Settings, SourceSettings

_AROUND: Final = 24
_HIDDEN: Final = "●"
_SIGN_IN: Final = re.compile(r"//[^/@\s]*@")
_UPLOADS: Final = "uploads"


class Steward:
    """The `Admin` of one council. One load or catching up at a time."""

    def __init__(self, council: Council) -> None:
        self._council, self._lock = council, Lock()
        self._folder = council.settings.home / _UPLOADS

    def sources(self) -> Sequence[SourceState]:
        return Gathering(self._council.settings, self._council.records).states()

    def index(self) -> IndexState:
        council = self._council
        applied, last = council.engine.applied().revision, council.records.last_revision()
        behind = sum(1 for one in council.records.changes(applied, last - applied + 1))
        engine = "Elasticsearch" if council.settings.elasticsearch_url else "내장 (tantivy)"
        return IndexState(engine, last, applied, behind, council.engine.size_bytes())

    def catch_up(self) -> int:
        with self._lock, Council(self._council.settings, writer=True) as writer:
            writer.graph.update()
            return writer.worker.run()

    def verify(self) -> tuple[bool, str]:
        report = verify(self._council.records, self._council.engine)
        return report.sound, report.sentence

    def settings(self) -> Sequence[Setting]:
        return described(self._council.settings)

    def why_held(self, document_id: str) -> Sequence[Suspicion]:
        document = self._council.records.document(document_id)
        text = f"{document.title}\n{document.text}"
        found = [one for one in find(text) if one.high]
        counts = Counter(one.kind for one in found)
        firsts = {one.kind: one for one in reversed(found)}
        return [Suspicion(k, n, _around(text, firsts[k])) for k, n in counts.items()]

    def hidden(self, text: str) -> str:
        return _hide(text, find(text))

    def load(
        self,
        files: Sequence[tuple[str, bytes]],
        fields: Mapping[str, Any],
        progress: Progress | None = None,
        repairs: str | None = None,
    ) -> Loaded:
        read_fields(fields)  # a wrong value is told before anything is written
        paths = [self._keep(name, content, fields) for name, content in files]
        done = self._load(paths, fields, progress)
        if repairs and not done.failed:
            self._council.records.resolve_failure(repairs)
        return done

    def retry(self, path: str, kind: str | None) -> Loaded:
        file = Path(path.partition("!/")[0])
        if not file.is_absolute() or not file.is_file():
            raise Misuse("그 파일이 이제 없습니다. 바른 파일을 올려 고치세요.")
        fields = dict(self._fields(file))
        if kind or "kind" not in fields:
            fields["kind"] = kind or Kind.OTHER.value
        return self._load([file], fields)

    def kind_of(self, path: str) -> str | None:
        kind = self._fields(Path(path.partition("!/")[0])).get("kind")
        return kind if isinstance(kind, str) else None

    def _keep(self, name: str, content: bytes, fields: Mapping[str, Any]) -> Path:
        """Write an upload into a folder of its own content, with its fields beside it."""
        folder = self._folder / sha256(content).hexdigest()[:16]
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / file_name(name)
        file.write_bytes(content)
        _beside(file).write_text(json.dumps(fields, ensure_ascii=False), encoding="utf-8")
        return file

    def _fields(self, file: Path) -> Mapping[str, Any]:
        """What was filled in when ``file`` was uploaded; nothing for files from elsewhere."""
        beside = _beside(file)
        if file.parent.parent != self._folder or not beside.is_file():
            return {}
        fields: Mapping[str, Any] = json.loads(beside.read_text(encoding="utf-8"))
        return fields

    def _load(
        self, paths: Sequence[Path], fields: Mapping[str, Any], progress: Progress | None = None
    ) -> Loaded:
        council, kind = self._council, Kind(fields["kind"])
        lines = [
            json.dumps({**fields, "path": name}, ensure_ascii=False)
            for name in dict.fromkeys(path.name for path in paths)
        ]
        with self._lock, tempfile.TemporaryDirectory() as folder:
            metadata = Path(folder).resolve() / "metadata.jsonl"
            metadata.write_text("\n".join(lines), encoding="utf-8")
            report = load_paths(council.records, council.extractor, paths, kind, metadata, progress)
        failed = [one for one in report.failed if not one.path.startswith(f"{metadata}:")]
        for one in report.failed:
            if one not in failed:  # laws and JSONL carry their own fields
                council.records.resolve_failure(one.path)
        return Loaded(
            report.loaded,
            report.unchanged,
            report.held,
            tuple(Failed(one.path, one.reason, one.advice) for one in failed),
            self._caught_up(),
        )

    def _caught_up(self) -> bool:
        """Whether the index could follow; another process may be writing it, or it is outdated,
        and what was loaded stays loaded."""
        try:
            self.catch_up()
        except StoreFault:
            return False
        return True


def described(settings: Settings) -> list[Setting]:
    """Every setting with its value, secrets and passwords in addresses hidden."""
    return [
        Setting(
            f"UCOUNCIL_{name.upper()}", _value(getattr(settings, name)), field.description or ""
        )
        for name, field in type(settings).model_fields.items()
    ]


def _value(value: object) -> str:
    if isinstance(value, SecretStr):
        return "●●●● (설정됨)"
    if value is None or value in ("", (), {}):
        return "없음"
    if isinstance(value, Mapping):
        return ", ".join(f"{name} ({_rhythm(one)})" for name, one in value.items())
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return _SIGN_IN.sub("//●●●●@", str(value))


def _rhythm(source: SourceSettings) -> str:
    if source.off:
        return "끔"
    return f"{source.every_hours:g}시간마다" if source.every_hours else "켬"


def _beside(file: Path) -> Path:
    return file.parent.with_suffix(".json")


def _around(text: str, finding: Finding) -> str:
    """The words around a finding, every finding in them hidden."""
    low, high = max(0, finding.start - _AROUND), finding.end + _AROUND
    hidden = _hide(text, find(text))
    return "…" + " ".join(hidden[low:high].split()) + "…"


def _hide(text: str, found: Sequence[Finding]) -> str:
    """One sign for each letter, so that places stay."""
    letters = list(text)
    for one in found:
        letters[one.start : one.end] = _HIDDEN * (one.end - one.start)
    return "".join(letters)
