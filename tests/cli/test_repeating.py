"""The process of one repetition."""

import io
import json
import os
import sys
from contextlib import redirect_stderr
from pathlib import Path
from unittest import mock

from oran_harness.cli.repeating import main
from oran_harness.cli.repetition_order import RepetitionOrder
from oran_harness.cli.testing_ground import options_for, target_of
from oran_harness.runner import Selection
from tests.cli.bench import vendor


def repeated(order: RepetitionOrder, folder: Path, *, wanted: bool = True) -> tuple[int, str]:
    """Perform an order in this process; where it is not wanted any more, its standard input is at its end."""
    told = json.dumps({**order.to_json(), "folder": str(folder), "turn": 2})
    reading, writing = os.pipe()
    os.write(writing, f"{told}\n".encode())
    if not wanted:
        os.close(writing)
    err = io.StringIO()
    with os.fdopen(reading, encoding="utf-8") as stdin, mock.patch.object(sys, "stdin", stdin), redirect_stderr(err):
        code = main()
    if wanted:
        os.close(writing)
    return code, err.getvalue()


def order_for(folder: Path, adapter: str = "Ric", case: str = "E2AP-SETUP-101") -> RepetitionOrder:
    """An order for a product of the bench."""
    target = target_of(str(vendor(folder, adapter)), None, None, None, None)
    return RepetitionOrder.of(target, Selection((case,)), options_for(target, None, 5, 0), 2)


def test_it_leaves_a_run_and_what_else_is_to_be_known(tmp_path: Path) -> None:
    """The history is that of its turn."""
    assert repeated(order_for(tmp_path), tmp_path / "out") == (0, "")
    told = json.loads((tmp_path / "out" / "outcome.json").read_bytes())
    assert told == {"folder": str(tmp_path / "out"), "remarks": [], "diagnosis": None, "understood": True}
    assert (tmp_path / "out" / "history" / "E2AP-SETUP-101.2.jsonl").exists()


def test_it_ends_when_whoever_ordered_it_is_gone(tmp_path: Path) -> None:
    """Without a word of how it came out."""
    assert repeated(order_for(tmp_path), tmp_path / "out", wanted=False)[0] == 130
    assert not (tmp_path / "out" / "outcome.json").exists()


def test_what_it_cannot_do_is_one_sentence(tmp_path: Path) -> None:
    """Exit code 2."""
    code, said = repeated(order_for(tmp_path, case="NO-SUCH-CASE"), tmp_path / "out")
    assert code == 2
    assert said.startswith("There is no suite or case 'NO-SUCH-CASE'")
    assert len(said.splitlines()) == 1
