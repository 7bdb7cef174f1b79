"""Makes a large capture out of a small one: its associations again and again, many at once, at constant memory.

    python benchmarks/capture_maker.py large.pcapng --megabytes 1000

Each round repeats the whole life of the source's associations on ``--copies`` hosts side by side, each RIC Indication
in it ``--indications`` times, one millisecond apart.
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import IPv4Address
from pathlib import Path
from typing import BinaryIO

from oran_harness.captures import read_recording, write_pcapng
from oran_harness.model import Event, EventKind, HistoryHeader

SOURCE = Path(__file__).resolve().parents[1] / "tests/captures/fixtures/flexric-e2ap-v2.03-kpm-rc.pcap"
_INDICATION = b"\x00\x05"
"""How an E2AP RIC Indication begins: initiating message, procedure code 5."""
_FIRST_HOST = IPv4Address("10.0.0.0")
_PAUSE = 0.001


def life(source: Path, indications: int) -> list[Event]:
    """The events of the associations that came up in a capture, with each indication repeated."""
    with read_recording(source) as recording:
        events = [event for event in recording.events if event.kind is not EventKind.NOTE]
    up = {event.association for event in events if event.kind is EventKind.UP}
    repeated: list[Event] = []
    late = 0.0
    for event in events:
        if event.association not in up:
            continue
        times = indications if event.octets is not None and event.octets[:2] == _INDICATION else 1
        repeated += [replace(event, t=event.t + late + _PAUSE * n) for n in range(times)]
        late += _PAUSE * (times - 1)
    return repeated


def rounds(source: Path, copies: int, indications: int) -> Iterator[Event]:
    """Events without end: the life of the source's associations, on ``copies`` pairs of hosts at a time."""
    once = life(source, indications)
    span = once[-1].t + 1.0
    number = 0
    while True:
        hosts = [_FIRST_HOST + 2 * (number * copies + copy) % (1 << 24) for copy in range(copies)]
        for event in once:
            for host in hosts:
                # Ends in one capture on loopback share their address: what differs is the port.
                ports = [(end or "").rpartition(":")[2] for end in (event.source, event.target)]
                yield replace(
                    event,
                    t=event.t + number * span,
                    association=f"{host} {event.association}",
                    source=f"{host}:{ports[0]}",
                    target=f"{host}:{ports[1]}",
                )
        number += 1


def make_capture(path: Path, megabytes: float, copies: int = 64, indications: int = 20, source: Path = SOURCE) -> int:
    """Write a pcapng file of about so many megabytes (10**6 octets); how many messages are in it."""
    messages = 0
    with path.open("wb", buffering=1 << 20) as file:

        def until_full(file: BinaryIO) -> Iterator[Event]:
            nonlocal messages
            for number, event in enumerate(rounds(source, copies, indications)):
                if number % 256 == 0 and file.tell() >= megabytes * 1_000_000:
                    return
                messages += event.octets is not None
                yield event

        write_pcapng(file, HistoryHeader(1_700_000_000.0), until_full(file))
    return messages


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--megabytes", type=float, default=1000)
    parser.add_argument("--copies", type=int, default=64)
    parser.add_argument("--indications", type=int, default=20)
    parser.add_argument("--source", type=Path, default=SOURCE)
    given = parser.parse_args()
    messages = make_capture(given.path, given.megabytes, given.copies, given.indications, given.source)
    print(f"{given.path}: {given.path.stat().st_size:,} octets, {messages:,} messages")


if __name__ == "__main__":
    main()
