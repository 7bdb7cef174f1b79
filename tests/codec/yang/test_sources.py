"""Files of modules are found by name and revision."""

from pathlib import Path

from oran_harness.codec.yang.sources import Sources, installed_modules


def test_the_first_folder_and_the_newest_revision_win(tmp_path: Path) -> None:
    """An earlier folder wins over a later one, in it the newest revision; a revision that is asked for is exact."""
    for folder, name in (("a", "m@2020-01-01"), ("a", "m@2021-01-01"), ("b", "m@2026-01-01"), ("b", "n")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / f"{name}.yang").write_text(f"module {name.partition('@')[0]} {{ /* {name} */ }}")
    (tmp_path / "b" / "s.yang").write_text("submodule s { }")
    sources = Sources([tmp_path / "a", tmp_path / "b"])
    assert "2021" in (sources.find("m") or "")
    assert "2026" in (sources.find("m", "2026-01-01") or "")
    assert sources.find("m", "1999-01-01") is None
    assert sources.find("none") is None
    assert sources.names(tmp_path / "b") == ["m", "n"]


def test_modules_of_the_ietf_are_installed() -> None:
    """Pyang brings the IETF's modules."""
    assert (installed_modules()[0] / "ietf-netconf.yang").is_file()
