"""One E2AP message for people and as JSON."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.cli.shown.message_view import MessageView
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import UsageError
from oran_harness.protocols.e2ap.document import from_document
from tests.cli.messages import DELETE, SETUP, SUBSCRIPTION

PLAIN = Terminal()


def lines(octets: bytes, edition: str | None = None, model: str | None = None) -> list[str]:
    """A message as a person sees it."""
    return list(MessageView.of(octets, edition, model).lines(PLAIN))


def test_the_heading_says_what_accepts_it() -> None:
    """Name, length, edition read by, the editions that accept it, and the revisions that accept each payload."""
    view = lines(SUBSCRIPTION)
    assert view[0] == f"RICsubscriptionRequest, {len(SUBSCRIPTION)} octets, read as E2AP 1.01"
    assert view[1] == "Accepted by E2AP 1.01, 2.03, 3.01, 5.00, 7.00."
    assert view[2] == "ricEventTriggerDefinition at octet 28: accepted by E2SM-KPM 2.03, 3.00, 4.00, 5.00, 6.00."
    assert view[-1] == "Nothing is wrong with it."


def test_what_no_edition_accepts() -> None:
    """It is said in the heading, complaints stand in place, and the last line counts them."""
    view = MessageView.of(DELETE + b"\x00")
    assert not view.accepted
    shown = list(view.lines(PLAIN))
    assert shown[1] == "No edition of E2AP accepts these octets."
    assert any(line.strip().startswith("! the value ends before the octets do") for line in shown)
    assert shown[-1] == "1 complaint, marked ! above."


def test_an_edition_that_is_asked_for_decides() -> None:
    """A Setup of 1.01 is fine by itself, and refused by 2.03 when that is asked for."""
    assert MessageView.of(SETUP).accepted
    assert MessageView.of(SETUP, "1.01").accepted
    asked = MessageView.of(SETUP, "2.03")
    assert not asked.accepted
    assert asked.accepting == ("1.01",)
    assert any("TransactionID (IE 49) is mandatory and absent" in line for line in asked.lines(PLAIN))


def test_payloads_that_cannot_be_told_are_left_alone() -> None:
    """A definition under an unknown OID is not read, unless its model is named."""
    foreign = SETUP.replace(b"1.3.6.1.4.1.53148.1.2.2.2", b"1.3.6.1.4.1.53148.9.9.9.9")
    foreign = foreign.replace(b"ORAN-E2SM-KPM", b"ORAN-E2SM-XYZ")
    assert "not read: " in "\n".join(lines(foreign))
    assert "accepted by E2SM-KPM" in "\n".join(lines(foreign, None, "kpm"))


def test_unknown_editions_and_models_are_refused() -> None:
    """The caller's mistake, before anything is decoded."""
    for arguments in (("9.99", None), (None, "ccc")):
        with pytest.raises(UsageError):
            MessageView.of(DELETE, *arguments)


def test_the_document_encodes_to_the_same_octets() -> None:
    """What the JSON holds is enough for encode, payloads or not."""
    for octets in (DELETE, SETUP, SUBSCRIPTION):
        document = json.loads(json.dumps(MessageView.of(octets).document(), allow_nan=False))
        assert from_document(document).encode() == octets
        assert document["octets"] == octets.hex()


def test_all_vectors_can_be_looked_at(reference: Path) -> None:
    """Every message of other stacks is shown and documented."""
    for row in json.loads((reference / "vectors" / "e2ap.json").read_text("utf-8"))["pdus"]:
        octets = bytes.fromhex(row["hex"])
        view = MessageView.of(octets)
        assert view.accepted
        assert from_document(json.loads(json.dumps(view.document(), allow_nan=False))).encode() == octets
        assert next(view.lines(PLAIN, every_octet=True)).startswith(row["message"])


HOSTILE = [
    b"\x00",
    b"\xff" * 40,
    bytes(1000),
    bytes.fromhex("0009c4" + "00" * 20),
    bytes.fromhex("000900c4c4c4c4"),
    bytes.fromhex("0009001200ffff001d"),
    bytes.fromhex("00080084ffffffff"),
]


@pytest.mark.parametrize("octets", HOSTILE, ids=lambda octets: octets[:8].hex())
def test_hostile_octets_are_shown(octets: bytes) -> None:
    """Garbage, and lengths that claim what is not there, are complaints."""
    view = MessageView.of(octets)
    assert not view.accepted
    assert list(view.lines(PLAIN))
    json.dumps(view.document(), allow_nan=False)


@settings(max_examples=60, database=None, deadline=None)
@given(st.binary(min_size=1, max_size=80))
def test_any_octets_are_shown(octets: bytes) -> None:
    """No octets do anything but get shown."""
    view = MessageView.of(octets)
    assert list(view.lines(PLAIN))
    json.dumps(view.document(), allow_nan=False)
