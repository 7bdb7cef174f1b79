"""The command that writes the classes."""

from pathlib import Path

import pytest
import write_classes

from tests.tools.written import written


def test_it_writes_what_changed_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A first run writes all modules, a second none; a module that was changed by hand is written again."""
    monkeypatch.setattr(write_classes, "packages", lambda specs: written())
    monkeypatch.setattr(write_classes, "__file__", str(tmp_path / "tools/write_classes.py"))
    assert write_classes.main() == 0
    first = [line.removeprefix("wrote ") for line in capsys.readouterr().out.splitlines()]
    assert len(first) > 20
    assert write_classes.main() == 0
    assert capsys.readouterr().out == ""
    (tmp_path / first[0]).write_text("")
    assert write_classes.main() == 0
    assert capsys.readouterr().out == f"wrote {first[0]}\n"
