"""The corpus in the checkout is what the tool writes."""

from write_seeds import ROOT, files


def test_the_corpus_is_current() -> None:
    """Run tools/write_seeds.py if this fails."""
    written = {path: (ROOT / path).read_text("utf-8") if (ROOT / path).is_file() else None for path in files()}
    assert written == files()


def test_each_seed_says_why() -> None:
    """Every folder of seeds/ has its input and its page."""
    for folder in (ROOT / "seeds" / "e2ap").iterdir():
        names = {path.name for path in folder.iterdir()}
        assert names >= {"input.hex", "why.md"}, folder.name
        bytes.fromhex((folder / "input.hex").read_text())
