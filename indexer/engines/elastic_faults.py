"""Whatever the Elasticsearch client throws becomes an `EngineFault` with a Korean reason.

Apart from `faults`, so that the embedded engine does not pay for importing the client.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from elasticsearch import ApiError, TransportError

from records.errors import EngineFault


@contextmanager
def elastic_faults(doing: str) -> Iterator[None]:
    """Turn what the Elasticsearch client throws into `EngineFault`."""
    try:
        yield
    except (ApiError, TransportError) as error:
        raise EngineFault(f"{doing}: {error}") from error
