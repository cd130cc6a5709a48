"""Names for the same thing: synonyms and short names of laws, read again when their files change.

They act when something is searched, so nothing needs to be indexed anew for them.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from importlib.resources.abc import Traversable
from pathlib import Path
from threading import Lock
from typing import Final

from indexer.korean.analyser import OWN_WORDS
from indexer.korean.dictionary import read_words as read_dictionary
from indexer.search.mappings import read_lines, read_synonyms
from records.errors import BadSetting

SYNONYMS: Final = "synonyms.txt"
LAWS: Final = "laws.tsv"
_log = logging.getLogger(__name__)

Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """``groups`` of names for the same thing; ``version`` changes whenever one of them does."""

    groups: Groups
    version: str


def read_words(where: Traversable) -> Words:
    """Read both files; raise `BadSetting` naming file and line for the first bad line."""
    groups = _joined((*read_synonyms(where), *read_laws(where)))
    text = "\n".join("=".join(group) for group in groups)
    return Words(groups, blake2b(text.encode(), digest_size=4).hexdigest())


def read_laws(where: Traversable) -> Groups:
    """The laws that have short names, from ``laws.tsv`` where there is one: ``title TAB
    name,name``."""
    if not (where / LAWS).is_file():
        return ()
    return parse_laws(read_lines(where / LAWS))


def parse_laws(lines: Sequence[str]) -> Groups:
    """The groups in ``lines``; a title or name that stands twice is refused, as is an empty one.

    >>> parse_laws(["# 법", "상법", "공공기관의 정보공개에 관한 법률\\t정보공개법"])
    (('공공기관의 정보공개에 관한 법률', '정보공개법'),)
    """
    groups, seen = [], dict[str, int]()
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        title, tab, short = line.partition("\t")
        names = (title.strip(), *(name.strip() for name in short.split(",") if tab))
        if not all(names):
            raise BadSetting(f"{LAWS} {number}행: 이름이 비었습니다: {line!r}")
        for name in names:
            if seen.setdefault(name, number) != number or names.count(name) > 1:
                raise BadSetting(f"{LAWS} {number}행: {seen[name]}행에 이미 있습니다: {name}")
        if len(names) > 1:
            groups.append(names)
    return tuple(groups)


def _joined(groups: Iterable[tuple[str, ...]]) -> Groups:
    """Groups that share a name made one."""
    of: dict[str, list[str]] = {}
    for group in groups:
        whole = list(dict.fromkeys(name for word in group for name in of.get(word, [word])))
        of |= dict.fromkeys(whole, whole)
    return tuple(map(tuple, {id(group): group for group in of.values()}.values()))


def field_words(where: Traversable) -> tuple[str, ...]:
    """Every word of the field that these mappings know: of the dictionary, synonyms and laws."""
    names = [name for group in read_words(where).groups for name in group]
    return tuple(dict.fromkeys((*names, *read_dictionary([OWN_WORDS]))))


class LiveWords:
    """The words of one folder, looked at again whenever its files change.

    What is broken on the way is reported and the last sound words go on: a slip of an editor
    must not stop a council from searching.
    """

    def __init__(self, where: Traversable) -> None:
        self._where = where
        self._stamp = self._stamps()
        self._words = read_words(where)
        self._lock = Lock()

    def words(self) -> Words:
        """The words as the files have them now."""
        stamp = self._stamps()
        if stamp != self._stamp:
            with self._lock:
                self._stamp = stamp
                try:
                    self._words = read_words(self._where)
                except BadSetting as error:
                    _log.error("낱말을 다시 읽지 못해 앞의 것을 씁니다: %s", error)
        return self._words

    def _stamps(self) -> tuple[tuple[int, int] | None, ...]:
        """When the files were written and how long they are; None for what is no file."""
        return tuple(_stamp(self._where / name) for name in (SYNONYMS, LAWS))


def _stamp(file: Traversable) -> tuple[int, int] | None:
    if not isinstance(file, Path) or not file.exists():
        return None
    found = file.stat()
    return found.st_mtime_ns, found.st_size
