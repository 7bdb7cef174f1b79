"""``decode``: look at one message."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.messages import ACTION, DELETE, SETUP, SUBSCRIPTION
from tests.cli.recordings import DRIFT, KPM_RC, clean, exchange
from tests.cli.run import process, refused, run


def test_a_message_is_shown_beside_its_octets() -> None:
    """Editions that accept it, then the tree; nothing wrong is exit code 0."""
    ended = run("decode", *DELETE.hex(" ").split())
    assert (ended.code, ended.err) == (0, "")
    lines = ended.text.splitlines()
    assert lines[0] == f"RICsubscriptionDeleteRequest, {len(DELETE)} octets, read as E2AP 1.01"
    assert lines[1] == "Accepted by E2AP 1.01, 2.03, 3.01, 5.00, 7.00."
    assert "     11  00 03 fd                       ricRequestorID  1021" in lines
    assert "\x1b" not in ended.text


def test_octets_from_anywhere(tmp_path: Path) -> None:
    """Hex, a file of octets or hex, standard input, a frame of a capture, an event of a history: the same message."""
    shown = run("decode", DELETE.hex()).text
    binary = tmp_path / "m.bin"
    binary.write_bytes(DELETE)
    assert run("decode", str(binary)).text == shown
    assert run("decode", "-", stdin=DELETE).text == run("decode", stdin=DELETE.hex(":").encode()).text == shown
    assert run("decode", str(KPM_RC), "--frame", "93").text.startswith("RICsubscriptionDeleteRequest, 22 octets")
    assert run("decode", str(clean(tmp_path)), "--frame", "2").text.startswith("ResetResponse")


def test_what_is_wrong_stands_in_place() -> None:
    """No edition accepts: exit code 1, what could be read, and the complaints."""
    ended = run("decode", (DELETE + b"\x00").hex())
    assert ended.code == 1
    assert "No edition of E2AP accepts these octets." in ended.text
    assert "! the value ends before the octets do" in ended.text
    assert "RANfunctionID  IE 5, reject: 147" in ended.text


def test_an_edition_can_be_asked_for() -> None:
    """--as decides what is right."""
    assert run("decode", SETUP.hex()).code == 0
    refused_by = run("decode", SETUP.hex(), "--as", "2.03")
    assert refused_by.code == 1
    assert "read as E2AP 2.03" in refused_by.text
    assert "Accepted by E2AP 1.01." in refused_by.text
    assert "choose one of 1.01, 2.03" in refused(run("decode", SETUP.hex(), "--as", "2.3"))


def test_a_cause_that_editions_read_differently_is_told_in_all_readings() -> None:
    """Unless an edition is asked for, or all of them read the same."""
    octets = "000240080000010001400140"
    told = "The cause is misc: control-processing-overload (E2AP 1.01) or protocol: transfer-syntax-error (E2AP 2.03"
    assert told in run("decode", octets).text
    assert "The cause is" not in run("decode", octets, "--as", "3.01").text
    assert "The cause is" not in run("decode", "000240080000010001400000").text


def test_payloads_are_decoded_too() -> None:
    """Service-model payloads inside the message are told, and read; --model decides where nothing else does."""
    shown = run("decode", SUBSCRIPTION.hex()).text
    assert "accepted by E2SM-KPM 2.03, 3.00, 4.00, 5.00, 6.00." in shown
    assert "measName: DRB.UEThpDl" in shown
    assert "E2SM-RC" in run("decode", SUBSCRIPTION.hex(), "--model", "rc").text
    assert "choose one of kpm, rc" in refused(run("decode", DELETE.hex(), "--model", "xyz"))


def test_values_of_any_type() -> None:
    """--type reads octets that are no whole message."""
    ended = run("decode", ACTION.hex(), "--type", "E2SM-KPM-ActionDefinition")
    assert ended.code == 0
    assert "granulPeriod  1000" in ended.text
    assert run("decode", "0803e7ff", "--type", "E2SM-KPM-EventTriggerDefinition").code == 1
    assert json.loads(run("decode", "0003fd0000", "--type", "RICrequestID", "--json").out)["value"] == {
        "ricRequestorID": 1021,
        "ricInstanceID": 0,
    }
    assert "did you mean" in refused(run("decode", "00", "--type", "RICrequestId"))


def test_json_is_one_document() -> None:
    """Nothing else on standard output, the exit code as for the text."""
    good, bad = run("decode", "--json", SUBSCRIPTION.hex()), run("decode", "--json", "ffffffff")
    document = json.loads(good.out)
    assert (good.code, bad.code) == (0, 1)
    assert document["message"] == "RICsubscriptionRequest"
    assert [payload["interface"] for payload in document["payloads"]] == ["kpm", "kpm"]
    assert json.loads(bad.out)["message"] is None
    assert json.loads(bad.out)["complaints"]


def test_colour() -> None:
    """On request in a pipe, and never with NO_COLOR."""
    assert "\x1b[" in run("decode", DELETE.hex(), FORCE_COLOR="1").text
    assert "\x1b[" not in run("decode", DELETE.hex(), FORCE_COLOR="1", NO_COLOR="1").text


def test_long_values_are_shown_whole_on_request() -> None:
    """--full shows every octet."""
    ended = run("decode", str(DRIFT), "--frame", "3")
    assert "more octets" in ended.text
    assert "more octets" not in run("decode", str(DRIFT), "--frame", "3", "--full").text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["123"], "two hex digits"),
        (["0x12345"], "two hex digits"),
        (["hello"], "neither hex nor the path"),
        (["/no/such.bin"], "does not exist"),
        (["."], "is a directory"),
        ([str(DRIFT)], "--frame"),
        ([str(DRIFT), "--frame", "1"], "No message ends in frame 1 "),
        (["00", "--frame", "1"], "capture"),
    ],
)
def test_mistakes_are_one_sentence(words: list[str], said: str) -> None:
    """Exit code 2, what is wrong, what to do."""
    assert said in refused(run("decode", *words))


def test_empty_input() -> None:
    """No octets are no message."""
    assert "is empty" in refused(run("decode", "-"))
    assert "no octet" in refused(run("decode", "-", stdin=b"\n"))


HOSTILE = {
    "one octet": b"\x00",
    "nothing but ones": b"\xff" * 300,
    "nothing but zeros": bytes(300),
    "half a gigabyte claimed": bytes.fromhex("000300c4c4c4c4") + bytes(20),
    "65535 IEs claimed": bytes.fromhex("0009001200ffff"),
    "an unknown procedure": bytes.fromhex("00ff0001ff"),
    "an unknown alternative": bytes.fromhex("7f00000000"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_octets(name: str) -> None:
    """Garbage and lengths that lie are shown with complaints: exit code 1, as text and as JSON."""
    for options in ((), ("--json",), ("--as", "7.00"), ("--model", "rc")):
        ended = run("decode", HOSTILE[name].hex(), *options)
        assert (ended.code, ended.err) == (1, "")
        assert ended.out


def test_hostile_octets_cost_no_memory() -> None:
    """A message that claims half a gigabyte, and one of a megabyte, need no more than any other."""
    import resource

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert run("decode", HOSTILE["half a gigabyte claimed"].hex()).code == 1
    assert run("decode", "-", stdin=b"\x00\x05\x40\xc4" + bytes(1 << 20)).code == 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 * 1024


def test_every_message_of_a_capture_can_be_looked_at() -> None:
    """Whatever real stacks sent."""
    for frame in (3, 5, 26, 27, 41, 91, 95):
        assert run("decode", str(KPM_RC), "--frame", str(frame)).code == 0


def test_a_process_of_its_own(tmp_path: Path) -> None:
    """From the shell, with a file name that is no UTF-8."""
    request = exchange()[0].octets or b""
    path = os.fsencode(tmp_path) + b"/\xff.bin"
    Path(os.fsdecode(path)).write_bytes(request)
    ended = process("decode", os.fsdecode(path))
    assert ended.code == 0
    assert b"ResetRequest" in ended.out
