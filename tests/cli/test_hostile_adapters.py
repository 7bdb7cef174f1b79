"""What adapters that do what none should cost a whole run: their own case, and nothing else."""

import contextlib
import json
import os
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psutil
import pytest

from oran_harness.adapters.grpc.description import MESSAGES, SERVICE
from oran_harness.drivers.stimulation import AGAIN
from oran_harness.transports.grpc.library import grpc
from tests.adapters.hostile import CALL, MISDEED
from tests.cli.run import PLAIN, ROOT, Ended, command, run

BEFORE, ITS_OWN, AFTER = "E2AP-RESET-101", "E2AP-RESET-102", "E2AP-SETUP-101"
PROFILE = """
[vendor]
name = "hostile"

[roles.near-rt-ric]
address = "{ric}"
{way}
"""


@pytest.fixture(scope="module")
def ric() -> Iterator[str]:
    """A near-RT RIC that is there whatever the adapters do; its URI."""
    process = subprocess.Popen(
        command("serve", "near-rt-ric", "--listen", "tcp://127.0.0.1:0"),
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | PLAIN,
    )
    assert process.stdout is not None
    try:
        with process.stdout:
            yield process.stdout.readline().decode().partition(" ")[2].strip()
    finally:
        process.kill()
        process.wait()


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails is tried again as often as ever, but soon, and half a second is long: nobody here is only slow."""
    monkeypatch.setattr("oran_harness.drivers.stimulation.AGAIN", (0.01,) * len(AGAIN))
    monkeypatch.setattr("oran_harness.drivers.stimulation.AT_ONCE", 0.4)


def run_with(folder: Path, ric: str, way: str, **environment: str) -> tuple[Ended, dict[str, str]]:
    """A run of three cases, of which the second needs the adapter: how it ended, and its verdicts."""
    (folder / "profile.toml").write_text(PROFILE.format(ric=ric, way=way))
    before = set(psutil.Process().children(recursive=True))
    arguments = ("run", "--sut", f"{folder}{os.sep}", "--out", str(folder / "out"), BEFORE, ITS_OWN, AFTER)
    ended = run(*arguments, "--timeout", "1", **environment)
    assert set(psutil.Process().children(recursive=True)) - before == set()
    cases = json.loads((folder / "out/results.json").read_text())["cases"]
    return ended, {case["id"]: case["verdict"] for case in cases}


@pytest.mark.parametrize(
    ("call", "misdeed"),
    [
        *(("stimulate", misdeed) for misdeed in ("block", "exit", "raise", "leave", "nonsense", "late")),
        ("health", "exit"),
    ],
)
def test_a_class(tmp_path: Path, ric: str, call: str, misdeed: str) -> None:
    """Its own case is an error, that of a hostile health each that asks for it; exit code 3."""
    way = 'adapter = "tests.adapters.hostile:Hostile"\nstimulus_timeout_s = 0.5'
    ended, verdicts = run_with(tmp_path, ric, way, **{MISDEED: misdeed, CALL: call})
    assert verdicts[ITS_OWN] == "error", ended
    if call == "stimulate":
        assert verdicts == {BEFORE: "pass", ITS_OWN: "error", AFTER: "pass"}
    assert ended.code == 3


@pytest.mark.parametrize(("call", "misdeed"), [("stimulate", "flood"), ("stimulate", "spawn"), ("stop", "block")])
def test_a_class_that_is_only_untidy(tmp_path: Path, ric: str, call: str, misdeed: str) -> None:
    """Other cases are what they are; what it has started is gone, its flood has bounds; a stop that hangs is told."""
    way = 'adapter = "tests.adapters.hostile:Hostile"\nstop_timeout_s = 0.5'
    ended, verdicts = run_with(tmp_path, ric, way, **{MISDEED: misdeed, CALL: call})
    assert (verdicts[BEFORE], verdicts[AFTER]) == ("pass", "pass"), ended
    assert sum(path.stat().st_size for path in (tmp_path / "out").rglob("*") if path.is_file()) < 5_000_000
    if call == "stop":
        assert "The SUT could not be stopped: its stop did not come back within 0.5 s" in ended.err


@pytest.mark.parametrize("call", ["start", "describe"])
def test_a_class_that_cannot_begin(tmp_path: Path, ric: str, call: str) -> None:
    """Then nothing can be performed: one sentence, exit code 2."""
    (tmp_path / "profile.toml").write_text(
        PROFILE.format(ric=ric, way='adapter = "tests.adapters.hostile:Hostile"\nready_timeout_s = 1')
    )
    arguments = ("run", "--sut", f"{tmp_path}{os.sep}", "--out", str(tmp_path / "out"), BEFORE)
    ended = run(*arguments, **{MISDEED: "exit", CALL: call})
    assert ended.code == 2
    assert "its process ended by itself: exit status 7" in ended.err


# Products that are processes: what they do when they are asked to reset.
PRODUCT = """
import json, os, subprocess, sys, time
ric = subprocess.Popen([sys.executable, '-m', 'oran_harness', 'serve', 'near-rt-ric', '--listen', sys.argv[1]],
                       stdout=subprocess.PIPE, text=True)
print(ric.stdout.readline(), flush=True)
for line in sys.stdin:
    name = json.loads(line)['stimulus']
    def answer(status, **details):
        print(json.dumps({'stimulus': name, 'status': status, 'details': details}), flush=True)
    if name == 'no-such-stimulus':
        answer('unsupported')
        continue
"""
MISDEEDS = {
    "silent": "    pass\n",
    "nonsense": '    print(\'{"stimulus": "reset", "status": 7}\\n\' + \'[\' * 9000, flush=True)\n',
    "late": "    time.sleep(1.5); answer('done'); answer('done')\n",
    "flood": "    for _ in range(100): os.write(1, b'x\\n' * 20000 + b'\\xff' * 70000)\n",
}


@pytest.mark.parametrize("misdeed", MISDEEDS)
def test_a_process(tmp_path: Path, misdeed: str) -> None:
    """One that does not answer as it should: its own case is an error."""
    (tmp_path / "product.py").write_text(PRODUCT + MISDEEDS[misdeed])
    way = (
        'launch = { command = ["{python}", "product.py", "{own_uri}"], ready = "ready: ", stimuli = "stdin", '
        "stimulus_timeout_s = 1, stop_timeout_s = 0.5 }"
    )
    ended, verdicts = run_with(tmp_path, f"tcp://127.0.0.1:{free()}", way)
    assert verdicts == {BEFORE: "pass", ITS_OWN: "error", AFTER: "pass"}, ended
    assert ended.code == 3


def free() -> int:
    """A port that nobody has."""
    from oran_harness.runner.wire import free_port

    return free_port("tcp")


DONE = MESSAGES["StimulateReply"](status=1).SerializeToString()
REPLIES = {
    "Describe": MESSAGES["DescribeReply"](product="hostile"),
    "Health": MESSAGES["HealthReply"](alive=True),
}


@contextlib.contextmanager
def serving(misdeed: str) -> Iterator[str]:
    """A gRPC service that does that when it is asked for a reset; its URI."""

    def usual(name: str) -> Any:
        reply = REPLIES[name].SerializeToString() if name in REPLIES else b""
        return grpc.unary_unary_rpc_method_handler(lambda octets, context: reply)

    def stimulate(octets: bytes, context: Any) -> Iterator[bytes]:
        if b"no-such-stimulus" in octets:
            yield MESSAGES["StimulateReply"](status=2).SerializeToString()
        elif misdeed == "late":
            until = time.monotonic() + 20
            while context.is_active() and time.monotonic() < until:
                time.sleep(0.01)
        elif misdeed == "twice":
            yield DONE
            yield DONE
        elif misdeed == "nonsense":
            yield b"\xff\xff"
        elif misdeed == "status":
            yield MESSAGES["StimulateReply"](status=77).SerializeToString()
        elif misdeed == "flood":
            yield b"\x12" + b"\xff\xff\xff\x0f" + bytes(32 << 20)
        elif misdeed == "raises":
            raise ValueError("no bench")

    handlers = {name: usual(name) for name in ("Describe", "Start", "Stop", "Reset", "Health", "Collect")}
    handlers["Stimulate"] = grpc.unary_stream_rpc_method_handler(stimulate)
    server = grpc.server(ThreadPoolExecutor(4), options=[("grpc.max_send_message_length", -1)])
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(SERVICE, handlers),))
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        yield f"grpc://127.0.0.1:{port}"
    finally:
        server.stop(None).wait(10)


@pytest.mark.parametrize("misdeed", ["late", "nothing", "nonsense", "status", "flood", "raises"])
def test_a_service(tmp_path: Path, ric: str, misdeed: str) -> None:
    """Whatever it answers, or does not: its own case is an error."""
    with serving(misdeed) as uri:
        ended, verdicts = run_with(tmp_path, ric, f'adapter = "{uri}"\nstimulus_timeout_s = 0.5')
    assert verdicts == {BEFORE: "pass", ITS_OWN: "error", AFTER: "pass"}, ended
    assert ended.code == 3


def test_a_service_that_answers_twice(tmp_path: Path, ric: str) -> None:
    """One answer counts, or none: other cases are what they are."""
    with serving("twice") as uri:
        ended, verdicts = run_with(tmp_path, ric, f'adapter = "{uri}"')
    assert (verdicts[BEFORE], verdicts[AFTER]) == ("pass", "pass"), ended
