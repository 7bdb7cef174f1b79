"""README.md and docs/: what they name is there, and links lead somewhere."""

import doctest
import re
import textwrap
from pathlib import Path

import pytest

import oran_harness
from tests.architecture.sources import PACKAGE, ROOT, name

PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    """Each link within the checkout names a file that is there."""
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_files_that_are_named_exist(page: Path) -> None:
    """Each path in backticks is one of the checkout, from its top or from oran_harness/; examples of names are not."""
    named = re.findall(r"`([\w./-]+/[\w./-]*|[\w-]+\.py)`", page.read_text("utf-8"))
    assert [path for path in named if not _exists(path) and path not in EXAMPLES] == []


# What is no file of the checkout: editions that nobody has added yet, and folders of the reference data.
EXAMPLES = {
    "specs/e2ap/8.00.asn",
    "specs/e2ap/8.00.json",
    "specs/e2sm-kpm/7.00.asn",
    "e2sm-rc/",
    "facts/",
    "captures/",
    "vectors/",
    "facts/e2ap-8.00.json",
    "facts/e2sm-kpm-7.00.json",
    ".venv/bin",
    ".venv/bin/oran-harness",
    "oran-harness/check/1",
    "oran-harness/results/1",
    "seeds/e2ap/find-...",
    "sut/",
    "vendors/alfa",
    "results/alfa/junit.xml",
    ".github/workflows/e2-conformance.yml",
}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_targets_that_are_named_exist(page: Path) -> None:
    """Each make target that a page tells to run is one of the Makefile."""
    assert set(re.findall(r"\bmake ([a-z]+)[`\s]*(?:#|`|$)", page.read_text("utf-8"), re.M)) <= TARGETS


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_python_on_pages_is_code_of_the_checkout(page: Path) -> None:
    """What a page shows as Python stands so in a module: examples that nobody runs are wrong before long."""
    blocks = re.findall(r"^```python\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S)
    modules = [path.read_text("utf-8") for path in PACKAGE.rglob("*.py")] if blocks else []
    texts = [textwrap.indent(block.rstrip(), " " * depth) for block in blocks for depth in (0, 4)]
    shown = [any(text in module for module in modules) for text in texts]
    assert [block for place, block in enumerate(blocks) if not any(shown[2 * place : 2 * place + 2])] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_sessions_on_pages_run(page: Path) -> None:
    """What a page shows as a session with Python says what it shows, one session a page."""
    blocks = re.findall(r"^```pycon\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S)
    session = doctest.DocTestParser().get_doctest("".join(blocks), {}, page.name, str(page), 0)
    said: list[str] = []
    doctest.DocTestRunner(verbose=False).run(session, out=said.append)
    assert "".join(said) == ""


def test_nothing_that_is_there_is_told_to_be_missing() -> None:
    """What README.md calls missing is not what the table of commands, or a page, tells how to use."""
    missing = (ROOT / "README.md").read_text("utf-8").partition("## What it does not do yet\n")[2].partition("\n## ")[0]
    assert missing
    named = ("container", "adapter", "operator", "matrix", "bench", "between two products")
    assert [word for word in named if re.search(rf"\b{word}", missing, re.I)] == []


def test_the_walk_of_one_message_names_files_that_exist() -> None:
    """The package's docstring names each file that a message passes, and each is there."""
    named = re.findall(r"``([\w/]+\.py)``", oran_harness.__doc__ or "")
    assert len(named) > 10
    assert [path for path in named if not (PACKAGE / path).is_file()] == []


def _exists(path: str) -> bool:
    return any((folder / path).exists() for folder in (ROOT, PACKAGE, PACKAGE / "protocols/e2ap/engine/handlers"))
