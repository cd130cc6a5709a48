"""Whether a paper is of the kind that was asked for: 감사자료, 조례안, or a bill by its number."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from indexer.engines.seam import Hit
from indexer.search.intents import Intent
from indexer.search.ranking.counts import Vector
from records.model import Kind


def meant_kind(intents: Sequence[Intent], hits: Sequence[Hit]) -> Vector:
    """1 for each of ``hits`` that is of a kind asked for, else 0; all 0 when none was."""
    asked = [one for one in intents if one.what in ("kind", "number")]
    if not asked:
        return np.zeros(len(hits))
    heads = [json.loads(hit.payload) for hit in hits]
    return np.array([float(any(_meets(one, head) for one in asked)) for head in heads])


def _meets(intent: Intent, head: Mapping[str, Any]) -> bool:
    """A bill's number stands on the papers about it too; the bill is what was asked for."""
    if intent.what == "number":
        return bool(head["kind"] == Kind.BILL and intent.label == head["details"].get("number"))
    return intent.label == Kind(head["kind"]).korean
