"""What tests share: the samples beside the project, and the rule about what may be skipped."""

import os
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "samples"
FORMATS = SAMPLES.parent / "formats"


def require(condition: object, reason: str) -> None:
    """Go on if ``condition`` holds. Otherwise skip with ``reason``; where everything is
    required (CI sets ``UCOUNCIL_REQUIRE_ALL=1``) fail instead."""
    if condition:
        return
    if os.environ.get("UCOUNCIL_REQUIRE_ALL") == "1":
        pytest.fail(f"required here, but missing: {reason}")
    pytest.skip(reason)
