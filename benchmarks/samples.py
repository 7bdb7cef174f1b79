"""Messages of real stacks to measure with, out of the captures that the tests hold."""

import functools
from dataclasses import dataclass
from pathlib import Path

from oran_harness.captures import read_recording
from oran_harness.protocols.e2ap.codec import codec

CAPTURES = Path(__file__).resolve().parents[1] / "tests/captures/fixtures"
EDITION = "2.03"
CAPTURE = CAPTURES / "flexric-e2ap-v2.03-kpm-rc.pcap"


@dataclass(frozen=True)
class Sample:
    """One message: its name and octets."""

    name: str
    octets: bytes

    def __str__(self) -> str:
        return f"{self.name}, {len(self.octets)} octets"


@functools.cache
def samples() -> tuple[Sample, ...]:
    """The largest message of each name in the capture that conforms to the edition."""
    largest: dict[str, Sample] = {}
    with read_recording(CAPTURE) as recording:
        for event in recording.events:
            if not event.octets:
                continue
            decoded = codec(EDITION).decode(event.octets)
            if decoded.conforms and decoded.name is not None:
                known = largest.get(decoded.name)
                if known is None or len(known.octets) < len(event.octets):
                    largest[decoded.name] = Sample(decoded.name, event.octets)
    return tuple(sorted(largest.values(), key=lambda sample: sample.name))
