"""``check``: audit a capture or a history."""

import errno
import gzip
import json
import os
import signal
import struct
import subprocess
import threading
from pathlib import Path

import pytest

from oran_harness.captures import write_history, write_pcapng
from oran_harness.captures.packets import ip_packet
from oran_harness.captures.segments import TcpFlag, tcp_segment
from oran_harness.cli import check as command_of_check
from oran_harness.cli.check import check
from oran_harness.model import HistoryHeader
from oran_harness.protocols.netconf import speaking
from tests.captures.packets import pcap
from tests.checkers.netconf.scene import SERVER, Scene
from tests.cli.recordings import DRIFT, E2SIM, KPM_RC, clean, exchange, half_wrong, history, read_all
from tests.cli.run import PLAIN, ROOT, command, process, refused, run


def test_findings_are_shown_with_all_that_helps() -> None:
    """Associations with both ends, findings grouped by blame with requirement, expected, actual, hint and frame."""
    ended = run("check", str(DRIFT))
    assert (ended.code, ended.err) == (1, "")
    for word in (
        "ASSOCIATIONS",
        "BLAMES e2-node at 127.0.0.1:50380: 2 must-level findings",
        "BLAMES near-rt-ric at 127.0.0.1:36421",
        "E2-PPID  must  ",
        "Requirement: ",
        "Expected:    70 (E2-CP)",
        "Actual:      0",
        "Hint:        ",
        "Where:       frame 3, association 1",
        "1.01",
    ):
        assert word in ended.text
    assert ended.text.splitlines()[-1].startswith(f"{DRIFT}: 1 E2AP message on 1 association, all decoded; ")
    assert "\x1b" not in ended.text


@pytest.mark.parametrize("path", [DRIFT, KPM_RC, E2SIM], ids=lambda path: path.stem)
def test_json_is_the_contract(path: Path) -> None:
    """One document on standard output, of the contract's members; the exit code is that of the text."""
    ended = run("check", str(path), "--json")
    document = json.loads(ended.out)
    assert ended.code == run("check", str(path)).code == 1
    assert ended.err == ""
    assert list(document) == ["schema", "messages", "decoded", "associations", "findings"]
    assert document["schema"] == "oran-harness/check/1"
    assert document["messages"] == sum(each["messages"] for each in document["associations"])
    for association in document["associations"]:
        assert list(association) == ["id", "ends", "version", "messages"]
        assert [list(end) for end in association["ends"]] == [["role", "address", "id"]] * 2
    for finding in document["findings"]:
        assert {"rule", "clause", "level", "blame", "message", "expected", "actual", "hint"} <= finding.keys()
        assert {"case", "history", "event", "frame", "association"} <= finding.keys()
        assert finding["level"] in ("must", "should")
        assert finding["blame"] in ("e2-node", "near-rt-ric", None)


def test_a_clean_history_is_clean(tmp_path: Path) -> None:
    """Nothing wrong: exit code 0, also with --strict."""
    path = clean(tmp_path)
    for options in ((), ("--strict",)):
        ended = run("check", str(path), *options)
        assert ended.code == 0
        assert ended.text.splitlines()[-1].endswith("2 E2AP messages on 1 association, all decoded; nothing is wrong.")


def test_strict_counts_what_should_be(tmp_path: Path) -> None:
    """With should-level findings only the exit code is 0, and 1 with --strict."""
    path = half_wrong(tmp_path)
    only = ("--rule", "E2-STREAMS-SHARED")
    assert run("check", str(path), *only).code == 0
    assert run("check", str(path), *only, "--strict").code == 1
    assert "1 should-level finding" in run("check", str(path), *only).text


def test_the_chart() -> None:
    """Every message in order, before the verdict; --chart-limit alone draws one, too."""
    charted = run("check", str(KPM_RC), "--chart").text.splitlines()
    messages = [line for line in charted if "|---" in line or "|<--" in line]
    assert len(messages) == 37
    assert "E2setupRequest transaction 0" in messages[0]
    assert charted.index(messages[-1]) < charted.index("ASSOCIATIONS")
    limited = run("check", str(KPM_RC), "--chart-limit", "5").text
    assert sum("|---" in line or "|<--" in line for line in limited.splitlines()) == 5
    assert "(--chart-limit 5)" in limited


def test_colour_is_for_terminals_and_for_those_who_ask() -> None:
    """FORCE_COLOR colours a pipe, NO_COLOR goes before it."""
    assert "\x1b[" in run("check", str(DRIFT), "--chart", FORCE_COLOR="1").text
    assert "\x1b[" not in run("check", str(DRIFT), "--chart", FORCE_COLOR="1", NO_COLOR="1").text


def test_rules_can_be_chosen() -> None:
    """--rule and -k narrow what is judged, and the exit code with it."""
    ended = run("check", str(DRIFT), "--json", "--rule", "E2-PPID")
    assert [finding["rule"] for finding in json.loads(ended.out)["findings"]] == ["E2-PPID"]
    assert run("check", str(DRIFT), "-k", "E2GAP", "-k", "stream").code == 0
    assert "did you mean E2-PPID" in refused(run("check", str(DRIFT), "--rule", "E2-PIPD"))
    assert "No rule" in refused(run("check", str(DRIFT), "-k", "no such text"))


def test_exports(tmp_path: Path) -> None:
    """The history is written by the suffix of the name, and checking it says the same."""
    for suffix in ("pcapng", "jsonl"):
        out = tmp_path / f"out.{suffix}"
        assert run("check", str(DRIFT), "--export", str(out)).code == 1
        again = json.loads(run("check", str(out), "--json").out)
        assert {finding["rule"] for finding in again["findings"]} == {
            finding["rule"] for finding in json.loads(run("check", str(DRIFT), "--json").out)["findings"]
        }
    assert ".pcapng or .jsonl" in refused(run("check", str(DRIFT), "--export", str(tmp_path / "out.pcap")))
    assert "cannot be written" in refused(run("check", str(DRIFT), "--export", str(tmp_path / "no" / "out.jsonl")))
    same = tmp_path / "out.jsonl"
    assert "what is to be read" in refused(run("check", str(same), "--export", str(same)))


def test_options_that_contradict() -> None:
    """A chart is no JSON."""
    for option in (("--chart",), ("--chart-limit", "3")):
        assert "choose one" in refused(run("check", str(DRIFT), "--json", *option))


NO_RECORDING = {
    "empty": (b"", "is empty"),
    "garbage": (bytes(range(256)) * 4, "neither a capture"),
    "text": (b"hello\n", "neither a capture"),
    "other JSON": (b'{"schema": "other/1"}\n', ""),
    "link type": (pcap([], link=999), "link type"),
    "gzip of nothing": (gzip.compress(b""), "nothing in its gzip"),
    "half gzip": (gzip.compress(DRIFT.read_bytes())[:15], ""),
}


@pytest.mark.parametrize("name", NO_RECORDING)
def test_what_is_no_recording(tmp_path: Path, name: str) -> None:
    """Exit code 2 and one sentence that names the file."""
    content, said = NO_RECORDING[name]
    path = tmp_path / "file"
    path.write_bytes(content)
    for options in ((), ("--json",)):
        sentence = refused(run("check", str(path), *options))
        assert str(path) in sentence
        assert said in sentence


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    """A missing file, a directory, a name that cannot be: exit code 2 and one sentence."""
    assert "does not exist" in refused(run("check", str(tmp_path / "none.pcap")))
    assert "directory" in refused(run("check", str(tmp_path)))
    assert refused(run("check", "a" * 5000))
    assert "Missing argument" in refused(run("check"))


def test_files_without_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 2 and one sentence; what the system says is played, because root may read everything."""

    def deny(path: Path, *arguments: object, **options: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", deny)
    for words in (("check", str(DRIFT)), ("decode", str(DRIFT)), ("decode", str(DRIFT), "--frame", "3")):
        assert str(DRIFT) in refused(run(*words))
    assert "permissions" in refused(run("encode", str(DRIFT)))


NO_E2AP = {
    "no packets": pcap([]),
    "no SCTP": pcap([bytes.fromhex("4500001c000040004011000a0a0000010a00000200010002000800000000")]),
    "a history without messages": b'{"schema": "oran-harness/history/1", "clock_epoch": 0, "roles": {}}\n',
}


@pytest.mark.parametrize("name", NO_E2AP)
def test_what_has_no_e2ap(tmp_path: Path, name: str) -> None:
    """Exit code 3, and a sentence; with --json the sentence goes to standard error."""
    path = tmp_path / "file"
    path.write_bytes(NO_E2AP[name])
    text, document = run("check", str(path)), run("check", str(path), "--json")
    assert text.code == document.code == 3
    assert "no E2AP in it" in text.text
    assert "no E2AP in it" in document.err
    assert json.loads(document.out)["messages"] == 0


def netconf(folder: Path, name: str, *, wrong: bool = False) -> Path:
    """A recording of a NETCONF session; where it is ``wrong`` the element answers with another message-id."""
    scene = Scene(roles=name.endswith(".jsonl"))
    scene.hellos().ask()
    scene.wrongly("unknown-id", SERVER, speaking.ok(scene.asked[-1])) if wrong else scene.answer()
    path = folder / name
    (write_pcapng if name.endswith(".pcapng") else write_history)(path, HistoryHeader(), scene.events)
    return path


@pytest.mark.parametrize("name", ["session.jsonl", "session.pcapng"])
def test_netconf_is_judged(tmp_path: Path, name: str) -> None:
    """A history or a capture of plain octets: who spoke, in which version, and who was wrong."""
    ended = run("check", str(netconf(tmp_path, name)), "--json")
    assert ended.code == 0
    told = json.loads(ended.out)
    assert (told["messages"], told["decoded"], told["findings"]) == (4, 4, [])
    (session,) = told["associations"]
    assert {end["role"] for end in session["ends"]} == {"o1-manager", "o1-provider"}
    assert (session["version"], session["messages"]) == ("1.1", 4)
    ended = run("check", str(netconf(tmp_path, name, wrong=True)), "--chart")
    assert ended.code == 1
    assert "BLAMES o1-provider" in ended.text
    assert "NETCONF-REPLY-WITH-UNKNOWN-ID  must" in ended.text
    assert "|<-- rpc cells -" in ended.text
    assert "4 NETCONF messages on 1 association, all decoded; 1 must-level finding." in ended.text


def test_encrypted_netconf_cannot_be_judged(tmp_path: Path) -> None:
    """Exit code 3, and one sentence that says what to take instead."""
    octets = tcp_segment((bytes(4), 40000), (bytes(4), 830), TcpFlag.ACK, 1, 1, b"SSH-2.0-server\r\n")
    path = tmp_path / "ssh.pcap"
    path.write_bytes(pcap([ip_packet(bytes(4), bytes(4), octets, 6)]))
    ended = run("check", str(path))
    assert ended.code == 3
    last = ended.text.splitlines()[-1]
    assert last.endswith(
        "the NETCONF in it is encrypted (SSH, port 830) and cannot be judged; check the history of a run instead."
    )


def test_large_netconf_is_told_and_not_judged(tmp_path: Path) -> None:
    """A message beyond what is read costs no more memory than that, and accuses nobody."""
    scene = Scene()
    scene.hellos().octets(SERVER, b"\n#104857600\n" + b"x" * 1000)
    path = tmp_path / "large.jsonl"
    write_history(path, HistoryHeader(), scene.events)
    ended = run("check", str(path))
    assert ended.code == 0
    assert "NETCONF-OVERSIZE" in ended.text
    assert "BLAMES nobody" in ended.text or "BLAMES NOBODY" in ended.text


@pytest.mark.parametrize("length", range(0, DRIFT.stat().st_size, 97))
def test_cut_off_captures(tmp_path: Path, length: int) -> None:
    """A capture that ends anywhere is judged as far as it goes, or is refused in one sentence."""
    path = tmp_path / "cut.pcap"
    path.write_bytes(DRIFT.read_bytes()[:length])
    ended = run("check", str(path))
    assert ended.code in (0, 1, 2, 3)
    assert "mistake in oran-harness" not in ended.err
    assert (ended.code == 2) is bool(ended.err)


def test_a_claimed_length_of_half_a_gigabyte(tmp_path: Path) -> None:
    """A record that claims more octets than any has costs nothing: the file ends in a sentence or a note."""
    head = pcap([])
    path = tmp_path / "huge.pcap"
    path.write_bytes(head + struct.pack("<IIII", 1, 0, 512 << 20, 512 << 20) + bytes(64))
    ended = run("check", str(path))
    assert ended.code in (2, 3)
    assert "Traceback" not in ended.err


def test_hostile_messages(tmp_path: Path) -> None:
    """Messages of garbage, of lengths that claim half a gigabyte, and of nothing are findings, not failures."""
    request, response = exchange()
    hostile = [b"", b"\x00", bytes(5000), b"\xff" * 5000, bytes.fromhex("0003c4") + bytes(40), b"\x00\x03\x00\xc4" * 9]
    events = [request, response]
    for number, octets in enumerate(hostile):
        events.append(type(request)(0, 1.0 + number, request.kind, "1", request.target, request.source, 0, 70, octets))
    path = history(tmp_path / "hostile.jsonl", events)
    ended = run("check", str(path), "--chart")
    assert ended.code == 1
    assert "HARNESS-FAILED" not in ended.text
    assert "no edition accepts it" in ended.text


def test_a_history_that_breaks_off(tmp_path: Path) -> None:
    """What could be read is shown, then the sentence with the line; exit code 2. JSON would pretend to be whole."""
    path = clean(tmp_path)
    path.write_bytes(path.read_bytes()[:-20])
    text = run("check", str(path))
    assert text.code == 2
    assert "1 E2AP message on 1 association" in text.text
    assert "line 3" in text.err
    assert "line 3" in refused(run("check", str(path), "--json"))


def test_names_of_ends_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """A history's names and notes are made printable."""
    nasty = "\x1b[2J\x07evil"
    path = tmp_path / "nasty.jsonl"
    lines = history(path, exchange()).read_text("utf-8").replace("10.0.0.1:40000", json.dumps(nasty)[1:-1])
    path.write_text(lines)
    ended = run("check", str(path), "--chart")
    assert "evil" in ended.text
    assert "\x1b" not in ended.text


def test_standard_input_may_be_a_pipe() -> None:
    """A capture can be piped in."""
    ended = process("check", "/dev/stdin", stdin=DRIFT.read_bytes())
    assert ended.code == 1
    assert b"E2-PPID" in ended.out


def test_a_closed_pipe_is_silent() -> None:
    """Check | head: no complaint, whatever was still to be said."""
    line = " ".join(f"'{word}'" for word in command("check", str(KPM_RC), "--chart"))
    done = subprocess.run(
        ["bash", "-c", f"{line} | head -1; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        cwd=ROOT,
        env=os.environ | PLAIN,
        timeout=60,
        check=True,
    )
    assert done.stderr == b""
    assert done.stdout.splitlines()[-1] in (b"141", b"1")


def test_interrupted(tmp_path: Path) -> None:
    """Ctrl-C in the middle of a recording: what was judged so far is printed, exit code 130."""
    lines = clean(tmp_path).read_bytes().splitlines(keepends=True)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(
        command("check", str(pipe), "--chart"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | PLAIN | {"PYTHONUNBUFFERED": "1"},
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        timer = threading.Timer(50, running.kill)
        timer.start()
        # Opened for both ways: waiting for a reader that has failed would be for ever.
        with os.fdopen(os.open(pipe, os.O_RDWR), "wb", buffering=0) as writing:
            writing.write(b"".join(lines[:2]) + lines[2] + b"\n" * 300_000)
            seen = b""
            while b"ResetRequest" not in seen:
                line = running.stdout.readline()
                assert line, running.stderr.read()
                seen += line
            running.send_signal(signal.SIGINT)
            threading.Event().wait(0.2)
            writing.write(lines[2])
        rest = running.stdout.read()
        said = running.stderr.read()
        code = running.wait()
        timer.cancel()
    assert code == 130
    assert said == b"oran-harness: Interrupted.\n"
    assert b"on 1 association" in rest


def test_completion_of_rules() -> None:
    """The shell learns the ids of rules."""
    ended = process(
        _ORAN_HARNESS_COMPLETE="complete_bash", COMP_CWORD="3", COMP_WORDS="oran-harness check --rule E2-PP"
    )
    assert ended.out.split() == [b"E2-PPID"]


def test_the_function_is_the_command() -> None:
    """What the table of commands points at."""
    assert command_of_check is not None
    assert check.__name__ == "check"
    assert read_all(DRIFT)
