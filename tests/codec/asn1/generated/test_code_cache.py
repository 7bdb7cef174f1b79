"""Compiled generated code, kept between runs."""

import marshal
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from oran_harness.codec.asn1 import kept
from oran_harness.codec.asn1.generated import code_cache
from oran_harness.codec.asn1.generated.code_cache import kept_or_compiled

TEXT = "def f():\n return 5"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "oran-harness" / "code"


def result(text: str = TEXT) -> object:
    names: dict[str, object] = {}
    exec(kept_or_compiled(text), names)
    function = names["f"]
    assert callable(function)
    return function()


def test_a_second_run_does_not_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept is run; another text is another entry."""
    assert result() == 5
    monkeypatch.setattr(code_cache, "compiled", None)
    assert result() == 5
    with pytest.raises(TypeError):
        result(TEXT + "0")


@pytest.mark.parametrize("body", [b"", b"x", marshal.dumps(5), marshal.dumps(compile("f = 1", "x", "exec"))[:-3]])
def test_broken_entries_only_cost_time(cache: Path, body: bytes) -> None:
    """Whatever an entry holds, the code is there, and the entry whole again."""
    result()
    (entry,) = cache.iterdir()
    good = entry.read_bytes()
    kept.write(entry, body)
    assert result() == 5
    assert entry.read_bytes() == good
    entry.write_bytes(b"no checksum")
    assert result() == 5


def test_no_place_for_it_only_costs_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file where the directory should be, a full disk, no home."""
    (tmp_path / "blocked").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "blocked"))
    assert result() == 5

    def full(source: str, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "full"))
    monkeypatch.setattr(os, "replace", full)
    assert result() == 5
    monkeypatch.setattr(kept, "folder", lambda: None)
    assert result() == 5


def test_many_at_once() -> None:
    """Those who start together all get the code."""
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda _: result(), range(40))) == [5] * 40
