"""The command that writes the drawn pages of docs/."""

from pathlib import Path

import pytest
import write_docs


def test_it_writes_what_changed_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A first run writes all pages, a second none; a page that was changed by hand is written again."""
    cases = [case for case in write_docs.load() if case.id.startswith("E2AP-SETUP-10")]
    monkeypatch.setattr(write_docs, "_cases", lambda: write_docs.case_pages([*map(write_docs.case_sheet, cases)]))
    monkeypatch.setattr(write_docs, "ROOT", tmp_path)
    assert write_docs.main() == 0
    written = [line.removeprefix("wrote ") for line in capsys.readouterr().out.splitlines()]
    assert {"docs/procedures.md", "docs/rules.md", "docs/cases.md", "docs/cases/E2AP-SETUP.md"} <= set(written)
    assert all((tmp_path / page).is_file() for page in written)
    assert write_docs.main() == 0
    assert capsys.readouterr().out == ""
    (tmp_path / "docs/rules.md").write_text("by hand")
    assert write_docs.main() == 0
    assert capsys.readouterr().out == "wrote docs/rules.md\n"
