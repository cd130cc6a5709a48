"""Generations of an embedded index: folders side by side, and a file that names the serving one.

    index/
      serving            one line: the name of the folder that answers
      g000001/documents  g000001/passages

A rebuild fills the next folder. Naming it is one rename, so that every process sees either the
old or the new one, whole.
"""

import os
import shutil
from pathlib import Path

POINTER = "serving"


class Generations:
    """The folder of all generations of one index."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pointer = path / POINTER

    def serving(self) -> Path | None:
        """The folder that answers; None before the first index."""
        try:
            return self._path / self._pointer.read_text("utf-8").strip()
        except FileNotFoundError:
            return None

    def mark(self) -> tuple[int, int] | None:
        """Changes whenever another generation begins to serve. One stat call."""
        try:
            stat = os.stat(self._pointer)  # noqa: PTH116 - once a search
        except FileNotFoundError:
            return None
        return stat.st_ino, stat.st_mtime_ns

    def begin(self) -> Path:
        """A new, empty folder, which nobody reads yet."""
        numbers = [int(folder.name[1:]) for folder in self._path.glob("g[0-9]*")]
        folder = self._path / f"g{max(numbers, default=0) + 1:06d}"
        folder.mkdir(parents=True)
        return folder

    def serve(self, folder: Path) -> None:
        """Make ``folder`` the serving generation, at once and for good."""
        draft = self._pointer.with_suffix(".draft")
        with draft.open("w", encoding="utf-8") as file:
            file.write(folder.name + "\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._pointer)

    def remove(self, folder: Path) -> None:
        """Take a folder away. What another process still has open stays readable to it; what
        cannot be removed now goes with the next `sweep`."""
        shutil.rmtree(folder, ignore_errors=True)

    def sweep(self) -> None:
        """Remove what no longer serves or never did. Only for the holder of the writer's lock."""
        serving = self.serving()
        for folder in self._path.glob("g[0-9]*"):
            if folder != serving:
                self.remove(folder)
