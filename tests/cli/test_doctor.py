"""``doctor``: what this machine can do."""

import json
from pathlib import Path

import pytest

from oran_harness.cli import doctor
from oran_harness.cli.doctor import Examination, examine
from oran_harness.model import UsageError
from tests.adapters.container_engine import Engine, program
from tests.cli.run import run


def test_everything_is_looked_at() -> None:
    """Python, each specification, libraries, the kernel's SCTP, programs, the screen: all with a meaning."""
    found = {each.id: each for each in examine()}
    assert {"python", "specs-e2ap", "specs-kpm", "specs-rc", "library-asn1tools", "kernel-sctp", "cache"} <= set(found)
    assert {"library-grpcio", "program-tshark"} <= set(found)
    assert all(each.found and each.meaning for each in found.values())
    assert found["specs-e2ap"].found == "E2AP 1.01, 2.03, 3.01, 5.00, 7.00"


def test_what_is_lacking_says_what_to_do() -> None:
    """Each line about something missing is followed by advice."""
    assert all(each.advice for each in examine() if not each.fine)


def test_text_and_json_agree() -> None:
    """Both tell the same, with the same exit code."""
    text, document = run("doctor"), run("doctor", "--json")
    assert text.code == document.code == 0
    told = json.loads(document.out)
    assert told["schema"] == "oran-harness/doctor/1"
    assert told["fine"] is True
    for each in told["examinations"]:
        assert each["found"] in text.text


@pytest.mark.parametrize(("essential", "code"), [(True, 2), (False, 0)])
def test_only_the_essential_counts(monkeypatch: pytest.MonkeyPatch, essential: bool, code: int) -> None:
    """The exit code is that of wrong configuration where something essential lacks, else fine."""
    lacking = Examination("it", False, essential, "no it", "it is good", "Get it.")
    monkeypatch.setattr(doctor, "examine", lambda: [lacking])
    ended = run("doctor")
    assert ended.code == code
    assert "Get it." in ended.text
    assert ("FAIL" in ended.text) is essential


def test_broken_installations_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the specifications, or without SCTP in the kernel, it says so and does not fail."""

    def nothing(key: str) -> None:
        raise UsageError("The folder specs/ is missing.")

    def refuse(*arguments: object) -> None:
        raise OSError(93, "Protocol not supported")

    monkeypatch.setattr("oran_harness.resources.interface", nothing)
    monkeypatch.setattr("socket.socket", refuse)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    found = {each.id: each for each in examine()}
    assert not found["specs-e2ap"].fine
    assert "Protocol not supported" in found["kernel-sctp"].found
    assert not found["library-scapy"].fine
    assert found["netconf"].found == "no asyncssh, lxml, oopt-gnpy-libyang, pyang"
    assert found["netconf"].advice == "pip install 'oran-harness[o1]'"


def test_a_kernel_with_sctp(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a socket can be made, the kernel has SCTP."""

    class Socket:
        def __init__(self, *arguments: object) -> None:
            assert arguments[2] == 132

        def close(self) -> None:
            pass

    monkeypatch.setattr("socket.socket", Socket)
    assert {each.id: each for each in examine()}["kernel-sctp"].fine


def test_containers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No runtime, one without an engine, and one that works."""

    def found() -> Examination:
        return next(each for each in examine() if each.id == "containers")

    monkeypatch.setenv("PATH", str(tmp_path))
    assert found().found == "no docker or podman"
    engine = Engine(tmp_path)
    program(engine.bin, "docker")
    monkeypatch.setenv("PATH", str(engine.bin))
    assert found().found.endswith("and no engine answers it")
    with engine.running():
        assert found().fine
