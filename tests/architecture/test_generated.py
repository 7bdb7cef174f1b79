"""What tools write and the repository holds: the same text that they would write now."""

from write_docs import pages

from tests.architecture.sources import PACKAGE, ROOT, generated, name, sources
from tests.tools.written import written


def test_classes_are_those_of_the_specifications() -> None:
    """Each generated module holds what tools/write_classes.py writes; if not, run: make classes."""
    differing = [
        path
        for path, text in written().items()
        if not (ROOT / path).is_file() or (ROOT / path).read_text("utf-8") != text
    ]
    assert differing == []


def test_nothing_else_is_called_generated() -> None:
    """A module that says it is generated is one that the tool writes, and the other way round."""
    assert {name(path) for path in sources(PACKAGE.name) if generated(path)} == set(written())


def test_pages_are_drawn_from_the_code() -> None:
    """Each page that tools/write_docs.py writes is what the code says now; if not, run: make docs."""
    assert [path for path, text in pages().items() if (ROOT / path).read_text("utf-8") != text] == []
