"""``run``: the conformance suite against one product."""

import json
import socket
from pathlib import Path
from xml.etree import ElementTree

import pytest

from oran_harness.captures import read_recording
from oran_harness.cli.run import run as command_of_run
from oran_harness.conformance import load
from oran_harness.model import EventKind, Role
from oran_harness.runner import SingleCase, meeting, plan
from tests.cli.bench import vendor
from tests.cli.run import Ended, process, refused, run

FEW = ("E2AP-SETUP-101", "E2AP-RESET-101")


def run_at(folder: Path, *arguments: str, adapter: str = "Ric", role: Role = Role.NEAR_RT_RIC) -> Ended:
    """Run against a vendor of the bench; the results go to ``folder/out``."""
    place = vendor(folder, adapter, role)
    return run("run", "--sut", str(place), "--out", str(folder / "out"), *arguments)


def test_verdicts_are_shown_and_written(tmp_path: Path) -> None:
    """A line for each case on standard error, the table on standard output, and where the results lie."""
    ended = run_at(tmp_path, *FEW)
    assert ended.code == 0, ended.text + ended.err
    lines = ended.text.splitlines()
    assert lines[0].split() == ["VERDICT", "LEVEL", "CASE", "SECONDS", "TITLE"]
    assert {line.split()[0] for line in lines[1:3]} == {"pass"}
    assert lines[-2] == "2 verdicts: 2 pass."
    assert lines[-1].startswith(f"The results lie in {tmp_path / 'out'}: ")
    said = ended.err.splitlines()
    assert said[0].startswith("2 cases, SUT alfa 1 (near-rt-ric) at tcp://127.0.0.1:")
    assert said[1] == "The near-RT RIC is here: RIC 001/01 0x00001, E2AP 2.03 to 7.00"
    assert [line.split()[:2] for line in said[-2:]] == [["[1/2]", "pass"], ["[2/2]", "pass"]]


def test_the_files_of_a_run(tmp_path: Path) -> None:
    """All that the contract names, and they agree."""
    assert run_at(tmp_path, *FEW).code == 0
    out = tmp_path / "out"
    assert {path.name for path in out.iterdir()} == {"results.json", "junit.xml", "metrics.prom", "history"}
    results = json.loads((out / "results.json").read_text())
    assert results["schema"] == "oran-harness/results/1"
    assert results["sut"] | {"address": ""} == {"vendor": "alfa", "role": "near-rt-ric", "version": "1", "address": ""}
    assert results["run"]["suites"] == ["e2ap"]
    assert results["summary"] == {"pass": 2, "fail": 0, "inconc": 0, "error": 0, "unsupported": 0, "skip": 0}
    for case in results["cases"]:
        with read_recording(out / case["history"]) as recording:
            assert any(event.message == "E2setupRequest" for event in recording.events)
        assert (out / case["history"]).with_suffix(".pcapng").is_file()
    assert len(ElementTree.parse(out / "junit.xml").findall(".//testcase")) == 2
    assert 'oran_harness_case_verdict{case="E2AP-SETUP-101"' in (out / "metrics.prom").read_text()


def test_json_is_one_document(tmp_path: Path) -> None:
    """What results.json holds, and nothing else."""
    ended = run_at(tmp_path, *FEW, "--json")
    assert json.loads(ended.out) == json.loads((tmp_path / "out/results.json").read_text())


def test_a_failure_is_explained(tmp_path: Path) -> None:
    """Requirement, expected, actual, whose fault, the chart; a SUT that died costs one case; exit code 1."""
    ended = run_at(tmp_path, "-k", "subscription", "--clause", "8.2.1.2", adapter="MortalRic")
    assert ended.code == 1
    failed = ended.text.partition("\nFAIL  ")[2]
    assert failed, ended.text
    for word in ("Requirement: ", "Expected:    ", "Actual:      ", "Blame:       near-rt-ric", "|--- E2setupRequest"):
        assert word in failed
    assert "The SUT is down: killed by signal 11" in ended.err
    assert "The SUT is up again: restarted" in ended.err
    results = json.loads((tmp_path / "out/results.json").read_text())
    assert {finding["rule"] for finding in results["findings"]} >= {"SUT-DIED"}


def test_a_sut_that_never_starts(tmp_path: Path) -> None:
    """Told once for all cases, which are skipped; exit code 3."""
    ended = run_at(tmp_path, "-k", "setup", adapter="NeverRic")
    assert ended.code == 2
    assert ended.text.count("The SUT cannot be started: no bench (3)") == 1
    assert "What to try:" in ended.text


def test_nobody_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address where nobody is: a diagnosis, every case is skipped, exit code 3, soon; results and JUnit tell it."""
    monkeypatch.setattr(meeting, "COMING_UP_S", 0.0)
    ended = run("run", "--role", "near-rt-ric", "--connect", "tcp://127.0.0.1:9", "--out", str(tmp_path), "-k", "setup")
    assert ended.code == 3
    said = "Nobody listens at tcp://127.0.0.1:9: the connection was refused."
    assert ended.text.count(said) == 1
    assert "ss -tal" in ended.text
    results = json.loads((tmp_path / "results.json").read_text())
    assert (results["diagnosis"]["kind"], results["diagnosis"]["history"]) == (
        "nobody-listens",
        "history/MEETING.jsonl",
    )
    assert {(case["verdict"], case["reason"]) for case in results["cases"]} == {("skip", said)}
    assert (tmp_path / "history/MEETING.jsonl").is_file()
    properties = ElementTree.parse(tmp_path / "junit.xml").findall(".//testsuite/properties/property")
    assert {"diagnosis": said}.items() <= {each.get("name"): each.get("value") for each in properties}.items()


def test_a_node_that_connects(tmp_path: Path) -> None:
    """The other role, waited for at an address of ours."""
    ended = run_at(tmp_path, "E2AP-SETUP-201", adapter="Node", role=Role.E2_NODE)
    assert ended.code == 0, ended.text


def test_what_is_spoken_and_repeated(tmp_path: Path) -> None:
    """--e2ap and --repeat reach the wire."""
    ended = run_at(tmp_path, "E2AP-SETUP-101", "--e2ap", "2.03", "--repeat", "2", "--seed", "5")
    assert ended.code == 0
    names = {path.name for path in (tmp_path / "out/history").iterdir()}
    performed = ("E2AP-SETUP-101", "E2AP-SETUP-101.2", "MEETING")
    assert names == {f"{name}.{kind}" for name in performed for kind in ("jsonl", "pcapng")}
    assert json.loads((tmp_path / "out/results.json").read_text())["run"]["seed"] == 5
    assert '"edition\\":\\"2.03\\"' in (tmp_path / "out/history/E2AP-SETUP-101.jsonl").read_text()


def test_order_and_faults_reach_the_run(tmp_path: Path) -> None:
    """They are written down, and are in the history; the verdicts are the same."""
    hardships = ("--order", "reversed", "--fault", "delay=20ms", "--fault", "loss=1%")
    ended = run_at(tmp_path, *FEW, *hardships)
    assert ended.code == 0, ended.text
    results = json.loads((tmp_path / "out/results.json").read_text())
    assert (results["run"]["order"], results["run"]["faults"]) == ("reversed", ["delay=20ms", "loss=1%"])
    declared = [each.description.id for each in plan(map(SingleCase, load()), 0) if each.description.id in FEW]
    assert [case["id"] for case in results["cases"]] == declared[::-1]
    events = list(read_recording(tmp_path / "out/history/E2AP-SETUP-101.jsonl").events)
    assert "fault: delay=20ms,loss=1% on each association" in [event.message for event in events]
    said, answered = [event.t for event in events if event.kind is EventKind.OCTETS][:2]
    assert answered - said >= 0.04


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--sut", "oran-harness-ric", "--order", "sideways"), "sideways"),
        (("--sut", "oran-harness-ric", "--fault", "drop=1"), "There is no fault 'drop=1'"),
        ((), "Say what is to be tested"),
        (("--sut", "no-such-vendor"), "There is no vendor 'no-such-vendor'"),
        (("--sut", "oran-harness-ric", "--connect", "tcp://127.0.0.1:1"), "leave --listen and --connect out"),
        (("--sut", "oran-harness-ric", "--role", "e2-node"), "has no role e2-node"),
        (("--sut", "oran-harness-ric:near-rt-ric", "--role", "e2-node"), "choose one of them"),
        (("--role", "near-rt-ric"), "give one of them"),
        (("--role", "xapp", "--connect", "tcp://127.0.0.1:1"), "xapp"),
        (("--role", "e2-node", "--listen", "tcp:/x"), "no address"),
        (("--role", "e2-node", "--listen", "tcp://127.0.0.1:0", "--vendors", "."), "--vendors"),
        (("--role", "near-rt-ric", "--connect", "tcp://192.0.2.1:1"), "--i-own-this"),
        (("--role", "near-rt-ric", "--connect", "tcp://127.0.0.1:1", "--e2ap", "4.00"), "no edition 4.00"),
        (("--role", "near-rt-ric", "--connect", "tcp://127.0.0.1:1", "o1"), "no suite or case 'o1'"),
        (("--role", "near-rt-ric", "--connect", "tcp://127.0.0.1:1", "--tag", "zzz"), "the tag 'zzz'"),
        (("--role", "near-rt-ric", "--connect", "tcp://127.0.0.1:1", "--timeout", "0"), "--timeout"),
        (("--role", "near-rt-ric", "--connect", "tcp://127.0.0.1:1", "--metrics-port", "x"), "no port for metrics"),
    ],
)
def test_wrong_usage(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    """Exit code 2, one sentence that says what to do, and nothing is left behind."""
    place = tmp_path / "out"
    assert said in refused(run("run", *arguments, "--out", str(place)))
    assert not place.exists()


def test_an_address_that_is_taken(tmp_path: Path) -> None:
    """A port in use is the caller's to put right."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        uri = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        place = tmp_path / "out"
        assert "in use" in refused(run("run", "--role", "e2-node", "--listen", uri, "--out", str(place)))
        assert not place.exists()


def test_a_profile_that_cannot_be_used(tmp_path: Path) -> None:
    """All that is wrong with it, in one sentence."""
    (tmp_path / "profile.toml").write_text("[vendor]\n[roles.e2-node]\n")
    said = refused(run("run", "--sut", str(tmp_path)))
    assert "vendor.name is missing" in said
    assert "roles.e2-node has no way to reach the product" in said


def test_completion_of_vendors() -> None:
    """The shell learns the vendors."""
    ended = process(
        _ORAN_HARNESS_COMPLETE="complete_bash", COMP_CWORD="3", COMP_WORDS="oran-harness run --sut oran-harness-r"
    )
    assert ended.out.split() == [b"oran-harness-ric"]


def test_the_function_is_the_command() -> None:
    """What the table of commands points at."""
    assert command_of_run.__name__ == "run"
