"""Every installed dependency has a licence that GPL-3.0-or-later may stand beside."""

import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKED = re.findall(
    r"^([A-Za-z0-9_.-]+)==[^\s;]+ *(?=\\|;)", (ROOT / "requirements.lock").read_text(), re.M
)
FREE = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software|MPL|Mozilla|LGPL|Lesser General|GPL|Unlicense|Zlib"
    r"|Public Domain|CC0|ZPL|Zope|HPND|0BSD|FTL|FreeType",
    re.I,
)


def licence(package: Distribution) -> str:
    """What the package says of its own licence, by any of the ways there are to say it."""
    about = package.metadata
    classifiers = [c for c in about.get_all("Classifier") or [] if c.startswith("License ::")]
    named = [about.get("License-Expression") or "", (about.get("License") or "")[:200]]
    files = [f for f in package.files or [] if re.search(r"licen[cs]e|copying", f.name, re.I)]
    texts = [f.read_text()[:400] for f in files[:1]] if not any([*named, *classifiers]) else []
    return " | ".join([*named, *classifiers, *texts])


@pytest.mark.parametrize("name", sorted(set(LOCKED)))
def test_a_dependency_is_free_software(name: str) -> None:
    try:
        package = distribution(name)
    except ModuleNotFoundError:
        pytest.skip(f"{name} is locked for another platform")
    assert FREE.search(licence(package)), f"{name}: {licence(package)!r}"
