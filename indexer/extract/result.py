"""The last step of every reader: clean text, counted private-use characters, limits, notes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from indexer.extract.model import Block, Extracted, Limits
from indexer.extract.private_use import map_private_use
from records.errors import Empty, TooLarge

_CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"[ \t\u00a0]*\n[ \t\u00a0]*")


def finish(
    media_type: str,
    blocks: Iterable[Block],
    limits: Limits,
    *,
    metadata: Mapping[str, str] | None = None,
    pages: int | None = None,
    pages_are: str = "none",
    notes: Iterable[str] = (),
    empty: str = "글자가 없는 문서",
) -> Extracted:
    """An `Extracted` of the blocks that have text.

    Raises `Empty` with the reason ``empty`` when none has, `TooLarge` over
    ``limits.characters``.
    """
    kept: list[Block] = []
    unknown = total = 0
    for block in blocks:
        text, strangers = map_private_use(clean(block.text))
        unknown += strangers
        total += len(text)
        if total > limits.characters:
            raise TooLarge(f"글자 수가 한도 {limits.characters:,}자를 넘음")
        if text:
            kept.append(replace(block, text=text))
    if not kept:
        raise Empty(empty)
    told = list(notes)
    if unknown:
        told.append(f"사용자 정의 글자 {unknown}개는 뜻을 알 수 없어 그대로 둠")
    return Extracted(
        media_type, tuple(kept), _kept_metadata(metadata or {}), pages, pages_are, tuple(told)
    )


def clean(text: str) -> str:
    """Without control characters and lone surrogates, which no store takes; line ends as
    ``\\n``, no blanks around them or the whole."""
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _SPACES.sub("\n", text).strip()


def _kept_metadata(metadata: Mapping[str, str]) -> dict[str, str]:
    return {key: clean(value) for key, value in metadata.items() if value and value.strip()}
