"""The OpenAPI document holds against the running API: schemathesis finds no failure."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from api_council import api_council, served

from search_ui.api.app import api
from search_ui.desk import install

HERE = Path(__file__).parent
KNOWN = "--max-examples 12 --mode positive --phases fuzzing --include-path-regex (laws|documents|collections)/"
RUNS = {
    "anything": ("schemathesis.toml", "--max-examples 8"),
    "what is there": ("schemathesis_known.toml", KNOWN),
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with api_council(tmp_path_factory.mktemp("schema")) as desk:
        install(desk)
        with served(api(desk)) as address:
            yield address


@pytest.mark.timeout(600)
@pytest.mark.parametrize(("settings", "words"), RUNS.values(), ids=list(RUNS))
def test_schemathesis_finds_no_failure(
    address: str, settings: str, words: str, tmp_path: Path
) -> None:
    program = (sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()")
    target = ("--config-file", HERE / settings, "run", f"{address}/api/v1/openapi.json")
    done = subprocess.run(
        [*program, *target, "--seed", "20261122", "--no-color", *words.split()],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=580,
        check=False,
    )
    told = "\n".join(line[:300] for line in done.stdout.splitlines() if line)
    assert done.returncode == 0, told[-12_000:] + done.stderr[-2000:]
    assert re.search(r"(\d+) generated, \1 passed", told), told[-2000:]
