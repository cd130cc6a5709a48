"""Keys of sources never stand in a log, an error, an archive or a record.

Sources echo the key in the links of their answers (``OC=…``), so bodies are cleaned as well.

>>> Scrubber("OC", "hong").text("…/lawSearch.do?OC=hong&target=law")
'…/lawSearch.do?OC=***&target=law'
"""

import logging
import re

_LONG = 12
"""From this length a key is told from an ordinary word, and removed from bodies wherever it is."""


class Scrubber:
    """Removes the value of one query parameter, and one key, from whatever passes."""

    def __init__(self, parameter: str | None, key: str | None) -> None:
        self._key = key
        value = rf"(\b{re.escape(parameter)}(?:=|%3D))[^&\"'<>\s\]]*" if parameter else r"(?!)()"
        self._parameter = re.compile(value, re.IGNORECASE)

    def text(self, text: str) -> str:
        """For logs and reasons: the key goes wherever it stands."""
        text = self._parameter.sub(r"\1***", text)
        return text.replace(self._key, "***") if self._key else text

    def body(self, body: bytes) -> bytes:
        """For answers: every byte that is not the key stays (``surrogateescape``)."""
        text = self._parameter.sub(r"\1***", body.decode("utf-8", "surrogateescape"))
        if self._key and len(self._key) >= _LONG:
            text = text.replace(self._key, "***")
        return text.encode("utf-8", "surrogateescape")

    def holds_key(self, body: bytes) -> bool:
        """Whether a file, which must not be changed, has the key in it."""
        return bool(self._key and len(self._key) >= _LONG and self._key.encode() in body)


class ScrubbingFormatter(logging.Formatter):
    """A log formatter whose lines, tracebacks included, have passed a `Scrubber`."""

    def __init__(self, scrubber: Scrubber) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._scrubber = scrubber

    def format(self, record: logging.LogRecord) -> str:
        return self._scrubber.text(super().format(record))
