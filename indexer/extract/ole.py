"""As much of OLE compound files as is needed to see that one ends too early."""

import struct

_FREE = 0xFFFFFFFF
_DIFAT_IN_HEADER = 109


def is_cut(content: bytes) -> bool:
    """Whether sectors that the file's own table names lie beyond its end."""
    if len(content) < 512:
        return True
    shift: int = struct.unpack_from("<H", content, 30)[0]
    if shift not in (9, 12):
        return False
    size = 1 << shift
    return (_last_sector(content, size) + 1) * size >= len(content)


def _last_sector(content: bytes, size: int) -> int:
    """The number of the last sector in use, the header being none."""
    last = -1
    per_sector = size // 4
    table: tuple[int, ...] = struct.unpack_from(f"<{_DIFAT_IN_HEADER}I", content, 76)
    for index, sector in enumerate(s for s in table if s < _FREE - 5):
        last = max(last, sector)
        start = (sector + 1) * size
        if start + size > len(content):
            return sector + 1
        entries = struct.unpack_from(f"<{per_sector}I", content, start)
        used = [i for i, entry in enumerate(entries) if entry != _FREE]
        last = max(last, index * per_sector + used[-1] if used else -1)
    return last
