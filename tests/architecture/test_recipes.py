"""Recipes in docs/: what they tell people to paste parses, and its commands are those that there are."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from oran_harness.cli.program import application
from oran_harness.pytest_plugin.entry import pytest_addoption
from tests.architecture.sources import ROOT, name

RECIPES = ROOT / "docs/ci.md"
PAGES = [RECIPES, ROOT / "docs/known-verdicts.md", ROOT / "docs/pytest.md"]
OF_PYTEST = {"-k", "-m", "-n", "-q", "-x", "--collect-only", "--dist", "--junitxml"}
"""Options of pytest and of pytest-xdist."""


def blocks(page: Path, language: str) -> list[str]:
    """The texts of that language on a page."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S)


def recipes() -> list[dict[str, Any]]:
    """The jobs that docs/ci.md shows: what is run, and what is kept."""
    documents = [yaml.safe_load(block) for block in blocks(RECIPES, "yaml")]
    return [job for document in documents for job in document.get("jobs", document).values() if isinstance(job, dict)]


def scripts(job: dict[str, Any]) -> list[str]:
    """The lines of shell of a job."""
    steps = [step["run"] for step in job.get("steps", ()) if "run" in step]
    return [line for text in (*steps, *job.get("script", ())) for line in text.splitlines()]


def commands(line: str) -> Iterator[list[str]]:
    """The words of each command of ours in a line of shell; what is only mentioned in a text is none."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|&;")
    lexer.whitespace_split = True
    command: list[str] = []
    for word in [*lexer, ";"]:
        if set(word) <= set("|&;"):
            if command[:1] in (["oran-harness"], ["pytest"]):
                yield command
            command = []
        else:
            command.append(word)


class Options:
    """What a plugin of pytest adds."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def getgroup(self, *_: object) -> "Options":
        """Itself: one group is as good as another."""
        return self

    def addoption(self, *names: str, **_: object) -> None:
        """Remember the names."""
        self.names.update(names)


def known_options(command: list[str]) -> set[str]:
    """All options that the command has."""
    if command[0] == "pytest":
        options = Options()
        pytest_addoption(options)  # type: ignore[arg-type]
        return options.names | OF_PYTEST
    group: Any = typer.main.get_command(application)
    found = group.get_command(group.make_context("oran-harness", [], resilient_parsing=True), command[1])
    return {option for parameter in found.params for option in parameter.opts}


def test_the_recipes_are_yaml_with_jobs() -> None:
    """GitHub's has steps, GitLab's a script; each installs, runs against what is known, or by pytest."""
    jobs = recipes()
    assert len(jobs) == 3
    for job in jobs:
        lines = scripts(job)
        assert any('pip install "$ORAN_HARNESS"' in line for line in lines)
        assert any("--against expected" in line or line.startswith("pytest ") for line in lines)
        assert "ORAN_HARNESS" in (job.get("env") or job.get("variables"))


def test_results_are_kept_where_they_are_written() -> None:
    """What is uploaded is what --out says, JUnit with it, whether the run fails or not."""
    github, gitlab, by_pytest = recipes()
    upload = github["steps"][-1]
    assert upload["uses"].startswith("actions/upload-artifact@")
    assert "cancelled()" in upload["if"]
    for job, kept in ((github, [upload["with"]["path"]]), (gitlab, gitlab["artifacts"]["paths"])):
        command = next(command for line in scripts(job) for command in commands(line) if "run" in command)
        assert kept == [command[command.index("--out") + 1]]
    assert gitlab["artifacts"]["when"] == by_pytest["artifacts"]["when"] == "always"
    assert gitlab["artifacts"]["reports"]["junit"] == f"{gitlab['artifacts']['paths'][0]}/junit.xml"
    line = scripts(by_pytest)[-1]
    assert f"--junitxml={by_pytest['artifacts']['reports']['junit']}" in line
    assert f"--oran-out={by_pytest['artifacts']['paths'][0]}" in line


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_exist_with_their_options(page: Path) -> None:
    """Each command on the page is one of the program's or pytest's, and so is each of its options."""
    lines = [line.partition("  #")[0] for block in blocks(page, "sh") for line in block.splitlines()]
    if page == RECIPES:
        lines += [line for job in recipes() for line in scripts(job)]
    found = [command for line in lines for command in commands(line)]
    assert found
    for command in found:
        given = {word.partition("=")[0] for word in command[1:] if re.match(r"--?[a-z]", word)}
        assert given <= known_options(command), command


def test_a_command_that_does_not_exist_is_seen() -> None:
    """These tests can fail."""
    assert "--agianst" not in known_options(["oran-harness", "run"])
    assert list(commands("a || oran-harness run --sut x && pytest -k 'a b'")) == [
        ["oran-harness", "run", "--sut", "x"],
        ["pytest", "-k", "a b"],
    ]
