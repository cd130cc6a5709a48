"""``--metadata FILE.jsonl``: fields of documents, a file's a line, matched by ``path``."""

import unicodedata
from pathlib import Path
from typing import Any

from indexer.intake.fields import read_fields, unknown_keys
from indexer.intake.jsonl import lines, parse_object
from indexer.intake.model import Fault, Source
from records.errors import Broken, Misuse, UCouncilError


class Metadata:
    """What is known of files beside their content.

    ``path`` is relative to the folder that is loaded, or just the file's name. Lines that could
    not be read and lines that no file asked for are in `faults`: nothing is dropped unseen.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._fields: dict[str, tuple[str, dict[str, Any]]] = {}
        self._asked: set[str] = set()
        self._faults: list[Fault] = []
        self._path = path.resolve() if path else None
        if path is not None:
            self._read(path)

    def is_own_file(self, source: Source) -> bool:
        """Whether ``source`` is the metadata itself, which is no paper."""
        return source.path is not None and source.path.resolve() == self._path

    def of(self, source: Source) -> dict[str, Any]:
        """The fields given for ``source``; its relative path goes before its name."""
        for key in (_key(source.relative), _key(source.name)):
            if key in self._fields:
                self._asked.add(key)
                return self._fields[key][1]
        return {}

    def faults(self) -> list[Fault]:
        """Bad lines, then lines without a file; complete when every file has been asked for."""
        idle = [place for key, (place, _) in self._fields.items() if key not in self._asked]
        return self._faults + [Fault.of(place, Broken("맞는 파일이 없는 항목")) for place in idle]

    def _read(self, path: Path) -> None:
        try:
            stream = path.open("rb")
        except OSError as fault:
            raise Misuse(f"항목 파일을 열 수 없음: {path} ({fault.strerror})") from fault
        with stream:
            for place, line in lines(stream, str(path.absolute())):
                try:
                    self._add(place, parse_object(line))
                except UCouncilError as error:
                    self._faults.append(Fault.of(place, error))

    def _add(self, place: str, line: dict[str, Any]) -> None:
        key = line.get("path")
        if not isinstance(key, str) or not key:
            raise Broken("path가 없는 항목")
        if _key(key) in self._fields:
            raise Broken(f"같은 path가 두 번 있음: {key} (먼저 {self._fields[_key(key)][0]})")
        unknown = unknown_keys(line, frozenset({"path"}))
        if unknown:
            raise Broken(f"모르는 항목: {', '.join(unknown)}")
        self._fields[_key(key)] = place, read_fields(line)


def _key(path: str) -> str:
    """macOS writes names decomposed; people write them composed."""
    return unicodedata.normalize("NFC", path.removeprefix("./"))
