"""``encode``: JSON to octets."""

import json
import re
from pathlib import Path

import pytest

from oran_harness.cli.encode import encode
from tests.cli.messages import DELETE, SETUP, SUBSCRIPTION
from tests.cli.run import refused, run


@pytest.mark.parametrize("octets", [DELETE, SETUP, SUBSCRIPTION, SUBSCRIPTION.replace(b"\x13\x40", b"\x13\x00")])
def test_encode_undoes_decode(octets: bytes) -> None:
    """What decode --json shows encodes to the same octets, deviating criticalities and all."""
    shown = run("decode", octets.hex(), "--json")
    assert run("encode", stdin=shown.out).text == octets.hex() + "\n"
    assert run("encode", "-", "--binary", stdin=shown.out).out == octets


def test_all_vectors_come_back(reference: Path) -> None:
    """encode(decode(x)) == x on the command line for every message of other stacks."""
    for row in json.loads((reference / "vectors" / "e2ap.json").read_text("utf-8"))["pdus"]:
        shown = run("decode", "--json", row["hex"])
        assert run("encode", stdin=shown.out).text.strip() == row["hex"].lower()


def test_files_and_json_itself(tmp_path: Path) -> None:
    """A path, or the document as a word."""
    document = run("decode", DELETE.hex(), "--json").text
    path = tmp_path / "m.json"
    path.write_text(document)
    assert run("encode", str(path)).text == run("encode", document).text == DELETE.hex() + "\n"


def test_the_example_of_the_help_text_works() -> None:
    """The JSON in the help is one that can be encoded."""
    found = re.search(r"'(\{.*?\})'", encode.__doc__ or "", re.DOTALL)
    assert found
    assert run("encode", found.group(1)).text == DELETE.hex() + "\n"


def test_another_edition() -> None:
    """--as goes before the document's edition."""
    document = run("decode", DELETE.hex(), "--json", "--as", "1.01").text
    assert json.loads(document)["edition"] == "1.01"
    assert run("encode", document, "--as", "5.00").code == 0
    assert "no edition 9.9" in refused(run("encode", document, "--as", "9.9"))


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{}", "message: "),
        ('{"message": "ResetRequest", "ies": {"Cause": 5}}', "ies.Cause"),
        ("{", "is no JSON"),
        ("/no/such/file.json", "does not exist"),
        (".", "is a directory"),
    ],
)
def test_mistakes_are_one_sentence(source: str, said: str) -> None:
    """With the place, or what to do."""
    assert said in refused(run("encode", source))


def test_empty_standard_input() -> None:
    """Nothing is no JSON."""
    assert "is empty" in refused(run("encode"))
