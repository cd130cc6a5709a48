"""The heaps threads get, counted by the C library itself in a process of its own."""

import ctypes
import gc
import subprocess
import sys

import pytest

from ucouncil.memory import ARENAS, settled

_THREADS = """
import ctypes, re, sys, tempfile, threading
from ucouncil.memory import few_arenas
assert not int(sys.argv[1]) or few_arenas()
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
libc.fdopen.restype, libc.malloc_info.argtypes = ctypes.c_void_p, [ctypes.c_int, ctypes.c_void_p]
libc.fflush.argtypes = [ctypes.c_void_p]
together = threading.Barrier(24)
def take():
    libc.malloc(100_000)
    together.wait()  # a thread that has ended would leave its heap to the next
threads = [threading.Thread(target=take) for _ in range(24)]
for one in threads: one.start()
for one in threads: one.join()
with tempfile.TemporaryFile() as told:
    stream = libc.fdopen(told.fileno(), b"w")
    libc.malloc_info(0, stream)
    libc.fflush(stream)
    told.seek(0)
    print(len(re.findall(rb"<heap nr=", told.read())))
"""


def _heaps(few: bool) -> int:
    ran = subprocess.run(
        [sys.executable, "-c", _THREADS, str(int(few))],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return int(ran.stdout)


@pytest.mark.skipif(
    getattr(ctypes.CDLL(None), "mallopt", None) is None, reason="이 C 라이브러리에는 mallopt가 없음"
)
def test_threads_share_few_heaps() -> None:
    assert _heaps(few=True) <= ARENAS < _heaps(few=False)


def test_what_is_settled_is_walked_no_more() -> None:
    try:
        settled()
        assert gc.get_freeze_count() > 10_000
    finally:
        gc.unfreeze()
