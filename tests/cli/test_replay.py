"""``replay``: judge recorded cases once more."""

import json
from pathlib import Path

from oran_harness.cli.replay import replay
from tests.cli.recordings import DRIFT
from tests.cli.run import refused, run
from tests.cli.test_run import FEW, run_at


def test_a_run_is_judged_again(tmp_path: Path) -> None:
    """A folder or one history: the same verdicts without a product."""
    assert run_at(tmp_path, *FEW).code == 0
    out = tmp_path / "out"
    for place, count in ((out, 2), (out / f"history/{FEW[0]}.jsonl", 1)):
        ended = run("replay", str(place))
        assert (ended.code, ended.err) == (0, "")
        verdicts = "1 verdict" if count == 1 else f"{count} verdicts"
        assert ended.text.splitlines()[-1] == f"{verdicts}: {count} pass."
    document = json.loads(run("replay", str(out), "--json").out)
    assert document["schema"] == "oran-harness/replay/1"
    assert sorted(case["id"] for case in document["cases"]) == sorted(FEW)


def test_a_property_is_judged_again(tmp_path: Path) -> None:
    """A whole run holds some: each example of one is performed once more."""
    property = "E2AP-PROP-104"
    assert run_at(tmp_path, FEW[0], property).code == 0
    ended = run("replay", str(tmp_path / "out"), "--json")
    assert (ended.code, ended.err) == (0, "")
    assert {case["id"]: case["verdict"] for case in json.loads(ended.out)["cases"]} == {
        FEW[0]: "pass",
        property: "pass",
    }


def test_a_history_that_was_changed_diverges(tmp_path: Path) -> None:
    """What the case sends is no longer what stands there: error, exit code 3, with the event."""
    assert run_at(tmp_path, FEW[0]).code == 0
    path = tmp_path / f"out/history/{FEW[0]}.jsonl"
    lines = path.read_text().splitlines(keepends=True)
    place = next(n for n, line in enumerate(lines) if '"message":"E2setupRequest"' in line)
    event = json.loads(lines[place])
    event["octets"] = event["octets"][:-2] + f"{int(event['octets'][-2:], 16) ^ 1:02x}"
    lines[place] = json.dumps(event) + "\n"
    path.write_text("".join(lines))
    ended = run("replay", str(path))
    assert ended.code == 3
    assert "diverges" in ended.text


def test_a_death_is_found_again(tmp_path: Path) -> None:
    """The SUT that died then has died now: exit code 1."""
    assert run_at(tmp_path, "-k", "subscription", "--clause", "8.2.1.2", adapter="MortalRic").code == 1
    ended = run("replay", str(tmp_path / "out"))
    assert ended.code == 1
    assert "killed by signal 11" in ended.text


def test_what_cannot_be_replayed(tmp_path: Path) -> None:
    """No history, a capture, a history of no run: exit code 2 and one sentence."""
    assert "holds no history" in refused(run("replay", str(tmp_path)))
    assert "is a capture" in refused(run("replay", str(DRIFT)))
    assert "does not exist" in refused(run("replay", str(tmp_path / "none.jsonl")))
    plain = tmp_path / "plain.jsonl"
    plain.write_text('{"schema": "oran-harness/history/1", "clock_epoch": 0, "roles": {}, "seed": 1}\n')
    assert "was not written by a run" in refused(run("replay", str(plain)))


def test_the_function_is_the_command() -> None:
    """What the table of commands points at."""
    assert replay.__name__ == "replay"
