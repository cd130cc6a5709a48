"""Whatever tantivy throws becomes an `EngineFault` with a Korean reason."""

from collections.abc import Iterator
from contextlib import contextmanager

from records.errors import EngineFault


class DamagedIndex(EngineFault):
    """The files of an embedded index cannot be opened; it can still be rebuilt."""


@contextmanager
def tantivy_faults(doing: str, fault: type[EngineFault] = EngineFault) -> Iterator[None]:
    """Turn tantivy's errors into an `EngineFault` that says what was being done.

    A panic inside tantivy arrives as ``PanicException``, which is no `Exception` and has no
    importable class: it is known by its name.
    """
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:
        raise fault(f"{doing}: {error}") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise fault(f"{doing}: 색인 엔진이 멈추었습니다: {error}") from error
