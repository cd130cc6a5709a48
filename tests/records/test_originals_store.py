"""Original files by content: written atomically, verified when read."""

import hashlib
import os
from pathlib import Path

import pytest

from records.errors import BadSetting, OriginalMissing
from records.originals import Originals

CONTENT = "한글 문서".encode()
NAME = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(params=["folder", "file", "memory"])
def originals(request, tmp_path):
    places = {
        "folder": str(tmp_path / "originals"),
        "file": f"file://{tmp_path}/originals",
        "memory": f"memory://{tmp_path}",
    }
    return Originals(places[request.param])


def test_what_is_put_is_got_by_its_hash(originals):
    assert not originals.exists(NAME)
    assert originals.put(CONTENT) == NAME
    assert originals.exists(NAME)
    assert originals.get(NAME) == CONTENT


def test_twice_is_once(originals, tmp_path):
    assert originals.put(CONTENT) == originals.put(CONTENT)
    kept = [path for path in (tmp_path / "originals").rglob("*") if path.is_file()]
    assert len(kept) <= 1


def test_an_empty_file_is_a_file(originals):
    assert originals.get(originals.put(b"")) == b""


def test_what_is_not_there_is_missing(originals):
    with pytest.raises(OriginalMissing, match="원본이 없습니다"):
        originals.get(NAME)


def test_damage_is_never_handed_out_and_is_repaired_by_putting_again(tmp_path):
    originals = Originals(str(tmp_path))
    originals.put(CONTENT)
    file = tmp_path / NAME[:2] / NAME
    file.write_bytes(CONTENT[:-1])
    with pytest.raises(OriginalMissing, match="손상"):
        originals.get(NAME)
    originals.put(CONTENT)
    assert originals.get(NAME) == CONTENT


def test_a_rename_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    originals = Originals(str(tmp_path))

    def fail(*_args, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(originals._files, "mv", fail)
    with pytest.raises(OriginalMissing, match="저장하지 못했습니다"):
        originals.put(CONTENT)
    assert [path for path in Path(tmp_path).rglob("*") if path.is_file()] == []


def test_the_disk_holds_a_file_before_it_has_its_name_and_then_the_name(tmp_path, monkeypatch):
    held = []

    def note(opened):
        place = Path(f"/proc/self/fd/{opened}").readlink()
        held.append((place, (tmp_path / NAME[:2] / NAME).exists()))

    monkeypatch.setattr(os, "fsync", note)
    Originals(str(tmp_path)).put(CONTENT)
    (root, _), (part, named_before), (folder, named_after) = held
    assert (root, folder) == (tmp_path, tmp_path / NAME[:2])
    assert part.name.endswith(".part")
    assert not named_before
    assert named_after


@pytest.mark.parametrize("at", [1, 2])
def test_a_disk_that_fails_to_hold_is_said_and_putting_again_repairs(tmp_path, monkeypatch, at):
    Originals(str(tmp_path / "other")).put(CONTENT)
    calls = 0

    def fail(_opened):
        nonlocal calls
        calls += 1
        if calls == at:
            raise OSError(5, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fail)
        with pytest.raises(OriginalMissing, match="저장하지 못했습니다"):
            Originals(str(tmp_path)).put(CONTENT)
    assert not Originals(str(tmp_path)).exists(NAME)
    assert Originals(str(tmp_path)).get(Originals(str(tmp_path)).put(CONTENT)) == CONTENT


def test_an_unknown_kind_of_store_is_a_bad_setting():
    with pytest.raises(BadSetting, match="ORIGINALS_URL"):
        Originals("nowhere://secret@place")
