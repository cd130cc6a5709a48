"""From paths as given to files, in sorted order; what is no readable file is a fault, not lost."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from indexer.intake.model import Fault, Same, Source
from records.errors import Broken, Unsupported


def walk(paths: Iterable[Path]) -> Iterator[Source | Same | Fault]:
    """Every file below ``paths``, hidden ones included, each once, folders in sorted order.

    A link to a file that has come already is the `Same`.
    """
    places: set[str] = set()
    files: set[Path] = set()
    for given in paths:
        # Not resolved: people know a link by its own path.
        root = Path(os.path.abspath(given))  # noqa: PTH100
        for path in _files(root):
            found = path if isinstance(path, Fault) else _source(root, path)
            if found.place in places:
                continue
            places.add(found.place)
            if isinstance(found, Source) and found.path is not None:
                real = found.path.resolve()
                yield Same(found.place) if real in files else found
                files.add(real)
            else:
                yield found


def _files(root: Path) -> Iterator[Path | Fault]:
    if not root.is_dir():
        yield root
        return
    faults: list[OSError] = []
    for folder, subfolders, names in os.walk(root, onerror=faults.append):
        subfolders.sort()
        links = [name for name in subfolders if (Path(folder) / name).is_symlink()]
        for name in sorted([*names, *links]):
            yield Path(folder) / name
    for fault in faults:
        yield _unopened(str(fault.filename), fault)


def _source(root: Path, path: Path) -> Source | Fault:
    place = str(path)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as fault:
        return _unopened(place, fault)
    if path.is_symlink() and root.is_dir() and not path.resolve().is_relative_to(root.resolve()):
        return Fault.of(place, Unsupported("폴더 밖을 가리키는 바로가기(심볼릭 링크)"))
    if stat.S_ISDIR(mode):
        return Fault.of(place, Unsupported("폴더를 가리키는 바로가기: 원래 폴더에서 들입니다"))
    if not stat.S_ISREG(mode):
        return Fault.of(place, Unsupported("보통 파일이 아님(장치, 파이프, 소켓)"))
    relative = path.name if path == root else path.relative_to(root).as_posix()
    return Source(place, relative, path)


def _unopened(place: str, fault: OSError | ValueError) -> Fault:
    reason = getattr(fault, "strerror", None) or str(fault)
    return Fault.of(place, Broken(f"파일을 열 수 없음: {reason}"))
