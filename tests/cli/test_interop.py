"""``interop`` from the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.run import refused, run

NODE = """
[vendor]
name = "alfa"
product = "a node"
[roles.e2-node]
listen = "tcp://127.0.0.1:0"
[roles.e2-node.claims]
e2ap = ["1.01"]
"""
RIC = """
[vendor]
name = "bravo"
product = "a RIC"
[roles.near-rt-ric]
address = "tcp://127.0.0.1:36421"
[roles.near-rt-ric.claims]
e2ap = ["2.03", "3.01", "5.00", "7.00"]
"""


@pytest.fixture
def vendors(tmp_path: Path) -> Path:
    """A folder with two vendors that have nothing in common."""
    for name, text in (("alfa", NODE), ("bravo", RIC)):
        (tmp_path / "vendors" / name).mkdir(parents=True)
        (tmp_path / "vendors" / name / "profile.toml").write_text(text)
    return tmp_path / "vendors"


def test_a_pair_that_cannot_work_says_so_in_one_line(vendors: Path, tmp_path: Path) -> None:
    """Nothing is started; the matrix is written all the same, and nothing was shown."""
    out = tmp_path / "out"
    done = run("interop", "alfa", "bravo", "--vendors", str(vendors), "--out", str(out))
    assert done.code == 3
    sentence = "alfa offers E2AP 1.01 only, bravo accepts 2.03 and later; declared by both, nobody to blame"
    assert sentence in done.text
    (cell,) = json.loads((out / "interop.json").read_text())["cells"]
    assert (cell["a"], cell["b"], cell["reason"], cell["results"]) == ("alfa", "bravo", sentence, None)


def test_json_is_one_document(vendors: Path, tmp_path: Path) -> None:
    """On standard output, as the file has it."""
    out = tmp_path / "out"
    done = run("interop", "alfa", "bravo", "--vendors", str(vendors), "--out", str(out), "--json")
    assert json.loads(done.out) == json.loads((out / "interop.json").read_text())


def test_what_is_refused(vendors: Path, tmp_path: Path) -> None:
    """An empty matrix, a vendor that there is not, options that contradict each other."""
    where = ("--vendors", str(vendors))
    assert "No two of alfa meet" in refused(run("interop", "alfa", *where))
    assert "There is no vendor 'zulu'" in refused(run("interop", "alfa", "zulu", *where))
    assert "leave --out out" in refused(run("interop", "--out", str(tmp_path), "--resume", str(tmp_path)))
    assert "There is no matrix in " in refused(run("interop", "--resume", str(tmp_path / "misspelt")))
