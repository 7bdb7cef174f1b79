"""Recordings that the tests of ``check`` look at."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from oran_harness.captures import read_recording, write_history
from oran_harness.model import Event, EventKind, HistoryHeader
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.messages import ResetRequest, ResetResponse

FIXTURES = Path(__file__).parents[1] / "captures/fixtures"
DRIFT = FIXTURES / "flexric-node-v1.01_ric-v2.03-aborts.pcap"
"""A node of 1.01 and a RIC of 2.03: one message, must-level findings against both."""
KPM_RC = FIXTURES / "flexric-e2ap-v2.03-kpm-rc.pcap"
E2SIM = FIXTURES / "e2sim-node_flexric-ric-v2.03.pcap"
NODE, RIC = "10.0.0.1:40000", "10.0.0.2:36421"
ROLES = {NODE: "e2-node", RIC: "near-rt-ric"}


def exchange(t: float = 0.0) -> list[Event]:
    """A Reset that the RIC asks for and the node confirms, without any fault."""
    request = codec("2.03").encode(ResetRequest(transaction_id=1, cause=("misc", "om-intervention")))
    response = codec("2.03").encode(ResetResponse(transaction_id=1))
    return [
        Event(1, t, EventKind.OCTETS, "1", RIC, NODE, 0, 70, request),
        Event(2, t + 0.1, EventKind.OCTETS, "1", NODE, RIC, 0, 70, response),
    ]


def history(path: Path, events: Iterable[Event], roles: dict[str, str] | None = None) -> Path:
    """A history file of these events, numbered anew."""
    numbered = (replace(event, n=number) for number, event in enumerate(events, 1))
    write_history(path, HistoryHeader(0.0, ROLES if roles is None else roles), numbered)
    return path


def clean(folder: Path) -> Path:
    """A history in which nothing is wrong."""
    return history(folder / "clean.jsonl", exchange())


def half_wrong(folder: Path) -> Path:
    """A history with should-level findings only: a RIC that shares one stream for everything."""
    events = [event for event in read_all(KPM_RC) if event.association == "1"]
    fixed = [replace(event, ppid=70) if event.octets else event for event in events]
    return history(folder / "half.jsonl", fixed, {})


def read_all(path: Path) -> list[Event]:
    """All events of a recording."""
    with read_recording(path) as recording:
        return list(recording.events)


def lines_of(path: Path) -> list[dict[str, object]]:
    """The lines of a history file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
