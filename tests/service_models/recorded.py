"""Payloads of real stacks: what the captures and vectors of the reference folder carry."""

import functools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oran_harness.captures import read_recording
from oran_harness.protocols.e2ap.messages import (
    E2setupRequest,
    RICcontrolRequest,
    RICindication,
    RICsubscriptionRequest,
)
from oran_harness.protocols.e2ap.speaker import best_reading
from oran_harness.service_models.payload import PayloadKind


@dataclass(frozen=True)
class Recorded:
    """One payload: the file and sender it is from, when it came in Unix time, its RAN function and kind.

    ``oid`` is the RAN Function OID for function definitions.
    """

    file: str
    sender: str
    received: float
    function: int
    kind: PayloadKind
    octets: bytes
    oid: str | None = None


@functools.cache
def captured(reference: Path) -> tuple[Recorded, ...]:
    """The payloads of all captures, those on port 36421, which is E2's."""
    return tuple(each for path in sorted((reference / "captures").glob("*.pcap")) for each in _of_capture(path))


@functools.cache
def vectors(reference: Path) -> tuple[Recorded, ...]:
    """The payloads of the vectors; the file is the repository that a vector is from."""
    rows = json.loads((reference / "vectors" / "e2ap.json").read_text("utf-8"))["pdus"]
    return tuple(
        each
        for row in rows
        for each in _payloads("/".join(row["from"].split("/")[1:3]).split()[0], row["id"], 0.0, row["hex"])
    )


def _of_capture(path: Path) -> Iterator[Recorded]:
    with read_recording(path) as recording:
        for event in recording.events:
            ends = f"{event.source} {event.target}"
            if event.octets is not None and "36421" in ends:
                received = recording.header.clock_epoch + event.t
                yield from _payloads(path.name, str(event.source), received, event.octets.hex())


def _payloads(file: str, sender: str, received: float, octets: str) -> Iterator[Recorded]:
    message = best_reading(bytes.fromhex(octets)).decoded.message
    for function, kind, payload, oid in _parts(message):
        if payload is not None:
            yield Recorded(file, sender, received, function, kind, payload, oid)


def _parts(message: Any) -> Iterator[tuple[int, PayloadKind, bytes | None, str | None]]:
    if isinstance(message, E2setupRequest):
        for item in message.ran_functions_added or ():
            kind = PayloadKind.FUNCTION_DEFINITION
            yield item.ran_function_id, kind, item.ran_function_definition, item.ran_function_oid
        return
    function: int = getattr(message, "ran_function_id", 0)
    if isinstance(message, RICsubscriptionRequest) and message.ric_subscription_details is not None:
        details = message.ric_subscription_details
        yield function, PayloadKind.EVENT_TRIGGER_DEFINITION, details.ric_event_trigger_definition, None
        for action in details.ric_action_to_be_setup_list:
            yield function, PayloadKind.ACTION_DEFINITION, action.ric_action_definition, None
    elif isinstance(message, RICindication):
        yield function, PayloadKind.INDICATION_HEADER, message.ric_indication_header, None
        yield function, PayloadKind.INDICATION_MESSAGE, message.ric_indication_message, None
    elif isinstance(message, RICcontrolRequest):
        yield function, PayloadKind.CONTROL_HEADER, message.ric_control_header, None
        yield function, PayloadKind.CONTROL_MESSAGE, message.ric_control_message, None
