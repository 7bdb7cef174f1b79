"""The files of a new vendor beside its profile."""

import ast
import tomllib
from pathlib import Path

import pytest

from oran_harness.cli.scaffold.profile_text import KINDS
from oran_harness.cli.scaffold.texts import adapter_text, expected_text, has_test, readme_text, test_name, test_text
from oran_harness.conformance import find
from oran_harness.model import Role
from oran_harness.runner.known.reader import read_known
from tests.architecture.sources import imports

name_of_test, text_of_test = test_name, test_text
del test_name, test_text  # they are no tests


@pytest.mark.parametrize("kind", KINDS)
def test_the_readme_says_how_to_go_on(kind: str) -> None:
    """What is changed first, how it is run, and its test where there is one; no placeholder is left."""
    text = readme_text("alfa", kind, list(Role.ends_of("e2")), "./alfa")
    assert text.startswith("# alfa\n")
    assert "oran-harness run --sut ./alfa:near-rt-ric -k setup" in text
    assert ("pytest ./alfa" in text) is has_test(kind)
    assert "{" not in text
    assert [line for line in text.splitlines() if len(line) > 120] == []


def test_what_a_readme_says_can_be_typed_from_one_folder() -> None:
    """Serving takes a terminal of its own, and leaves the folder of the next command as it was."""
    text = readme_text("alfa", "grpc", list(Role), "./alfa")
    assert "(cd ./alfa && oran-harness serve adapter adapter:ProductAdapter --listen grpc://127.0.0.1:7000)\n" in text
    assert "in a terminal of its own" in text


def test_the_test_is_a_module_whatever_the_name() -> None:
    """Dots and dashes are none of a module's."""
    assert name_of_test("alfa-du.2") == "test_alfa_du_2.py"
    assert "serving=" in text_of_test("alfa", "grpc")
    ast.parse(text_of_test("alfa", "command"))


def test_the_adapter_imports_what_vendors_may() -> None:
    """Of oran_harness only what is theirs."""
    ours = {module for module, _ in imports(ast.parse(adapter_text())) if module.startswith("oran_harness")}
    assert {".".join(module.split(".")[:2]) for module in ours} == {"oran_harness.adapters"}


@pytest.mark.parametrize("role", Role)
def test_nothing_is_known_of_it(tmp_path: Path, role: Role) -> None:
    """The file of known verdicts is one, and lists nothing; its example is a case with such a product under test."""
    text = expected_text("alfa", (role,), "./alfa")
    case = text.partition('# id = "')[2].partition('"')[0]
    assert find(case).description.under_test is role
    assert tomllib.loads(text) == {}
    (tmp_path / "expected.toml").write_text(text, "utf-8")
    read_known(tmp_path / "expected.toml", (), (), ())
